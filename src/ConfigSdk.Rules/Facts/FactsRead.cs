using ConfigSdk.Catalog;

namespace ConfigSdk.Rules;

/// <summary>What somebody asked of a node's facts, of those in which nodes of one host and target may differ.</summary>
internal sealed class FactsRead
{
    private readonly HashSet<OptionName> _options = [];

    /// <summary>The options.</summary>
    public IEnumerable<OptionName> Options => _options;

    /// <summary>Whether it may be more than the options: all of them, or what stands outside of the profile.</summary>
    public bool IsAll { get; private set; }

    /// <summary>Whether it was each option by itself.</summary>
    public bool IsEachOption { get; private set; }

    public void Add(OptionName option) => _options.Add(option);

    public void AddAll() => IsAll = true;

    public void AddEachOption() => IsEachOption = true;

    /// <summary>Adds what somebody else asked; null if nobody noted that.</summary>
    public void Add(FactsRead? other)
    {
        IsAll |= other?.IsAll != false;
        IsEachOption |= other?.IsEachOption == true;
        _options.UnionWith(other?._options ?? []);
    }
}
