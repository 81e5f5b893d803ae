using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>Emulated TPMs where nova cannot make them.</summary>
internal sealed class VtpmRefused : LibvirtRule
{
    private static readonly Version s_libvirt = new(5, 6, 0);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4057", "Emulated TPM that is refused",
        "[libvirt] swtpm_enabled needs {0}; " + Outcome.NoStart + ". Leave out Libvirt.SwtpmEnabled, or declare {1}.",
        Consequence.Refused, "An emulated TPM is a device of QEMU's, that libvirt knows how to start since 5.6.0. nova looks when it starts.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (!node.Sets("libvirt", "swtpm_enabled") || node.IsOn("libvirt", "swtpm_enabled") != true)
        {
            yield break;
        }

        var enabled = node.Option("libvirt", "swtpm_enabled");
        if (node.HasNoGuestCpu())
        {
            var type = node.Option("libvirt", "virt_type");
            yield return Found(enabled, $"guests of virt_type kvm or qemu, and here it is {node.VirtType()}", "one of these").With(type).OfferToRemove("SwtpmEnabled");
        }
        else if (node.Target is { Release.Series: "22", Libvirt: { } libvirt } && libvirt < s_libvirt)
        {
            yield return Found(enabled, $"libvirt 5.6, and the target has libvirt {TargetFacts.Short(libvirt)}", "a newer one").With(node.Target.Declared).OfferToRemove("SwtpmEnabled");
        }
    }
}
