using System.Collections;
using System.Globalization;
using System.Reflection;
using ConfigSdk.Rules;
using Record = ConfigSdk.Rules.Record;

namespace ConfigSdk.Analyzers.Tests.Helpers;

/// <summary>Reads real objects of the model, as the build does, to hold what the source told against them.</summary>
internal static class RuntimeReader
{
    public static PartialValue Read(object? value, bool isKernelSwitch = false) => value switch
    {
        null => Unset.Instance,
        string s => new Known(s, null),
        bool b => new Known(isKernelSwitch ? b ? "1" : "0" : b ? "true" : "false", null),
        double d => new Known(d.ToString("R", CultureInfo.InvariantCulture), null),
        Enum e => e.GetType().GetField(e.ToString())?.GetCustomAttribute<ValueAttribute>() is { Text: var text } ? new Known(text, null) : Unset.Instance,
        IOpenValue open => open.Text is { } text ? new Known(text, null) : Unset.Instance,
        Declaration declaration => Object(declaration),
        IReadOnlyDictionary<string, string> pairs => new Record(StructuredText.Dictionary, pairs.ToDictionary(p => p.Key, p => Read(p.Value)), false, null),
        IEnumerable list => new Sequence([.. list.Cast<object?>().Select(i => Read(i))], false, null),
        IFormattable number => new Known(number.ToString(null, CultureInfo.InvariantCulture), null),
        _ => Unknown.Instance,
    };

    /// <summary>Why what the source told is not what the program has; null if it is.</summary>
    public static string? Contradiction(PartialValue told, PartialValue real, string path = "") => (told, real) switch
    {
        (OneOf several, _) => several.Alternatives.Any(a => Contradiction(a, real, path) is null) ? null : $"{path}: {Dump.Of(told)} is not {Dump.Of(real)}",
        (Unknown, _) or (Unset, Unset) => null,
        (Known a, Known b) when a.Value == b.Value => null,
        (Sequence a, Sequence b) => a.IsOpen ? Subsequence(a, b, path)
            : a.Items.Count != b.Items.Count ? $"{path}: {Dump.Of(a)} is not {Dump.Of(b)}"
            : a.Items.Select((item, i) => Contradiction(item, b.Items[i], $"{path}[{i}]")).FirstOrDefault(c => c is not null),
        (Record a, Record b) when a.TypeName == b.TypeName => a.Properties.Keys.Union(b.Properties.Keys)
            .Select(k => Contradiction(a[k], b[k], $"{path}.{k}")).FirstOrDefault(c => c is not null),
        _ => $"{path}: {Dump.Of(told)} is not {Dump.Of(real)}",
    };

    private static string? Subsequence(Sequence told, Sequence real, string path)
    {
        var next = 0;
        foreach (var item in real.Items)
        {
            if (next < told.Items.Count && Contradiction(told.Items[next], item) is null)
            {
                next++;
            }
        }

        return next == told.Items.Count ? null : $"{path}: {Dump.Of(told)} is not in {Dump.Of(real)}";
    }

    private static Record Object(Declaration declaration)
    {
        var properties = new Dictionary<string, PartialValue>();
        foreach (var property in declaration.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            var isSwitch = declaration is KernelModule or Sysctl && property.Name != nameof(KernelModule.OutOfTree);
            if (Read(property.GetValue(declaration), isSwitch) is { IsUnset: false } value)
            {
                properties[property.GetCustomAttribute<SettingAttribute>()?.Name ?? property.Name] = value;
            }
        }

        return new Record(declaration.GetType().Name, properties, false, null);
    }
}
