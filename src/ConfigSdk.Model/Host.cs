using System.Runtime.CompilerServices;

namespace ConfigSdk;

/// <summary>The host below nova.</summary>
public sealed record Host : SettingsGroup
{
    /// <summary>Declares a host.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Host([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
    }

    /// <summary>What the hardware is. Optional: it unlocks checks of kernel modules and CPU models.</summary>
    public HostCpu? Cpu { get; init; }

    /// <summary>
    /// How many logical CPUs the host has, as <c>nproc --all</c> prints; the kernel numbers them from 0. Optional: it unlocks checks of CPU sets.
    /// </summary>
    public int? Cpus { get; init; }

    /// <summary>
    /// What the kernel is booted with. Optional: it unlocks checks of CPU sets, huge pages and PCI devices. It is written only with
    /// <see cref="HostKernel.GrubFragment"/>: <c>/etc/default/grub.d</c>.
    /// </summary>
    public HostKernel? Kernel { get; init; }

    /// <summary>
    /// The kernel modules to load at boot, in order: <c>/etc/modules</c>, on RHEL <c>/etc/modules-load.d</c>, and <c>/etc/modprobe.d</c> for
    /// their parameters.
    /// </summary>
    public IReadOnlyList<KernelModule>? Modules { get; init; }

    /// <summary>The kernel's settings at run time: <c>/etc/sysctl.d</c>.</summary>
    public Sysctl? Sysctl { get; init; }

    /// <summary>Who may use device nodes: <c>/etc/udev/rules.d</c>.</summary>
    public Udev? Udev { get; init; }
}

/// <summary>Rules for device nodes.</summary>
public sealed record Udev : SettingsGroup
{
    /// <summary>Declares rules for device nodes.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Udev([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
    }

    /// <summary><c>/dev/kvm</c>, in <c>45-qemu-kvm.rules</c>.</summary>
    public DeviceNode? Kvm { get; init; }
}

/// <summary>Owner, group and mode of a device node. What is left out is left to the distribution's rules.</summary>
public sealed record DeviceNode : SettingsGroup
{
    /// <summary>Declares a device node.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public DeviceNode([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
    }

    /// <summary>The owning user.</summary>
    public string? Owner { get; init; }

    /// <summary>The owning group.</summary>
    public string? Group { get; init; }

    /// <summary>The permissions as three or four octal digits, such as <c>0660</c>.</summary>
    public string? Mode { get; init; }
}
