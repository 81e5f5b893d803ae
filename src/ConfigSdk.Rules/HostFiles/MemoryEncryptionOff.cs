using System.Globalization;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>Places for guests with encrypted memory on a host that cannot encrypt.</summary>
internal sealed class MemoryEncryptionOff : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2016", "Encrypted guests on a host without SEV",
        "num_memory_encrypted_guests = {0} has no effect: {1}. nova-compute would log a warning at start and offer no place for guests with encrypted memory. {2}",
        Consequence.Harmful, "nova asks libvirt and kvm_amd's parameter sev whether the host has AMD's SEV. Without it nova reports none of the places, whatever the option says.")
    {
        Fixes = RuleFixes.Setting,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var guests = node.Option("libvirt", "num_memory_encrypted_guests");
        // From 34.0.0 on the option counts Intel's TDX guests too, or is gone.
        if (node.MayUseOtherDriver() || !node.Sets("libvirt", "num_memory_encrypted_guests") || node.Target.Release?.IsAtLeast("34.0.0") != false
            || !(int.TryParse(guests.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && count > 0))
        {
            yield break;
        }

        var vendor = node.Host(ModelNames.Cpu, ModelNames.Vendor);
        Finding? found = null;
        if (vendor.Text == "Intel")
        {
            found = Found(guests, guests.Text!, "the host's CPU is one of Intel's, and only AMD's have SEV", "Leave it out.").With(vendor);
        }
        else if (InForce(node, "kvm_amd", "sev") is var (_, sev) && IsOff(node, "kvm_amd", "sev", sev.Value))
        {
            found = Found(guests, guests.Text!, $"kvm_amd sev={sev.Value} switches SEV off", "Set sev to 1.").With(sev);
        }
        else if (node.Target.Platform is { Kernel: "debian-11" } platform && AllKnown(node) && node.Loads("kvm_amd") == true
            && !Named(node).Any(m => m.Name == "kvm_amd" && (IsOutOfTree(m.Module) || MaySet(m.Module, "sev"))))
        {
            found = Found(guests, guests.Text!, $"kvm_amd of {platform.Title}'s kernel has SEV off unless it is told otherwise", "Set kvm_amd's parameter sev to 1.").With(node.Modules);
        }

        if (found is not null)
        {
            yield return found.OfferToRemove("NumMemoryEncryptedGuests");
        }
    }
}
