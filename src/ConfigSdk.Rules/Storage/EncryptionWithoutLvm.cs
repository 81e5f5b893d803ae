using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Storage;

/// <summary>Encryption of local disks where nova cannot encrypt them.</summary>
internal sealed class EncryptionWithoutLvm : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA7006", "Disk encryption without LVM",
        "[ephemeral_storage_encryption] enabled is on, but [libvirt] images_type is {0}, and nova encrypts logical volumes alone; {1}. Set Libvirt.ImagesType to lvm, or leave out EphemeralStorageEncryption.Enabled.",
        Consequence.Refused, "nova starts with it, and then refuses to make or open any local disk that is no logical volume.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.Sets("ephemeral_storage_encryption", "enabled") && node.IsOn("ephemeral_storage_encryption", "enabled") == true && node.KeepsDisksElsewhere("lvm"))
        {
            yield return Found(node.Option("ephemeral_storage_encryption", "enabled"), node.ImagesType()!, Outcome.NoLocalDisks)
                .With(node.Option("libvirt", "images_type")).OfferToRemove("Enabled");
        }
    }
}
