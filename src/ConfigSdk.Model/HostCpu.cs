using System.Runtime.CompilerServices;

namespace ConfigSdk;

/// <summary>Who made a CPU.</summary>
public enum CpuVendor
{
    /// <summary>Intel: its virtualization is vmx, its kernel module kvm_intel.</summary>
    [Value("Intel")]
    Intel,

    /// <summary>AMD: its virtualization is svm, its kernel module kvm_amd.</summary>
    [Value("AMD")]
    Amd,

    /// <summary>Hygon: as AMD.</summary>
    [Value("Hygon")]
    Hygon,
}

/// <summary>The CPU that a host has.</summary>
public sealed record HostCpu : Declaration
{
    /// <summary>Declares a CPU.</summary>
    /// <param name="vendor">Who made it.</param>
    /// <param name="model">libvirt's name of it, as <c>virsh capabilities</c> prints; unset: only the vendor is known.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public HostCpu(CpuVendor vendor, CpuModel? model = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line) => (Vendor, Model) = (vendor, model);

    /// <summary>Who made it.</summary>
    public CpuVendor Vendor { get; init; }

    /// <summary>libvirt's name of it.</summary>
    public CpuModel? Model { get; init; }

    /// <summary>A CPU of Intel's.</summary>
    /// <param name="model">libvirt's name of it.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [Sets(nameof(Vendor), "Intel")]
    public static HostCpu Intel(CpuModel? model = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(CpuVendor.Intel, model, file, line);

    /// <summary>A CPU of AMD's.</summary>
    /// <param name="model">libvirt's name of it.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    [Sets(nameof(Vendor), "AMD")]
    public static HostCpu Amd(CpuModel? model = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(CpuVendor.Amd, model, file, line);
}
