namespace ConfigSdk.Rules;

/// <summary>What a declaration says of the kernel's settings at run time.</summary>
internal static class SysctlFacts
{
    /// <summary>The settings that are certainly declared, in the order in which they are written: typed ones by key, then the others.</summary>
    public static IEnumerable<SysctlFact> Sysctl(this NodeFacts node) => node.Host(ModelNames.Sysctl) is not Record sysctl ? [] :
    [
        .. sysctl.Properties.Where(p => p.Key != ModelNames.Extra && !p.Value.IsUnset).OrderBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => new SysctlFact(new Known(p.Key, null), p.Value, p.Value, IsTyped: true)),
        .. ((sysctl[ModelNames.Extra] as Sequence)?.Items ?? []).OfType<Record>()
            .Select(e => new SysctlFact(e[ModelNames.Key], e[ModelNames.Value], e, IsTyped: false)),
    ];

    /// <summary>What a setting, by its place below <c>/proc/sys</c>, is certainly set to: the last of several; null if nothing says so, or if another may come after it.</summary>
    public static SysctlFact? SysctlInForce(this NodeFacts node, string path)
    {
        var isWhole = node.Host(ModelNames.Sysctl) is Record { IsOpen: false } && node.Sysctl().All(s => s.Path is not null)
            && node.Host(ModelNames.Sysctl, ModelNames.Extra) is var extra && (extra is Unset || (extra is Sequence { IsOpen: false } list && list.Items.All(i => i is Record)));
        return isWhole && node.Sysctl().LastOrDefault(s => s.Path == path) is { Value: Known } setting ? setting : null;
    }

    /// <summary>
    /// The names of which a key is made, from <c>/proc/sys</c> downwards. Its first separator is the one that parts names: behind a dot, slashes
    /// stand for dots within names.
    /// </summary>
    public static string[] PathOf(string key)
    {
        var first = key.IndexOfAny(['.', '/']);
        return first < 0 ? [key] : key[first] == '/' ? key.Split('/') : [.. key.Split('.').Select(n => n.Replace('/', '.'))];
    }

    /// <summary>The key as <c>sysctl -a</c> prints it: dots between names.</summary>
    public static string Canonical(string key) => string.Join(".", PathOf(key).Select(n => n.Replace('.', '/')));
}

/// <summary>A setting of the kernel's.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
/// <param name="Declared">What was written: the value, or the entry with its key.</param>
/// <param name="IsTyped">Whether the model has a property for it.</param>
internal sealed record SysctlFact(PartialValue Key, PartialValue Value, PartialValue Declared, bool IsTyped)
{
    /// <summary>Where it is below <c>/proc/sys</c>, which tells keys apart however they are spelled; null if the key is not known.</summary>
    public string? Path { get; } = Key.Text is { } text ? string.Join("/", SysctlFacts.PathOf(text)) : null;
}
