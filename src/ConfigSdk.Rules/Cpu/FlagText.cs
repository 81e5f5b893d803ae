using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Cpu;

/// <summary>A CPU flag as the target's nova reads what nova.conf will have for it.</summary>
/// <param name="Sign">The signs before the name, as declared.</param>
/// <param name="Name">The feature's name in lower case.</param>
internal readonly record struct FlagText(string Sign, string Name)
{
    /// <summary>Whether the flag is to switch the feature off.</summary>
    public bool IsDisabled => Sign.StartsWith("-", StringComparison.Ordinal);

    /// <summary>Reads a flag: all signs of the first one's kind count as one.</summary>
    public static FlagText Parse(string text)
    {
        var name = text.Length > 0 && text[0] is '+' or '-' ? text.TrimStart(text[0]) : text;
        return new FlagText(text.Substring(0, text.Length - name.Length), name.ToLowerInvariant());
    }

    /// <summary>Whether the release can switch features off.</summary>
    public static bool TakesSigns(Release release) => release.IsAtLeast("23.0.0");
}
