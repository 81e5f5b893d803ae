using System.Globalization;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>A host's CPUs or kernel parameters that cannot be as declared.</summary>
internal sealed class UntakenKernelSetting : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2029", "Host that cannot be as declared",
        "{0} '{1}' {2}; no rule can hold nova's settings against it. Write {3}.",
        Consequence.Harmful, "What is declared of the host's CPUs, isolated CPUs and huge pages is what rules judge by. The kernel passes over isolated CPUs and page sizes that it cannot read or does not have.");

    public override IEnumerable<Finding> Judge(NodeFacts node) => [.. OfCpus(node), .. OfIsolated(node), .. OfHugePages(node)];

    private IEnumerable<Finding> OfCpus(NodeFacts node)
    {
        var cpus = node.Host(ModelNames.Cpus);
        if (cpus.Text is { } text && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && count < 1)
        {
            yield return Found(cpus, "Number of CPUs", text, "is none that a host has", "what nproc --all prints on it");
        }
    }

    private IEnumerable<Finding> OfIsolated(NodeFacts node)
    {
        var isolated = node.Host(ModelNames.Kernel, ModelNames.IsolatedCpus);
        // What cannot be written as an argument is NOVA2035's.
        if (isolated.Text is not { } text || IsUnwritable(node, isolated))
        {
            yield break;
        }

        if (node.IsolatedCpus() is not var (cpus, _))
        {
            yield return Found(isolated, "Set of isolated CPUs", text, "is none that nova could read", "numbers and ranges between commas, without the flags and groups of isolcpus=, such as 2-31");
        }
        else if (node.Cpus() is var (count, at) && cpus.From(count) is { IsEmpty: false } beyond)
        {
            yield return Found(isolated, "Set of isolated CPUs", text, $"has CPU {beyond.First}, and the host's {count} CPUs are 0 to {count - 1}", "CPUs of the host").With(at);
        }
        else if (node.Cpus() is var (all, there) && cpus.Count == all)
        {
            yield return Found(isolated, "Set of isolated CPUs", text, $"has all {all} CPUs of the host, and the kernel keeps at least one for itself", "a set without CPU 0").With(there);
        }
    }

    private IEnumerable<Finding> OfHugePages(NodeFacts node)
    {
        foreach (var pool in (node.Host(ModelNames.Kernel, ModelNames.HugePages) as Sequence)?.Items.OfType<Record>() ?? [])
        {
            var (size, count) = (pool[ModelNames.Size], pool[ModelNames.Count]);
            if (size.Text is { } text && !IsUnwritable(node, size) && Sizes(node.Target.Architecture) is { } sizes && (HostKernelFacts.SizeOf(text) is not { } kib || !sizes.Contains(kib)))
            {
                yield return Found(size, "Huge page size", text, $"is none that a kernel for {node.Target.Architecture} has", Phrases.OneOf([.. sizes.Select(HostKernelFacts.SizeText)]));
            }

            if (count.Text is { } number && number.StartsWith("-", StringComparison.Ordinal) && !IsUnwritable(node, count))
            {
                yield return Found(count, "Number of huge pages", number, "is below 0", "how many there are on the host");
            }
        }
    }

    private static bool IsUnwritable(NodeFacts node, PartialValue value) =>
        node.WritesGrubFragment() && UnwritableKernelArgument.UnreadableSettings(node).Any(s => ReferenceEquals(s.Value, value));

    // aarch64 has other sizes for each size of ordinary pages that a kernel can be built for.
    private static long[]? Sizes(string? architecture) => architecture switch
    {
        "x86_64" => [2 << 10, 1 << 20],
        _ => null,
    };
}
