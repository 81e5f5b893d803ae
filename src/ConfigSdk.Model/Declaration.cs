using System.Collections.Concurrent;
using System.Reflection;

namespace ConfigSdk;

/// <summary>A part of a declaration. It remembers where it was written, so that findings of the build can say where; equality does not look at that.</summary>
public abstract record Declaration
{
    private protected Declaration(string file, int line) => Provenance = Provenance.Written(file, line);

    /// <summary>A copy, as <c>with</c> makes one.</summary>
    /// <param name="original">What is copied.</param>
    protected Declaration(Declaration original) => Provenance = Provenance.CopyOf(original);

    /// <summary>Where this object came from.</summary>
    internal Provenance Provenance { get; private set; }

    /// <summary>A copy with what the other declaration sets; groups of settings are merged, everything else is replaced.</summary>
    private protected static T Merge<T>(T inherited, T changes)
        where T : Declaration
    {
        var merged = inherited with { };
        foreach (var property in Mergeable.PropertiesOf(inherited.GetType()))
        {
            if (property.GetValue(changes) is { } changed)
            {
                var before = property.GetValue(inherited);
                property.SetValue(merged, changed is SettingsGroup group && before is SettingsGroup old ? Merge(old, group) : changed);
            }
        }

        merged.Provenance = Provenance.MergeOf(inherited, changes);
        return merged;
    }

    private static class Mergeable
    {
        private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_properties = new();

        public static PropertyInfo[] PropertiesOf(Type type) => s_properties.GetOrAdd(
            type, t => [.. t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null)]);
    }
}

/// <summary>A group of settings, each of which may be left out. <see cref="NodeProfile.Override"/> merges groups setting by setting.</summary>
public abstract record SettingsGroup : Declaration
{
    private protected SettingsGroup(string file, int line)
        : base(file, line)
    {
    }
}
