namespace ConfigSdk.Rules.HostFiles;

/// <summary>An argument of the kernel's command line that may be given once and is given again, with another value.</summary>
internal sealed class KernelArgumentTwice : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2037", "Kernel argument given twice",
        "{0} stands beside {1}; the kernel takes one of them and passes over the other, and only its log says so. Write one that says all.",
        Consequence.Harmful, "isolcpus, nohz_full and default_hugepagesz do not add up: kernels since Linux 4.15 keep the first set of CPUs, since 5.8 the first default size; earlier ones the last.")
    {
        Fixes = RuleFixes.Items,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node) =>
        from same in node.KernelArguments()
            .Where(a => a.Key is "isolcpus" or "nohz_full" or "default_hugepagesz" && a.Value.Text is not null && UnwritableKernelArgument.IsWritable(node, a)).GroupBy(a => a.Key)
        let first = same.First()
        from later in same.Skip(1)
        where Meaning(later) != Meaning(first)
        select Found(later.Declared, later.Text!, first.Text!).With(first.Declared).OfferToRemoveItem();

    private static string Meaning(KernelArgumentFact argument) =>
        (argument.Key == "default_hugepagesz" ? HostKernelFacts.SizeOf(argument.Value.Text!)?.ToString(System.Globalization.CultureInfo.InvariantCulture) : KernelArgumentText.Cpus(argument.Value.Text!)?.ToString())
        ?? argument.Value.Text!;
}
