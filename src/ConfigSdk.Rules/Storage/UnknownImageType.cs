using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Options;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Storage;

/// <summary>An image type to keep away that nova has no name for.</summary>
internal sealed class UnknownImageType : LibvirtRule
{
    // nova reports a trait for each.
    private static readonly string[] s_types = ["aki", "ami", "ari", "iso", "ploop", "qcow2", "raw", "vdi", "vhd", "vhdx", "vmdk"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA7011", "Unknown image type",
        "'{0}' is no image type of nova's, so that [compute] image_type_exclude_list keeps nothing away with it: nova knows {1}{2}",
        Consequence.Harmful, "nova takes the traits of the listed image types from the node, by their exact names. Other names are passed over in silence.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        from type in node.Sets("compute", "image_type_exclude_list") ? KnownItems.Of(node.Option("compute", "image_type_exclude_list")) : []
        where OptionText.ItemFlaw(type.Value) is null && !OptionText.HasReference(type.Value) && !s_types.Contains(type.Value)
        let suggestion = Spelling.Nearest(type.Value, s_types)
        select Found(type, type.Value, string.Join(", ", s_types), Phrases.DidYouMean(suggestion)).ReplaceBy(suggestion);
}
