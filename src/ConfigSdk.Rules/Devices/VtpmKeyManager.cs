using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>A key manager that cannot keep the secrets of emulated TPMs.</summary>
internal sealed class VtpmKeyManager : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4060", "Key manager that cannot keep TPM secrets",
        "[key_manager] backend = '{0}' has one fixed key and stores nothing, but every emulated TPM has a secret of its own; nova-compute would start, and " + Outcome.SomeGuests + ". Use a key manager such as barbican.",
        Consequence.Refused, "nova makes a secret for each guest with an emulated TPM and stores it in the key manager. The one with the fixed key refuses every secret but its own.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        node.Target.Release?.IsAtLeast("22.0.0") == true && node.IsOn("libvirt", "swtpm_enabled") == true && node.VirtType() is "kvm" or "qemu"
        && node.Option("key_manager", "backend") is Known { Value: "nova.keymgr.conf_key_mgr.ConfKeyManager" } backend
            ? [Found(backend, backend.Value).With(node.Option("libvirt", "swtpm_enabled"))]
            : [];
}
