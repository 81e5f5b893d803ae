using System.Runtime.CompilerServices;

namespace ConfigSdk;

/// <summary>
/// What the kernel of a host is booted with. It says what the host is, so that nova's settings can be held against it, whatever writes its
/// command line; with <see cref="GrubFragment"/> it is what GRUB puts there. What is left out is not known.
/// </summary>
public sealed record HostKernel : SettingsGroup
{
    /// <summary>Declares what a kernel is booted with.</summary>
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

    /// <summary>
    /// Whether devices' access to memory goes through an IOMMU, which the firmware has to offer. Kernels use AMD's by themselves, and Intel's
    /// with <c>intel_iommu=on</c>.
    /// </summary>
    public bool? Iommu { get; init; }

    /// <summary>
    /// Further arguments of the kernel's command line, in order. One that also stands for something above, such as
    /// <c>new("isolcpus", "managed_irq,domain,2-7")</c>, is written in its place.
    /// </summary>
    public IReadOnlyList<KernelArgument>? Arguments { get; init; }

    /// <summary>
    /// Whether all of this is added to the command line that GRUB boots the kernel with: <c>/etc/default/grub.d/nova-compute.cfg</c>, which
    /// Debian's and Ubuntu's <c>update-grub</c> reads. Unset: nothing is written.
    /// </summary>
    public bool? GrubFragment { get; init; }
}

/// <summary>An argument of the kernel's command line: <c>nohz_full=2-7</c>, <c>nosmt</c>.</summary>
public sealed record KernelArgument : Declaration
{
    /// <summary>Declares an argument.</summary>
    /// <param name="name">The name, such as <c>nohz_full</c> or <c>kvm_intel.nested</c>; <c>-</c> and <c>_</c> are the same.</param>
    /// <param name="value">What stands behind the <c>=</c>; unset: the name alone.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public KernelArgument(string name, string? value = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line) => (Name, Value) = (name, value);

    /// <summary>The name.</summary>
    public string Name { get; init; }

    /// <summary>What stands behind the <c>=</c>.</summary>
    public string? Value { get; init; }
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
