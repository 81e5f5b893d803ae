namespace ConfigSdk.Rules.Images;

/// <summary>A signature of which a part is missing.</summary>
internal sealed class IncompleteSignature : ImageRule
{
    private static readonly string[] s_parts = ["img_signature", "img_signature_hash_method", "img_signature_key_type", "img_signature_certificate_uuid"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3041", "Incomplete image signature",
        "{0} is set, but {1} is not: Glance does not verify the image, and nodes with [glance] verify_glance_signatures refuse it. Set all four parts of a signature, or none.",
        Consequence.Harmful, "A signature is verified with its text, its hash method, its type of key and its certificate. If one of them is missing, Glance takes the image unverified.");

    public override IEnumerable<Finding> Judge(FleetFacts fleet)
    {
        foreach (var image in fleet.Images)
        {
            var parts = s_parts.Select(p => (Name: p, Value: image.Property(p))).ToArray();
            var missing = parts.Where(p => p.Value.IsUnset).Select(p => p.Name).ToArray();
            if (missing.Length > 0 && parts.FirstOrDefault(p => p.Value.IsSet) is { Name: not null } present)
            {
                yield return Found(present.Value, present.Name, string.Join(" and ", missing));
            }
        }
    }
}
