using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Devices;

/// <summary>Several types of virtual GPUs for a nova that makes one.</summary>
internal sealed class SeveralMdevTypes : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4040", "Several types of virtual GPUs for a release that makes one",
        "{0} makes virtual GPUs of the first type alone, '{1}', and logs a warning; '{2}' would never be offered. List one type, or declare nova 21.0.0 (Ussuri) or later.",
        Consequence.Harmful, "Until 20 nova cannot tell which GPU is to have which type, and drops all types but the first.")
    {
        Fixes = RuleFixes.Items,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        node.Target.Release is { } release && release.IsAtLeast("17.0.0") && !release.IsAtLeast("21.0.0")
        && node.ItemsOf("devices", "enabled_mdev_types") is { Count: > 1 } types
            ? types.Skip(1).Select(t => Found(t, release.DisplayName, types[0].Value, t.Value).With(types[0]).OfferToRemoveItem())
            : [];
}
