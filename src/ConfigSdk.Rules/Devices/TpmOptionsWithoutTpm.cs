using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Devices;

/// <summary>Details of emulated TPMs on a node that has none.</summary>
internal sealed class TpmOptionsWithoutTpm() : OptionsWithoutEffect(
    "NOVA4059", "TPM option without emulated TPM",
    "The user and the group of swtpm's files, and the ways to keep its secrets, matter to guests with an emulated TPM alone. Without swtpm_enabled the node has none.")
{
    private static readonly string[] s_options = ["swtpm_user", "swtpm_group", "supported_tpm_secret_security"];

    protected override IEnumerable<Ignored> IgnoredIn(NodeFacts node) =>
        from option in node.IsOn("libvirt", "swtpm_enabled") == false ? s_options : []
        select new Ignored(new("libvirt", option), "swtpm_enabled is not on, and no guest gets an emulated TPM", "set Libvirt.SwtpmEnabled to true", node.Option("libvirt", "swtpm_enabled"));
}
