using System.Globalization;
using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts.Preflight;

/// <summary>What the kernel was booted with.</summary>
internal static class KernelChecks
{
    public static IEnumerable<PreflightCheck> Of(NodeFacts node)
    {
        if (node.IsolatedCpus() is var (isolated, _))
        {
            yield return new("isolated_cpus", isolated.ToString());
        }

        foreach (var size in node.KnownHugePages().GroupBy(p => p.Size, p => (long)p.Count).OrderBy(s => s.Key))
        {
            yield return new("huge_pages", size.Key.ToString(CultureInfo.InvariantCulture), size.Sum().ToString(CultureInfo.InvariantCulture));
        }

        if (node.Host(ModelNames.Kernel, ModelNames.Iommu).Text is { } working)
        {
            yield return new("iommu", working);
        }
    }
}
