using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Images;

/// <summary>A NIC model that no node's virt type has.</summary>
internal sealed class NicModelRefused : GuestRule
{
    // From which release a virt type has a model; the first three are older than what is known.
    private static readonly (string Model, string Since)[] s_qemu =
    [
        ("virtio", "2014.1"), ("ne2k_pci", "2014.1"), ("pcnet", "2014.1"), ("rtl8139", "2014.1"), ("e1000", "2014.1"), ("spapr-vlan", "2014.2"),
        ("e1000e", "22.0.0"), ("vmxnet3", "22.0.0"), ("igb", "31.0.0"),
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3020", "NIC model that no node has",
        "hw_vif_model = {0}: {1} has no such NIC with {2}, so every guest of the image with a network would fail to start; it has {3}",
        Consequence.Refused, "nova accepts every model that some hypervisor has, and refuses it where a guest's NIC is made.");

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var value = image.Property("hw_vif_model");
        if (value.Text is not { } text || !guests.All(g => Models(g) is { } models && g.TextOf("hw_vif_model") is { } model && !models.Contains(model)))
        {
            yield break;
        }

        var common = Models(guests.Last())!;
        yield return Found(value, text, Nova(guests), VirtTypes(guests), common.Length == 0 ? "none that can be chosen" : Phrases.OneOf(common));
    }

    private static string[]? Models(GuestFacts guest) => guest.Node.VirtType() switch
    {
        "kvm" => Qemu(guest),
        "qemu" => guest.IsAtLeast("16.0.0") ? [.. Qemu(guest), "lan9118"] : Qemu(guest),
        "parallels" when guest.IsAtLeast("15.0.0") => ["virtio", "rtl8139", "e1000"],
        "lxc" => [],
        _ => null,
    };

    private static string[] Qemu(GuestFacts guest) => [.. s_qemu.Where(m => guest.IsAtLeast(m.Since)).Select(m => m.Model)];
}
