using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>A machine type that no guest gets.</summary>
internal sealed class MachineTypeEntryIgnored : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4051", "Machine type that no guest gets",
        "'{0}' in [libvirt] hw_machine_type {1}, and no guest would get it{2}",
        Consequence.Harmful, "Items have the form architecture=type. nova looks for its own name of the guest's architecture, as text; what does not match is passed over, at most with a warning.")
    {
        Fixes = RuleFixes.Text | RuleFixes.Items,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        var target = node.Target;
        var entries = MachineTypes.Of(node);
        foreach (var entry in entries)
        {
            if (entry.Type.Length == 0)
            {
                var isType = target is { Architecture: { } host, Qemu: { } qemu } && QemuFacts.For(qemu, host)?.FindMachine(entry.Item.Value) is not null;
                var whole = isType ? $"{target.Architecture}={entry.Item.Value}" : null;
                yield return Found(entry.Item, entry.Item.Value, "is not of the form architecture=type", Phrases.DidYouMean(whole)).ReplaceBy(whole).OfferToRemoveItem();
            }
            else if (!MachineTypes.IsArchitecture(entry.Architecture))
            {
                var meant = MachineTypes.ArchitectureMeantBy(entry.Architecture) is { } name ? $"{name}={entry.Type.Trim()}" : null;
                yield return Found(entry.Item, entry.Item.Value, "is for an architecture that nova does not call so", Phrases.DidYouMean(meant)).ReplaceBy(meant).OfferToRemoveItem();
            }
            else if (target.Release is not null && MachineTypes.For(node, entry.Architecture) is { } used && used.Type != entry.Type)
            {
                yield return Found(entry.Item, entry.Item.Value, $"stands beside '{used.Item.Value}', which {target.Release.DisplayName} takes", "").With(used.Item).OfferToRemoveItem();
            }
        }
    }
}
