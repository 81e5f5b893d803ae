using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using ConfigSdk.Rules;

namespace ConfigSdk.Hosting;

/// <summary>The second witness: reads real objects into the same values that the analyzer reads from source. Here nothing is unknown.</summary>
internal static class ObjectReader
{
    private static readonly ConcurrentDictionary<Type, Property[]> s_properties = new();
    private static readonly ConcurrentDictionary<Enum, string> s_enumTexts = new();

    /// <summary>Reads a list of declarations. A group of settings that several of them have is read once: most nodes of a fleet share a profile, or parts of one.</summary>
    public static Sequence Read(IEnumerable<Declaration> declarations)
    {
        var groups = new Dictionary<SettingsGroup, Record>(ReferenceEqualityComparer.Instance);
        return new([.. declarations.Select(d => Read(d, null, groups))], isOpen: false, null);
    }

    /// <summary>Reads a declaration.</summary>
    public static Record Read(Declaration declaration, ObjectOrigin? parent) => Read(declaration, parent, new(ReferenceEqualityComparer.Instance));

    /// <summary>Reads one property of a declaration.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="property">What C# calls the property.</param>
    public static PartialValue ReadProperty(Declaration declaration, string property)
    {
        var read = s_properties.GetOrAdd(declaration.GetType(), PropertiesOf).Single(p => p.Info.Name == property);
        return read.Info.GetValue(declaration) is { } value
            ? ReadValue(value, new ObjectOrigin(declaration, property, -1, null), read.BooleansAreDigits, new(ReferenceEqualityComparer.Instance))
            : Unset.Instance;
    }

    private static Record Read(Declaration declaration, ObjectOrigin? parent, Dictionary<SettingsGroup, Record> groups)
    {
        if (declaration is SettingsGroup known && groups.TryGetValue(known, out var before))
        {
            return before;
        }

        var self = new ObjectOrigin(declaration, null, -1, parent);
        var properties = new Dictionary<string, PartialValue>(StringComparer.Ordinal);
        foreach (var property in s_properties.GetOrAdd(declaration.GetType(), PropertiesOf))
        {
            if (property.Info.GetValue(declaration) is { } value)
            {
                var read = ReadValue(value, new ObjectOrigin(declaration, property.Info.Name, -1, self), property.BooleansAreDigits, groups);
                if (!read.IsUnset)
                {
                    properties[property.Key] = read;
                }
            }
        }

        var record = new Record(declaration.GetType().Name, properties, isOpen: false, self);
        if (declaration is SettingsGroup group)
        {
            groups.Add(group, record);
        }

        return record;
    }

    private static PartialValue ReadValue(object value, ObjectOrigin origin, bool booleansAreDigits, Dictionary<SettingsGroup, Record> groups) => value switch
    {
        // The default of a value type that stands for a text stands for none. A declaration that is but a text comes here, too.
        IOpenValue open => open.Text is { } text ? new Known(text, origin) : Unset.Instance,
        Declaration declaration => Read(declaration, origin, groups),
        string text => new Known(text, origin),
        bool truth => new Known(booleansAreDigits ? (truth ? "1" : "0") : (truth ? "true" : "false"), origin),
        Enum member => new Known(TextOf(member), origin),
        double number => new Known(number.ToString("R", CultureInfo.InvariantCulture), origin),
        IFormattable number => new Known(number.ToString(null, CultureInfo.InvariantCulture), origin),
        IReadOnlyDictionary<string, string> pairs => new Record(
            StructuredText.Dictionary, pairs.ToDictionary(p => p.Key, p => (PartialValue)new Known(p.Value ?? "", origin), StringComparer.Ordinal), isOpen: false, origin),
        IEnumerable list => new Sequence(
            [.. list.Cast<object?>().Select((item, i) => ReadItem(item, new ObjectOrigin(origin.Owner, origin.Property, i, origin.Parent), groups))],
            isOpen: false, origin),
        _ => throw new NotSupportedException($"a value of type {value.GetType()} has no text"),
    };

    private static PartialValue ReadItem(object? item, ObjectOrigin origin, Dictionary<SettingsGroup, Record> groups) => item is null ? new Known("", origin)
        : ReadValue(item, origin, booleansAreDigits: false, groups) is { IsUnset: false } value ? value
        : new Known("", origin);

    /// <summary>A number that is no member of the enum reads as its digits; no rule will take that for a name.</summary>
    private static string TextOf(Enum member) => s_enumTexts.GetOrAdd(member, static m =>
        m.GetType().GetField(m.ToString())?.GetCustomAttribute<ValueAttribute>()?.Text ?? m.ToString("D"));

    private static Property[] PropertiesOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is not null && p.GetIndexParameters().Length == 0)
            .Select(p => new Property(
                p,
                p.GetCustomAttribute<SettingAttribute>()?.Name ?? p.Name,
                // The kernel takes 1 and 0 in every release; nova and glance take words.
                type == typeof(Sysctl) || (type.IsSubclassOf(typeof(KernelModule)) && p.DeclaringType != typeof(KernelModule)))),
    ];

    private sealed record Property(PropertyInfo Info, string Key, bool BooleansAreDigits);
}
