using System.Runtime.CompilerServices;

namespace ConfigSdk;

/// <summary>
/// What the kernel of a host was booted with, by whatever writes its command line. It says what the host is, so that nova's settings can be
/// held against it; nothing is written for it. What is left out is not known.
/// </summary>
public sealed record HostKernel : SettingsGroup
{
    /// <summary>Declares what a kernel was booted with.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public HostKernel([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
    }

    /// <summary>
    /// The CPUs that the scheduler leaves alone: those of <c>isolcpus=</c>, without its flags. Only what is pinned to them runs there.
    /// </summary>
    public CpuSet? IsolatedCpus { get; init; }

    /// <summary>The huge pages that the kernel keeps: <c>hugepagesz=</c> and <c>hugepages=</c>, or what <c>vm.nr_hugepages</c> makes of them at boot.</summary>
    public IReadOnlyList<HugePagePool>? HugePages { get; init; }

    /// <summary>Whether devices' access to memory goes through an IOMMU: <c>intel_iommu=on</c> or <c>amd_iommu=on</c>, and the firmware's switch.</summary>
    public bool? Iommu { get; init; }
}

/// <summary>Huge pages of one size.</summary>
public sealed record HugePagePool : Declaration
{
    /// <summary>Declares huge pages of one size.</summary>
    /// <param name="size">The pages' size as on the kernel's command line: <c>2M</c>, <c>1G</c>.</param>
    /// <param name="count">How many there are on the whole host.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public HugePagePool(string size, int count, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line) => (Size, Count) = (size, count);

    /// <summary>The pages' size as on the kernel's command line.</summary>
    public string Size { get; init; }

    /// <summary>How many there are on the whole host.</summary>
    public int Count { get; init; }
}
