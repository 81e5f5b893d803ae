using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>Slots for guests with encrypted memory, whose machine type cannot have it.</summary>
internal sealed class SevWithoutQ35 : LibvirtRule
{
    private const string X86 = "x86_64";

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4061", "Encrypted memory without machine type q35",
        "[libvirt] num_memory_encrypted_guests offers encrypted memory, which needs the machine type q35, but guests whose image names no machine type get {0}; "
        + Outcome.SomeGuests + ". Put 'x86_64=q35' into Libvirt.HwMachineType.",
        Consequence.Harmful, "AMD SEV needs a machine with PCIe, and nova refuses to start such a guest on another. Images may name q35 themselves.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        var type = MachineTypes.Effective(node, X86);
        if (node.Target.Architecture == X86 && type?.Contains("q35") == false
            && node.NumberOf("libvirt", "num_memory_encrypted_guests") > 0 && node.Sets("libvirt", "num_memory_encrypted_guests"))
        {
            var types = node.Option("libvirt", "hw_machine_type");
            var finding = Found(node.Option("libvirt", "num_memory_encrypted_guests"), $"'{type}'").With(types);
            yield return types.IsUnset ? finding.OfferToSet(CSharpNames.Pascal("hw_machine_type"), "[DefaultMachineType.Of(\"x86_64\", MachineType.Q35)]") : finding;
        }
    }
}
