namespace ConfigSdk.Rules.Images;

/// <summary>A TPM model that does not have the version.</summary>
internal sealed class TpmModelRefused : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3029", "TPM model without the version",
        "hw_tpm_model tpm-crb has TPM 2.0 alone, but hw_tpm_version is 1.2: {0} refuses every guest of the image. Use version 2.0, or the model tpm-tis.",
        Consequence.Refused, "The command response buffer came with TPM 2.0. nova and libvirt refuse it for 1.2.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var (model, version) = (image.Property("hw_tpm_model"), image.Property("hw_tpm_version"));
        if (model.Text == "tpm-crb" && version.Text == "1.2" && guests.All(g => g.Property("hw_tpm_model").IsSet))
        {
            yield return Found(model, Nova(guests)).With(version).ReplaceBy("tpm-tis");
        }
    }
}
