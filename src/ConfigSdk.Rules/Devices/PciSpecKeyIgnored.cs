using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>A key of a device's description that nova does not look at.</summary>
internal sealed class PciSpecKeyIgnored : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4035", "PCI device specification with a key that has no effect",
        "'{0}' in [pci] device_spec means nothing to {1}, which would choose devices as if it were not there{2}",
        Consequence.Harmful, "nova keeps keys that it does not know as tags of the device, and nothing asks for them. Where such a key was meant to narrow the choice, more devices than intended go to guests.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var release = node.Target.Release;
        if (release?.IsAtLeast("2014.2") == false)
        {
            yield break; // refused there
        }

        foreach (var spec in PciSpecs.Objects(node))
        {
            foreach (var member in spec.Members)
            {
                var since = PciSpecs.Keys.TryGetValue(member.Key, out var tag) ? Release.Parse(tag) : null;
                if (since is null || release?.IsAtLeast(tag!) == false)
                {
                    yield return Found(
                        member.Value.At, member.Key, Phrases.Nova(release),
                        since is null ? Phrases.DidYouMean(Spelling.Nearest(member.Key, PciSpecs.Keys.Keys)) : $". It came with nova {since.Tag} ({since.Name}).");
                }
            }
        }
    }
}
