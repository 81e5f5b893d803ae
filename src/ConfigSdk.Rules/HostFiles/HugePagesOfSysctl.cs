using System.Globalization;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>Another number of huge pages at run time than what is declared of the host.</summary>
internal sealed class HugePagesOfSysctl : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2038", "Other number of huge pages at run time",
        "vm.nr_hugepages = {0} leaves the host with {0} huge pages of the kernel's default size, and Host.Kernel.HugePages has no size with so many; nova's settings are judged by pages that will not be there. Make them say the same, or leave vm.nr_hugepages out.",
        Consequence.Harmful, "When the kernel has booted with the pages of its command line, sysctl sets the number of those of the default size anew, up or down.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (node.HugePages() is { } pools && node.SysctlInForce("vm/nr_hugepages") is { } setting && KernelText.Number(setting.Value.Text!) is { } count and >= 0)
        {
            // Which size is the default one may be said anywhere on the command line.
            var sizes = pools.GroupBy(p => p.Size).ToDictionary(p => p.Key, p => p.Sum(q => (decimal)q.Count));
            var mayBeNone = count == 0 && !(node.Target.Architecture == "x86_64" && sizes.ContainsKey(2 << 10) && sizes.ContainsKey(1 << 20));
            if (!sizes.ContainsValue(count) && !mayBeNone)
            {
                yield return Found(setting.Value, count.ToString(CultureInfo.InvariantCulture)).With(node.Host(ModelNames.Kernel, ModelNames.HugePages));
            }
        }
    }
}
