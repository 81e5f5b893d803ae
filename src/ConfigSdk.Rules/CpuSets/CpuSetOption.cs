using ConfigSdk.Catalog;
using ConfigSdk.Rules.Options;

namespace ConfigSdk.Rules.CpuSets;

/// <summary>An option that holds a set of host CPUs, as a node has it.</summary>
internal sealed class CpuSetOption
{
    private readonly CpuSetText? _read;

    public CpuSetOption(NodeFacts node, string group, string option)
    {
        (Name, Value) = (new OptionName(group, option), node.Option(group, option));
        var isThere = node.Target.Release is { } release ? node.Catalog.Options.Find(Name)?.ExistsIn(release) : null;
        IsSet = isThere == false || Value.IsUnset || Value.Text?.Length == 0 ? false
            : isThere == true && Value.Text is { } text && !OptionText.HasReference(text) && OptionText.Flaw(text) is null ? true
            : null;
        _read = IsSet == true ? CpuSetText.Read(Value.Text!, node.Target.Release) : null;
    }

    /// <summary>The option's name.</summary>
    public OptionName Name { get; }

    /// <summary>The value as declared.</summary>
    public PartialValue Value { get; }

    /// <summary>Whether the release that the node runs finds a set in it, be it one that it refuses; null if that is not known.</summary>
    public bool? IsSet { get; }

    /// <summary>The text, if it is certainly one that the release refuses.</summary>
    public CpuSetText? Refused => _read?.Flaw is null ? null : _read;

    /// <summary>The CPUs; null if there is no set, if it is refused, or if it is not known.</summary>
    public CpuRanges? Cpus => _read?.Cpus;
}
