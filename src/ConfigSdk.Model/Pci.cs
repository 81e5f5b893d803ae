using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ConfigSdk;

/// <summary>
/// Host devices that guests may get: a value of <c>[pci] device_spec</c>, which is JSON. A device is meant if it has everything that is set
/// here. JSON text converts to it, for what has no property of its own.
/// </summary>
/// <remarks>
/// nova-compute checks it when it starts (14.0.0 and later). Either an address or a device's name may be set, not both. nova 2014.1 takes
/// lists of vendor and product ids alone, which only JSON text can say.
/// </remarks>
public record PciDeviceSpec : Declaration
{
    /// <summary>Declares devices.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PciDeviceSpec([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
    }

    /// <summary>vendor_id: up to four hexadecimal digits, such as <c>8086</c>; unset or <c>*</c>: any vendor.</summary>
    [Setting("vendor_id")]
    public string? VendorId { get; init; }

    /// <summary>product_id: up to four hexadecimal digits, such as <c>10fb</c>; unset or <c>*</c>: any product.</summary>
    [Setting("product_id")]
    public string? ProductId { get; init; }

    /// <summary>
    /// address: <c>0000:0a:00.1</c>, with <c>*</c> for any domain, bus, slot or function (<c>*:0a:00.*</c>); a <see cref="PciAddressPattern"/>
    /// where that does not do. nova 2014.2 and later.
    /// </summary>
    [Setting("address")]
    public PciAddress? Address { get; init; }

    /// <summary>devname: the network interface's name, such as <c>eth0</c>; with a physical function's, its virtual functions are meant. nova 2014.2 and later.</summary>
    [Setting("devname")]
    public string? Devname { get; init; }

    /// <summary>
    /// physical_network: the Neutron network that the device's port is connected to. nova 2014.2 and later. For devices of tunnelled
    /// networks nova wants a JSON null there: write the whole value as JSON text.
    /// </summary>
    [Setting("physical_network")]
    public string? PhysicalNetwork { get; init; }

    /// <summary>trusted: whether the virtual function may change its own address and listen to others' frames. nova 18.0.0 and later.</summary>
    [Setting("trusted")]
    public bool? Trusted { get; init; }

    /// <summary>remote_managed: whether the virtual function's port is on a SmartNIC DPU. nova 25.0.0 and later; nova refuses it for physical functions.</summary>
    [Setting("remote_managed")]
    public bool? RemoteManaged { get; init; }

    /// <summary>managed: whether libvirt binds the device to vfio-pci and back; unset: it does. nova 31.0.0 and later.</summary>
    [Setting("managed")]
    public bool? Managed { get; init; }

    /// <summary>live_migratable: whether guests move with the device. nova 31.0.0 and later; it needs libvirt 10.0.0 and QEMU 8.2.2.</summary>
    [Setting("live_migratable")]
    public bool? LiveMigratable { get; init; }

    /// <summary>one_time_use: whether the device stays reserved after its first guest, until an operator frees it. nova 32.0.0 and later; it needs <c>[pci] report_in_placement</c>.</summary>
    [Setting("one_time_use")]
    public bool? OneTimeUse { get; init; }

    /// <summary>resource_class: how Placement counts the device; unset: by vendor and product. nova 26.0.0 and later, with <c>[pci] report_in_placement</c>.</summary>
    [Setting("resource_class")]
    public string? ResourceClass { get; init; }

    /// <summary>traits: what Placement knows of the device; nova makes custom traits of names that are not standard. nova 26.0.0 and later, with <c>[pci] report_in_placement</c>.</summary>
    [Setting("traits")]
    public IReadOnlyList<string>? Traits { get; init; }

    /// <summary>The value of this JSON text. <c>with</c> does not change such a value: it throws <see cref="NotSupportedException"/>.</summary>
    public static implicit operator PciDeviceSpec(string json) => new Json(json);

    private sealed record Json : PciDeviceSpec, IOpenValue
    {
        public Json(string text)
            : base("", 0) => Text = text;

        private Json(Json original)
            : base(original) => throw JsonText.CannotChange();

        public string? Text { get; }

        public override string ToString() => Text ?? "";
    }
}

/// <summary>Which PCI addresses are meant: text such as <c>*:0a:00.*</c>, which converts to it, or a <see cref="PciAddressPattern"/>.</summary>
public abstract record PciAddress : Declaration
{
    private protected PciAddress(string file, int line)
        : base(file, line)
    {
    }

    /// <summary>The address, or addresses where <c>*</c> stands for anything: <c>domain:bus:slot.function</c>, all hexadecimal; parts may be left out at the front.</summary>
    public static implicit operator PciAddress(string address) => new Glob(address);

    private sealed record Glob : PciAddress, IOpenValue
    {
        public Glob(string text)
            : base("", 0) => Text = text;

        public string? Text { get; }

        public override string ToString() => Text ?? "";
    }
}

