namespace ConfigSdk;

/// <summary>A value from a set that is not closed: known names are constants, any other text converts to it and is checked by rules.</summary>
public interface IOpenValue
{
    /// <summary>The text that stands in the file; null for the type's default value, which stands for nothing.</summary>
    string? Text { get; }
}

/// <summary>A CPU model's name in libvirt's cpu_map.</summary>
/// <param name="Text">The name.</param>
public readonly partial record struct CpuModel(string? Text) : IOpenValue
{
    /// <summary>The model of this name.</summary>
    public static implicit operator CpuModel(string name) => new(name);

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";
}

/// <summary>A CPU feature's name in libvirt's cpu_map, to be switched on for guests (<c>pcid</c>, <c>+pcid</c>) or off (<c>-hle</c>).</summary>
/// <param name="Text">The name, with or without sign.</param>
public readonly partial record struct CpuFlag(string? Text) : IOpenValue
{
    /// <summary>Switches the feature on.</summary>
    /// <param name="flag">The feature's name.</param>
    [Value("+{0}")]
    public static CpuFlag Enable(CpuFlag flag) => new("+" + flag.Text);

    /// <summary>Switches the feature off; nova takes that from 23.0.0 (Wallaby) on.</summary>
    /// <param name="flag">The feature's name.</param>
    [Value("-{0}")]
    public static CpuFlag Disable(CpuFlag flag) => new("-" + flag.Text);

    /// <summary>The flag of this name, with or without sign.</summary>
    public static implicit operator CpuFlag(string name) => new(name);

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";
}

/// <summary>A machine type of QEMU's: the mainboard that a guest has.</summary>
/// <param name="Text">The name.</param>
public readonly partial record struct MachineType(string? Text) : IOpenValue
{
    /// <summary>The machine type of this name.</summary>
    public static implicit operator MachineType(string name) => new(name);

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";
}

/// <summary>The machine type that guests of one architecture get whose image names none, as <c>[libvirt] hw_machine_type</c> lists it.</summary>
/// <param name="Text">The architecture in nova's words and the machine type: <c>x86_64=q35</c>.</param>
public readonly record struct DefaultMachineType(string? Text) : IOpenValue
{
    /// <summary>The machine type of an architecture's guests.</summary>
    /// <param name="architecture">The architecture in nova's words, such as <c>x86_64</c> or <c>aarch64</c>.</param>
    /// <param name="type">The machine type.</param>
    [Value("{0}={1}")]
    public static DefaultMachineType Of(string architecture, MachineType type) => new(architecture + "=" + type.Text);

    /// <summary>An architecture and its machine type: <c>x86_64=q35</c>.</summary>
    public static implicit operator DefaultMachineType(string text) => new(text);

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";
}

/// <summary>What is around an image's disk, as Glance names it.</summary>
/// <param name="Text">The name.</param>
public readonly partial record struct ContainerFormat(string? Text) : IOpenValue
{
    /// <summary>The container format of this name: Glance's option container_formats may list others.</summary>
    public static implicit operator ContainerFormat(string name) => new(name);

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";
}

/// <summary>The class that drives the hypervisor, as <c>[DEFAULT] compute_driver</c> names it.</summary>
/// <param name="Text">Module and class below <c>nova.virt</c>.</param>
public readonly record struct ComputeDriver(string? Text) : IOpenValue
{
    /// <summary>libvirt: KVM, QEMU, LXC.</summary>
    [Value("libvirt.LibvirtDriver")]
    public static ComputeDriver Libvirt => new("libvirt.LibvirtDriver");

    /// <summary>Ironic: bare metal.</summary>
    [Value("ironic.IronicDriver")]
    public static ComputeDriver Ironic => new("ironic.IronicDriver");

    /// <summary>VMware vCenter.</summary>
    [Value("vmwareapi.VMwareVCDriver")]
    public static ComputeDriver VMware => new("vmwareapi.VMwareVCDriver");

    /// <summary>No hypervisor at all, for tests of nova.</summary>
    [Value("fake.FakeDriver")]
    public static ComputeDriver Fake => new("fake.FakeDriver");

    /// <summary>The driver of this name.</summary>
    public static implicit operator ComputeDriver(string name) => new(name);

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";
}
