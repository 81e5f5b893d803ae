namespace ConfigSdk.Rules.HostFiles;

/// <summary>An argument of the kernel's command line that says otherwise than the rest of what is declared of the kernel.</summary>
internal sealed class KernelArgumentAgainstHost : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2036", "Kernel argument against what is declared of the kernel",
        "{0} contradicts Host.Kernel.{1}, which says '{2}'; the kernel goes by the arguments, and nova's settings are judged by Host.Kernel. Make them say the same.",
        Consequence.Harmful, "What an argument says that also stands for isolated CPUs, huge pages or the IOMMU is written in the place of what would be made of them.");

    public override IEnumerable<Finding> Judge(NodeFacts node) => [.. OfIsolated(node), .. OfHugePages(node), .. OfIommu(node)];

    private IEnumerable<Finding> OfIsolated(NodeFacts node)
    {
        if (node.IsolatedCpus() is var (isolated, at))
        {
            foreach (var argument in Written(node).Where(a => a.Key == "isolcpus" && a.Value.Text is not null))
            {
                if (KernelArgumentText.Cpus(argument.Value.Text!) is { } cpus && cpus.ToString() != isolated.ToString())
                {
                    yield return Found(argument.Declared, argument.Text!, ModelNames.IsolatedCpus, at.Text!).With(at);
                }
            }
        }
    }

    private IEnumerable<Finding> OfHugePages(NodeFacts node)
    {
        // Which size an argument is of hangs on those before it.
        if (node.HugePages() is not { } declared || node.Host(ModelNames.Kernel, ModelNames.Arguments) is not Sequence { IsOpen: false } list
            || node.KernelArguments() is var arguments && (arguments.Count != list.Items.Count || arguments.Any(a => a.Text is null))
            || KernelArgumentText.HugePages(arguments) is not { Count: > 0 } pools)
        {
            yield break;
        }

        // Where they are written, nothing else is written of huge pages.
        var sizes = node.WritesGrubFragment() ? pools.Keys.Union(declared.Select(p => p.Size)) : pools.Keys;
        foreach (var size in sizes)
        {
            var count = declared.Where(p => p.Size == size).Sum(p => (long)p.Count);
            var isGiven = pools.TryGetValue(size, out var pool);
            if (pool.Count != count)
            {
                var argument = $"hugepagesz={HostKernelFacts.SizeText(size)}";
                yield return Found(
                    (isGiven ? pool.At : pools.Values.First().At).Declared, isGiven ? $"{argument} hugepages={pool.Count}" : $"A list without {argument}", ModelNames.HugePages, count)
                    .With(node.Host(ModelNames.Kernel, ModelNames.HugePages));
            }
        }
    }

    private IEnumerable<Finding> OfIommu(NodeFacts node)
    {
        var (iommu, vendor) = (node.Host(ModelNames.Kernel, ModelNames.Iommu), node.Host(ModelNames.Cpu, ModelNames.Vendor).Text);
        return iommu.Text != "true" || node.Target.Architecture != "x86_64" ? []
            : from argument in Written(node)
              where argument.Value.Text?.Split(',').Contains("off") == true
                && (argument.Key == "iommu" || (argument.Key == "intel_iommu" && vendor == "Intel") || (argument.Key == "amd_iommu" && vendor is "AMD" or "Hygon"))
              select Found(argument.Declared, argument.Text!, ModelNames.Iommu, "true").With(iommu);
    }

    private static IEnumerable<KernelArgumentFact> Written(NodeFacts node) => node.KernelArguments().Where(a => a.Text is not null && UnwritableKernelArgument.IsWritable(node, a));
}
