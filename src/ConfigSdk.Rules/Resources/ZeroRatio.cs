using ConfigSdk.Rules.GuestMemory;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Resources;

/// <summary>A ratio of 0, which is none at all.</summary>
internal sealed class ZeroRatio : LibvirtRule
{
    private static readonly string[] s_kinds = ["cpu", "ram", "disk"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4022", "Allocation ratio of 0",
        "[DEFAULT] {0} of 0 is as if it were not set: a node that placement does not know yet gets [DEFAULT] initial_{0}, and any other keeps the ratio that placement has. Leave it out, or write the ratio.",
        Consequence.Notable, "nova asks whether a ratio is set by asking whether it is another than 0.")
    {
        Fixes = RuleFixes.Setting,
    };

    // Up to 18 the ratio's default is 0, and says that the controller's own holds.
    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        from kind in node.Target.Release?.IsAtLeast("19.0.0") == true ? s_kinds : []
        let option = kind + "_allocation_ratio"
        where node.Sets("DEFAULT", option) && node.NumberOf("DEFAULT", option) == 0 && !(kind == "ram" && FileBackedRule.IsFileBacked(node))
        select Found(node.Option("DEFAULT", option), option).OfferToRemove(Catalog.CSharpNames.Pascal(option));
}