/// <summary>PCI addresses by a regular expression (Python's, matched from the start) for each part. What is unset may be anything.</summary>
public sealed record PciAddressPattern : PciAddress
{
    /// <summary>Declares addresses.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PciAddressPattern([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
    }

    /// <summary>domain: of four hexadecimal digits.</summary>
    [Setting("domain")]
    public string? Domain { get; init; }

    /// <summary>bus: of two hexadecimal digits.</summary>
    [Setting("bus")]
    public string? Bus { get; init; }

    /// <summary>slot: of two hexadecimal digits, up to 1f.</summary>
    [Setting("slot")]
    public string? Slot { get; init; }

    /// <summary>function: of one digit, 0 to 7.</summary>
    [Setting("function")]
    public string? Function { get; init; }
}

/// <summary>
/// A name by which flavors ask for devices: a value of <c>[pci] alias</c>, which is JSON. JSON text converts to it. nova-api reads it, and
/// nova-compute for guests that are resized or moved.
/// </summary>
/// <remarks>nova refuses an alias with other keys than these when it is first used, from 32.0.0 on when nova-compute starts.</remarks>
public record PciAlias : Declaration
{
    /// <summary>Declares an alias.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PciAlias([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
    }

    /// <summary>name: 1 to 256 characters. Aliases of the same name are alternatives: all must have a device type, the same one, and the same NUMA policy.</summary>
    [Setting("name")]
    public required string Name { get; init; }

    /// <summary>vendor_id: four hexadecimal digits. From 32.0.0 on nova wants both ids, unless it finds devices through Placement and there is a resource class.</summary>
    [Setting("vendor_id")]
    public string? VendorId { get; init; }

    /// <summary>product_id: four hexadecimal digits.</summary>
    [Setting("product_id")]
    public string? ProductId { get; init; }

    /// <summary>device_type: which kind of device; type-PF must be said for one that has virtual functions and is to be passed as a whole.</summary>
    [Setting("device_type")]
    public PciDeviceType? DeviceType { get; init; }

    /// <summary>capability_type: nova has one value for it, and does not look at it.</summary>
    [Setting("capability_type")]
    public PciCapabilityType? CapabilityType { get; init; }

    /// <summary>numa_policy: how near the device must be to the guest's CPUs and memory; unset: legacy. nova 17.0.0 and later.</summary>
    [Setting("numa_policy")]
    public PciNumaPolicy? NumaPolicy { get; init; }

    /// <summary>resource_class: of the devices in Placement. nova 27.0.0 and later.</summary>
    [Setting("resource_class")]
    public string? ResourceClass { get; init; }

    /// <summary>traits: which the devices must have in Placement. nova 27.0.0 and later.</summary>
    [Setting("traits")]
    public IReadOnlyList<string>? Traits { get; init; }

    /// <summary>live_migratable: whether only devices will do that guests move with (true), or only others (false). nova 31.0.0 and later.</summary>
    [Setting("live_migratable")]
    public bool? LiveMigratable { get; init; }

    /// <summary>The value of this JSON text. <c>with</c> does not change such a value: it throws <see cref="NotSupportedException"/>.</summary>
    public static implicit operator PciAlias(string json) => new Json(json);

    private sealed record Json : PciAlias, IOpenValue
    {
        [SetsRequiredMembers]
        public Json(string text)
            : base("", 0) => (Name, Text) = ("", text);

        [SetsRequiredMembers]
        private Json(Json original)
            : base(original) => throw JsonText.CannotChange();

        public string? Text { get; }

        public override string ToString() => Text ?? "";
    }
}

/// <summary>The kinds of PCI devices that an alias tells apart.</summary>
public enum PciDeviceType
{
    /// <summary>A device without virtual functions.</summary>
    [Value("type-PCI")]
    TypePci,

    /// <summary>A physical function: a device that has virtual functions.</summary>
    [Value("type-PF")]
    TypePf,

    /// <summary>A virtual function.</summary>
    [Value("type-VF")]
    TypeVf,
}

/// <summary>The values of an alias's capability_type.</summary>
public enum PciCapabilityType
{
    /// <summary>PCI.</summary>
    [Value("pci")]
    Pci,
}

/// <summary>How near a PCI device must be to its guest's CPUs and memory.</summary>
public enum PciNumaPolicy
{
    /// <summary>On the same NUMA node.</summary>
    [Value("required")]
    Required,

    /// <summary>On the same NUMA node, if the host tells where the device is.</summary>
    [Value("legacy")]
    Legacy,

    /// <summary>On the same NUMA node if there is one left, else anywhere.</summary>
    [Value("preferred")]
    Preferred,

    /// <summary>On the same socket; nova 23.0.0 and later.</summary>
    [Value("socket")]
    Socket,
}

internal static class JsonText
{
    /// <summary>What a property says cannot be put into JSON text that somebody else wrote.</summary>
    public static NotSupportedException CannotChange() => new("A value that is JSON text is changed in its text, not by 'with'.");
}
