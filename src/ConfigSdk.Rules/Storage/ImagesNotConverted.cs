using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Storage;

/// <summary>What follows where nova may not convert images to raw.</summary>
internal sealed class ImagesNotConverted : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA7010", "Images that stay as they are",
        "[DEFAULT] force_raw_images is off, so that {0}. Leave out Default.ForceRawImages if that is not meant.",
        Consequence.Notable, "nova converts images to raw unless it is told not to. What it does with the others then depends on where it keeps disks.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.IsOn("DEFAULT", "force_raw_images") == false && WhatFollows(node) is { } what)
        {
            yield return Found(node.Option("DEFAULT", "force_raw_images"), what).With(node.Option("libvirt", "images_type")).OfferToRemove("ForceRawImages");
        }
    }

    private static string? WhatFollows(NodeFacts node) => node.ImagesType() switch
    {
        "raw" or "flat" => "the disk of a qcow2 image is a qcow2 file, although images_type asks for raw",
        "default" when node.IsOn("DEFAULT", "use_cow_images") == false => "the disk of a qcow2 image is a qcow2 file, although use_cow_images is off",
        "lvm" when node.Target.Release?.IsAtLeast("20.0.0") == true =>
            "the node no longer says that it takes qcow2 images; a scheduler that asks (query_placement_for_image_type_support) places none of their guests here",
        "ploop" => "guests of images that are neither ploop nor raw fail to start",
        _ => null,
    };
}
