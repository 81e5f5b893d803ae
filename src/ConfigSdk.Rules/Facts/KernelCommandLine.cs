using System.Globalization;

namespace ConfigSdk.Rules;

/// <summary>What a declaration says of the kernel's command line.</summary>
internal static class KernelCommandLine
{
    /// <summary>Whether the command line is certainly written, for GRUB.</summary>
    public static bool WritesGrubFragment(this NodeFacts node) => node.Host(ModelNames.Kernel, ModelNames.GrubFragment).Text == "true";

    /// <summary>The further arguments that are certainly declared, in order.</summary>
    public static IReadOnlyList<KernelArgumentFact> KernelArguments(this NodeFacts node) =>
    [
        .. ((node.Host(ModelNames.Kernel, ModelNames.Arguments) as Sequence)?.Items ?? []).OfType<Record>()
            .Select(a => new KernelArgumentFact(a[ModelNames.Name], a[ModelNames.Value], a)),
    ];

    /// <summary>
    /// What GRUB is to add to the command line, with what each argument was declared by. A further argument takes the place of what would be made of the
    /// host's isolated CPUs, huge pages or IOMMU.
    /// </summary>
    public static IEnumerable<(string Argument, PartialValue At)> GrubArguments(this NodeFacts node)
    {
        var further = node.KernelArguments();
        if (node.IsolatedCpus() is var (isolated, at) && !isolated.IsEmpty && !Has("isolcpus"))
        {
            yield return ($"isolcpus={isolated}", at);
        }

        if (!Has("hugepages", "hugepagesz"))
        {
            // The kernel takes one number for a size.
            foreach (var pool in node.KnownHugePages().Where(p => p.Count > 0).GroupBy(p => p.Size).OrderBy(p => p.Key))
            {
                yield return ($"hugepagesz={HostKernelFacts.SizeText(pool.Key)}", pool.First().Declared);
                yield return ($"hugepages={pool.Sum(p => (long)p.Count).ToString(CultureInfo.InvariantCulture)}", pool.First().Declared);
            }
        }

        var iommu = node.Host(ModelNames.Kernel, ModelNames.Iommu);
        foreach (var argument in IommuArguments(node, iommu.Text).Where(a => !Has(a.Split('=')[0])))
        {
            yield return (argument, iommu);
        }

        foreach (var argument in further.Where(a => a.Text is not null))
        {
            yield return (argument.Text!, argument.Declared);
        }

        bool Has(params string[] names) => further.Any(a => a.Key is { } key && names.Contains(key));
    }

    /// <summary>
    /// What switches the IOMMU. AMD's kernels use it wherever the firmware offers one, and have no word for that; Intel's word means nothing on
    /// other CPUs. Other architectures need none.
    /// </summary>
    private static string[] IommuArguments(NodeFacts node, string? isOn)
    {
        var vendor = node.Target.Architecture is "x86_64" or "i686" ? node.Host(ModelNames.Cpu, ModelNames.Vendor).Text ?? "" : null;
        return (isOn, vendor) switch
        {
            ("true", "" or "Intel") => ["intel_iommu=on"],
            ("false", "") => ["intel_iommu=off", "amd_iommu=off"],
            ("false", "Intel") => ["intel_iommu=off"],
            ("false", not null) => ["amd_iommu=off"],
            _ => [],
        };
    }
}

/// <summary>An argument of the kernel's command line.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">What stands behind the <c>=</c>; unset for a name alone.</param>
/// <param name="Declared">The whole entry.</param>
internal sealed record KernelArgumentFact(PartialValue Name, PartialValue Value, PartialValue Declared)
{
    /// <summary>The kernel's form of the name, to which <c>-</c> and <c>_</c> are the same; null if it is not known.</summary>
    public string? Key => Name.Text?.Replace('-', '_');

    /// <summary>The argument as it stands on the command line; null if it is not known.</summary>
    public string? Text => Name.Text is { } name ? Value.IsUnset ? name : Value.Text is { } value ? $"{name}={value}" : null : null;
}
