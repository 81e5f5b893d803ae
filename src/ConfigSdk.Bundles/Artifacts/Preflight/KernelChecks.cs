using System.Globalization;
using ConfigSdk.Rules;
using ConfigSdk.Rules.HostFiles;

namespace ConfigSdk.Bundles.Artifacts.Preflight;

/// <summary>What the kernel was booted with, and what was set since.</summary>
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

        var remedy = node.WritesGrubFragment() ? "Put the bundle into place, run update-grub, and boot the node." : "Add it to the kernel's command line and boot the node, or correct Host.Kernel.Arguments.";
        foreach (var argument in node.KernelArguments())
        {
            yield return new("kernel_argument", argument.Text!, remedy);
        }

        foreach (var setting in node.Sysctl().GroupBy(s => s.Path!).Select(s => s.Last()))
        {
            yield return new("kernel_setting", SysctlFacts.Canonical(setting.Key.Text!), setting.Path!, Printed(setting.Value.Text!));
        }
    }

    /// <summary>The value as /proc/sys shows it, but for white space: a value of numbers has decimal ones there.</summary>
    private static string Printed(string value)
    {
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var numbers = words.Select(KernelText.Number).OfType<decimal>().Select(n => n.ToString(CultureInfo.InvariantCulture)).ToArray();
        return string.Join(' ', numbers.Length == words.Length ? numbers : words);
    }
}
