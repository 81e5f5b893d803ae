using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Options;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Migration;

/// <summary>An address into which nova cannot put the host's name.</summary>
internal sealed class AddressFormat : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6007", "Address without a place for the host",
        "[libvirt] {0} is '{1}', which {2}: nova puts the host's name where one %s stands; {3}. Write one %s, and %% for a percent sign.",
        Consequence.Refused, "nova formats the text with the host as the only value. Python raises an error if the text takes none, or others.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.Option("libvirt", "live_migration_uri") is Known { Value.Length: > 0 } uri && IsText(uri) && PercentFormat.Flaw(uri.Value) is { } flaw)
        {
            yield return Found(uri, "live_migration_uri", uri.Value, flaw, Outcome.NoMigration);
        }

        // Without %s the text is an address as it stands.
        if (node.Sets("libvirt", "migration_inbound_addr") && node.Option("libvirt", "migration_inbound_addr") is Known address && IsText(address)
            && address.Value.Contains("%s") && PercentFormat.Flaw(address.Value) is { } otherFlaw)
        {
            yield return Found(address, "migration_inbound_addr", address.Value, otherFlaw, Outcome.NoMove);
        }
    }

    private static bool IsText(Known value) => OptionText.Flaw(value.Value) is null && !OptionText.HasReference(value.Value);
}
