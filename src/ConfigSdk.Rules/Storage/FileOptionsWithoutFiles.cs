using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Storage;

/// <summary>Options of disks that are files, where the chosen kind of disk leaves them nothing to say.</summary>
internal sealed class FileOptionsWithoutFiles() : OptionsWithoutEffect(
    "NOVA7009", "Options of disk files that the kind of disk overrules",
    "use_cow_images chooses between qcow2 and raw files where images_type leaves it open; preallocate_images is about such files alone.")
{
    protected override IEnumerable<Ignored> IgnoredIn(NodeFacts node)
    {
        var declared = node.Option("libvirt", "images_type");
        if (node.ImagesType() is not { } type)
        {
            yield break;
        }

        // Beside raw and flat the option still decides what a resize makes of the disk.
        if (type is "qcow2" or "lvm" or "rbd" or "ploop")
        {
            yield return new Ignored(
                new OptionName("DEFAULT", "use_cow_images"), $"[libvirt] images_type is {type}, and nova asks for use_cow_images where images_type is default", "leave out Libvirt.ImagesType", declared);
        }

        if (type is "lvm" or "rbd" or "ploop" && node.TextOf("DEFAULT", "preallocate_images") == "space")
        {
            yield return new Ignored(
                new OptionName("DEFAULT", "preallocate_images"), $"[libvirt] images_type is {type}, and nova preallocates raw and qcow2 files alone", "choose files with Libvirt.ImagesType", declared);
        }
    }
}
