using System.Text.RegularExpressions;

namespace ConfigSdk.Rules.Fleets;

/// <summary>A node's name that is no host name, or that no directory can have.</summary>
internal sealed class NodeNameNotHostName : NodeRule
{
    private static readonly Regex s_hostName = new(
        @"\A(?=.{1,253}\z)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\z",
        RegexOptions.CultureInvariant);

    private static readonly Regex s_device = new(@"\A(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // What stands beside the nodes' directories.
    private static readonly HashSet<string> s_ownNames = new(["images", "sources", "ansible", "fleet.json", "index.html"], StringComparer.OrdinalIgnoreCase);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6003", "Node name that is no host name",
        "Node name '{0}' {1}; it names nova's host and the bundle's directory, so nothing is written for the node",
        Consequence.Refused, "A node's name is a host name: labels of 1 to 63 letters, digits and dashes, separated by dots, at most 253 characters in all.")
    {
        IsConfigurable = false,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (node.IsFinal && node.Name.Text is { } name && Flaw(name) is { } flaw)
        {
            yield return Found(node.Name, name, flaw);
        }
    }

    private static string? Flaw(string name) =>
        !s_hostName.IsMatch(name) ? "is no host name of letters, digits, dashes and dots"
        : s_device.IsMatch(name) ? "is a device's name on Windows, where no directory can have it"
        : s_ownNames.Contains(name) || name.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) ? "is taken by a file or directory that stands beside the nodes'"
        : null;
}
