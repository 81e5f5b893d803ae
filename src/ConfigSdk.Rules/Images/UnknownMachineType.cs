using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Images;

/// <summary>A machine type that no node's QEMU has, or that has no place for what nova gives every guest.</summary>
internal sealed class UnknownMachineType : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3033", "Machine type that no node has",
        "hw_machine_type = {0}: {1}, so every guest of the image would fail to start{2}",
        Consequence.Refused, "nova takes any text for a machine type. Since 26.0.0 it holds it against what libvirt reports when a guest is created, before that libvirt refuses the guest.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var value = image.Property("hw_machine_type");
        if (value.Text is not { } machine || !guests.All(g => g.UsesQemu && g.Property("hw_machine_type").IsSet))
        {
            yield break;
        }

        if (guests.All(g => Devices.MachineTypes.HasNoPci(g.Architecture, machine)))
        {
            yield return Found(value, machine, Devices.MachineTypes.NoPci, "");
            yield break;
        }

        if (!guests.All(g => g.Architecture is { } architecture && Devices.MachineTypes.AreLacking(g.Node.Target, architecture, machine)))
        {
            yield break;
        }

        var facts = guests.Select(g => Devices.MachineTypes.FactsOf(g.Node.Target.Qemu!, g.Architecture!)).Distinct().ToArray();
        var meant = facts[0] is { } first ? Spelling.Nearest(machine, first.MachineNames.Where(m => facts.All(f => f?.FindMachine(m) is not null))) : null;
        yield return Found(value, machine, $"QEMU {Phrases.OneOf([.. guests.Select(g => TargetFacts.Short(g.Node.Target.Qemu!)).Distinct()])} for {guests.First().Architecture} has no such machine", Phrases.DidYouMean(meant)).ReplaceBy(meant);
    }
}
