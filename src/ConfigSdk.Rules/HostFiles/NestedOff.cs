using ConfigSdk.Rules.Cpu;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>Guests that are to have virtualization of their own, which KVM is told to keep from them.</summary>
internal sealed class NestedOff : HostRule
{
    private static readonly (string Module, string Feature)[] s_modules = [("kvm_intel", "vmx"), ("kvm_amd", "svm")];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2013", "Nested virtualization switched off under guests that need it",
        "With {0} nested={1} KVM has no {2} to give, which {3} stands for. libvirt refuses to start guests for the missing feature (old versions start them without it). Leave the parameter out: kernels since 4.20 have it on.",
        Consequence.Harmful, "With nested=0 KVM tells QEMU that the CPU has no virtualization. libvirt asks QEMU what a guest's CPU can have, and refuses the rest.")
    {
        Fixes = RuleFixes.Setting | RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var cpu = GuestCpu.Of(node);
        if (!node.UsesKvm())
        {
            yield break;
        }

        foreach (var (module, feature) in s_modules)
        {
            if (InForce(node, module, "nested") is var (parameter, value) && IsOff(node, module, "nested", value.Value) && Asking(cpu, feature) is { } asking)
            {
                var found = OfferToUnset(Found(value, module, value.Value, feature, asking.Value).With(asking), parameter);
                yield return parameter.IsTyped ? found : found.ReplaceBy("1");
            }
        }
    }

    /// <summary>The flag or the model that asks for a feature.</summary>
    private static Known? Asking(GuestCpu cpu, string feature)
    {
        var flags = cpu.FlagNames.Select(f => (At: f, Flag: FlagText.Parse(f.Value))).Where(f => f.Flag.Name == feature).ToArray();
        if (cpu.WhyFlagsAreIgnored is null && cpu.Node.Sets("libvirt", "cpu_model_extra_flags") && MayHaveFlags(cpu) && flags.Length > 0)
        {
            return flags.Any(f => f.Flag.IsDisabled) ? null : flags[0].At;
        }

        // Flags that are not known may switch the feature off.
        return cpu.Mode.Text == "custom" && (cpu.Flags.IsUnset || KnownItems.All(cpu.Flags) is not null) && cpu.Target.CpuMap is { } map && map.IsOf(cpu.Target.Libvirt!)
            ? cpu.ModelNames.FirstOrDefault(m => map.FindInAnyCase(m.Value) is { } model && model.HasFeature(feature) && !model.RemovedFeatures.Contains(feature))
            : null;
    }

    private static bool MayHaveFlags(GuestCpu cpu) => cpu.Mode.IsUnset || cpu.Mode.Text is "custom" or "host-model";
}
