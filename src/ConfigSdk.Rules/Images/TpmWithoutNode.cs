namespace ConfigSdk.Rules.Images;

/// <summary>A TPM that no node can give.</summary>
internal sealed class TpmWithoutNode : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3030", "TPM without a node that has it",
        "hw_tpm_version = {0}: guests of the image run only on nodes with emulated TPMs, and [libvirt] swtpm_enabled is false on every node, so none would find a place. Set Libvirt.SwtpmEnabled on nodes.",
        Consequence.Refused, "nova looks for nodes that report the TPM's traits, and a node reports them only if swtpm_enabled is true. Its default is false.");

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var version = image.Property("hw_tpm_version");
        if (version.Text is "1.2" or "2.0" && guests.All(g => g.Property("hw_tpm_version").IsSet && g.Node.IsOn("libvirt", "swtpm_enabled") == false))
        {
            yield return Found(version, version.Text!).With(Origins(guests.Select(g => g.Node.Option("libvirt", "swtpm_enabled"))));
        }
    }
}
