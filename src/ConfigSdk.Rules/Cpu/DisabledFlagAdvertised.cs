using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Cpu;

/// <summary>A feature that guests do not have and that placement is told of.</summary>
internal sealed class DisabledFlagAdvertised : GuestCpuRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1018", "Disabled CPU feature that is still advertised",
        "'{0}' takes the feature from every guest, but {1} still reports {2} to placement; flavors that require the trait are scheduled here and run without the feature",
        Consequence.Notable, "nova reports the features of all flags as traits and does not look whether a flag switches the feature on or off.");

    protected override IEnumerable<Finding> Judge(GuestCpu cpu)
    {
        if (cpu.Target is not { Release: { } release, Architecture: "x86_64" or "i686" } || cpu.VirtType is not ("kvm" or "qemu") || !(cpu.Mode.IsUnset || cpu.Mode.Text is "custom" or "host-model" or "host-passthrough"))
        {
            return [];
        }

        var contradictory = ContradictoryFlags.FeaturesOf(cpu);
        return
            from flag in cpu.ReadFlags
            where flag.Flag.IsDisabled && !contradictory.Contains(flag.Flag.Name) && !cpu.Target.IsWithdrawn(flag.Flag.Name)
            let traits = CpuTraits.Of(flag.Flag.Name, release)
            where traits.Count > 0
            select Found(flag.Item, flag.Item.Value, release.DisplayName, string.Join(" and ", traits));
    }
}
