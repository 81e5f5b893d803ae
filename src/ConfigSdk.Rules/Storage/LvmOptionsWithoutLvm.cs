using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Storage;

/// <summary>Options of logical volumes on a node that keeps no disks in any.</summary>
internal sealed class LvmOptionsWithoutLvm() : OptionsOfOtherBackend(
    "NOVA7008", "Options of LVM without disks in LVM",
    "nova reads these options where it makes, encrypts and removes logical volumes. Left over from a node that had some, they no longer clean up after it.", "lvm",
    [
        .. OfLibvirt("images_volume_group", "sparse_logical_volumes", "volume_clear", "volume_clear_size"),
        new(Encryption, "cipher"), new(Encryption, "key_size"),
    ])
{
    private const string Encryption = "ephemeral_storage_encryption";

    // Where encryption is on, that is what is wrong.
    protected override bool MayBeIgnored(NodeFacts node, OptionName option) => option.Group != Encryption || node.IsOn(Encryption, "enabled") == false;
}
