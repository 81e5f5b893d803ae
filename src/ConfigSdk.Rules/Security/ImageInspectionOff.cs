namespace ConfigSdk.Rules.Security;

/// <summary>nova told not to look at what images are.</summary>
internal sealed class ImageInspectionOff : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA8005", "Images are not inspected",
        "With [workarounds] disable_deep_image_inspection nova does not check whether an image is of the format that Glance says and refers to no other file: a user's image may make the node read its own files to the guest (CVE-2024-32498). Leave the option out.",
        Consequence.Harmful, "qemu-img and QEMU follow what an image's header says, data files and backing files included. nova looks at the header first, unless it is told not to.")
    {
        Fixes = RuleFixes.Setting,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var option = node.Option("workarounds", "disable_deep_image_inspection");
        // It came late to the series 27 to 29: who sets it there has a version that has it.
        if (node.Target.Release?.IsAtLeast("27.0.0") == true && option is Known { Origin: not null } && node.IsOn("workarounds", "disable_deep_image_inspection") == true)
        {
            yield return Found(option).OfferToRemove("DisableDeepImageInspection");
        }
    }
}
