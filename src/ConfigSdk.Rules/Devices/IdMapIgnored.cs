using System.Text.RegularExpressions;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Options;

namespace ConfigSdk.Rules.Devices;

/// <summary>A mapping of a container's users or groups that nova drops.</summary>
internal sealed class IdMapIgnored : LibvirtRule
{
    private const int MostMaps = 5;
    private static readonly string[] s_options = ["uid_maps", "gid_maps"];

    // Python's int(); of more than three parts nova takes the first three.
    private static readonly Regex s_map = new(@"\A(\s*[+-]?[0-9]+(_[0-9]+)*\s*(:|\z)){3,}(?<!:)\z", RegexOptions.CultureInvariant);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4045", "Container id mapping that is dropped",
        "'{0}' in [libvirt] {1} {2}; nova would log a warning and start containers without it",
        Consequence.Harmful, "Each mapping is the first id in the container, the first id on the host and how many there are, and nova takes five. Without a mapping ids are the host's own.")
    {
        Fixes = RuleFixes.Items,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        from option in s_options
        where node.VirtType() == "lxc" && node.Sets("libvirt", option)
        from finding in Judge(node.Option("libvirt", option), option)
        select finding;

    private IEnumerable<Finding> Judge(PartialValue maps, string option)
    {
        var position = 0;
        foreach (var item in maps is Sequence list ? list.Items : [])
        {
            position++;
            if (item is not Known { Value: var map } || OptionText.HasReference(map) || OptionText.ItemFlaw(map) is not null)
            {
                continue;
            }

            // nova cuts the list first, and reads what is left of it.
            if (position > MostMaps)
            {
                yield return Found(item, map, option, $"is one more than the {MostMaps} mappings that nova takes").OfferToRemoveItem();
            }
            else if (!s_map.IsMatch(map) && map.All(c => c <= '~'))
            {
                yield return Found(item, map, option, "is not of the form first:target:count, such as 0:100000:65536").OfferToRemoveItem();
            }
        }
    }
}
