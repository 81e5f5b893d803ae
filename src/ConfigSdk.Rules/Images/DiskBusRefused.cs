namespace ConfigSdk.Rules.Images;

/// <summary>A bus that no node has for the image's disks.</summary>
internal sealed class DiskBusRefused : GuestRule
{
    private static readonly (string Name, string Device, string Outcome)[] s_buses =
    [
        ("hw_disk_bus", "disk", "every guest of the image would fail to start"),
        ("hw_cdrom_bus", "cdrom", "every guest of the image would fail to start"),
        ("hw_floppy_bus", "floppy", "guests with a floppy would fail to start"),
        ("hw_rescue_bus", "", "no guest could be rescued with the image"),
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3019", "Disk bus that no node has",
        "{0} = {1}: {2}, so {3}",
        Consequence.Refused, "nova knows which buses a virt type has. libvirt knows which of them a machine type has and which devices a bus can hold.");

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        foreach (var (name, device, outcome) in s_buses)
        {
            if (image.Property(name) is not Known { Value: var bus } value)
            {
                continue;
            }

            // Only where nova's own check passes on every node does libvirt have a say on one of them.
            if (guests.All(g => IsRead(name, g) && g.TextOf(name) is not null && (OfVirtType(g, bus) ?? OfLibvirt(g, bus, DeviceOf(image, device))) is not null))
            {
                var first = guests.First();
                var machines = guests.Select(g => g.MachineType).Where(m => m.Text is not null);
                yield return Found(value, name, bus, OfVirtType(first, bus) is not null ? $"{Nova(guests)} has no such bus with {VirtTypes(guests)}" : OfLibvirt(first, bus, DeviceOf(image, device))!, Outcome(name, bus, outcome, first))
                    .With(Origins(machines));
            }
        }
    }

    // The cdrom's bus is chosen for every guest, but libvirt only looks where there is a cdrom.
    private static string Outcome(string name, string bus, string outcome, GuestFacts guest) =>
        name == "hw_cdrom_bus" && OfVirtType(guest, bus) is null ? "guests with a cdrom, such as a config drive, would fail to start" : outcome;

    // The driver reads the rescue properties since 21.0.0.
    private static bool IsRead(string name, GuestFacts guest) => name != "hw_rescue_bus" || guest.IsAtLeast("21.0.0");

    private static string? DeviceOf(ImageFacts image, string device) =>
        device.Length > 0 ? device : image.Property("hw_rescue_device") switch { Known known => known.Value, Unset => "disk", _ => null };

    private static string? OfVirtType(GuestFacts guest, string bus)
    {
        var buses = guest.Node.VirtType() switch
        {
            "kvm" or "qemu" => guest.IsAtLeast("17.0.0") ? ["virtio", "scsi", "ide", "usb", "fdc", "sata"] : ["virtio", "scsi", "ide", "usb", "fdc"],
            "lxc" => ["lxc"],
            "parallels" => guest.IsAtLeast("15.0.0") ? ["ide", "scsi"] : ["ide", "scsi", "sata"],
            "xen" => ["xen", "ide"],
            "uml" => ["uml"],
            _ => (string[]?)null,
        };
        return buses is null || buses.Contains(bus) ? null : "no such bus";
    }

    private static string? OfLibvirt(GuestFacts guest, string bus, string? device)
    {
        if (!guest.UsesQemu || device is null)
        {
            return null;
        }

        if (device is "disk" or "lun" or "cdrom" && bus == "fdc")
        {
            return "libvirt has nothing but floppies on this bus";
        }

        return device == "floppy" ? bus == "fdc" ? null : "libvirt has floppies on the bus fdc alone"
            : device == "cdrom" && bus == "virtio" ? "libvirt has no cdroms on this bus, for its disks cannot be ejected"
            : bus == "ide" && HasNoIde(guest) ? $"the machine type {guest.MachineType.Text} has no such bus"
            : null;
    }

    private static bool HasNoIde(GuestFacts guest) => guest.MachineType.Text is { } machine && guest.Architecture switch
    {
        "x86_64" or "i686" => machine == "q35" || machine.StartsWith("pc-q35-", StringComparison.Ordinal),
        "aarch64" => machine == "virt" || machine.StartsWith("virt-", StringComparison.Ordinal),
        _ => false,
    };
}
