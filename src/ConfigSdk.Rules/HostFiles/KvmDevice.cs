using System.Globalization;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>Who may use /dev/kvm on a node, by what is declared and by what its distribution does.</summary>
internal sealed class KvmDevice
{
    private const int ReadAndWrite = 6;

    private readonly bool _usesKvm;

    private KvmDevice(NodeFacts node)
    {
        _usesKvm = node.UsesKvm();
        Owner = Part(node, ModelNames.Owner);
        Group = Part(node, ModelNames.Group);
        Mode = Part(node, ModelNames.Mode);
        Platform = node.Target.Platform;
        Bits = Mode.Text is { } text && UnwritableUdevRule.IsMode(text) ? Octal(text) : null;
    }

    public static KvmDevice Of(NodeFacts node) => node.Derived(n => new KvmDevice(n));

    public PartialValue Owner { get; }

    public PartialValue Group { get; }

    public PartialValue Mode { get; }

    public Catalog.Platform? Platform { get; }

    /// <summary>The declared mode; null if there is none, or it is not known or no mode.</summary>
    public int? Bits { get; }

    /// <summary>The user that libvirt runs QEMU as, unless its qemu.conf names another; null if the platform is not known.</summary>
    public string? QemuUser => Platform is null ? null : Platform.IsRhel ? "qemu" : "libvirt-qemu";

    /// <summary>Whether others than owner and group may open the device; null if that is not known.</summary>
    public bool? IsOpenToOthers => Bits is { } bits ? Opens(bits)
        : Mode.IsUnset && Platform is { IsRhel: false } ? false
        : null;

    /// <summary>Why guests certainly cannot start for the device's permissions, and the value that makes it so.</summary>
    public (PartialValue At, string Why)? KeepsGuestsOut => _usesKvm ? Closed() : null;

    /// <summary>
    /// Why QEMU's user certainly cannot open the device, and the value that makes it so: it is whoever it is, as the kernel looks at the
    /// owner's bits for the owner, at the group's for members, and at the others' for nobody else.
    /// </summary>
    private (PartialValue At, string Why)? Closed()
    {
        // What udev would misread is NOVA2006's.
        if (Owner is Unknown || Group is Unknown || (Group.Text is { } name && !UnwritableUdevRule.IsAccount(name)) || Mode is Unknown || (Mode.Text is not null && Bits is null) || IsQemu(Owner.Text))
        {
            return null;
        }

        // udev's own rule gives the device to the group kvm, of which QEMU's user is a member everywhere.
        if (Group.Text is null or "kvm" || (QemuUser is { } user && Group.Text == user))
        {
            return Bits is { } bits && !Opens(bits >> 3)
                ? (Mode, $"mode {Mode.Text} lets members of {Group.Text ?? "kvm"}, QEMU's user among them, not read and write")
                : null;
        }

        if (IsOpenToOthers != false)
        {
            return null;
        }

        return Bits is { } mode && !Opens(mode >> 3) ? (Mode, $"mode {Mode.Text} lets nobody but the owner{(Owner.Text is { } owner ? " " + owner : "")} read and write")
            : QemuUser is { } qemu && !char.IsDigit(Group.Text[0]) ? (Group, $"{qemu}, as whom libvirt runs QEMU, is no member of {Group.Text} unless you made it one")
            : null;
    }

    private bool IsQemu(string? owner) => owner is not (null or "" or "root" or "0") && (QemuUser is null || owner == QemuUser || char.IsDigit(owner[0]));

    private static PartialValue Part(NodeFacts node, string property) => node.Host(ModelNames.Udev, ModelNames.Kvm, property);

    private static bool Opens(int bits) => (bits & ReadAndWrite) == ReadAndWrite;

    private static int Octal(string text) => text.Aggregate(0, (sum, c) => (sum * 8) + int.Parse(c.ToString(), CultureInfo.InvariantCulture));
}
