namespace ConfigSdk.Rules.HostFiles;

/// <summary>A setting of bridges' packet filter, without the module that has it.</summary>
internal sealed class SysctlWithoutModule : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2033", "Kernel setting of a module that is not loaded",
        "br_netfilter is not among the modules, and {0} is its setting; unless something else loads it early, there is no such setting when systemd sets them at boot, and it stays at the kernel's own. Add KernelModule.BrNetfilter.",
        Consequence.Harmful, "systemd-sysctl runs once, behind systemd-modules-load, and passes over keys that /proc/sys does not have yet. What loads the module later, such as the first firewall rule that needs it, brings the kernel's own values.")
    {
        Fixes = RuleFixes.Items,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        // Before Linux 3.18, in Icehouse's time, they were settings of the module bridge.
        if (node.IsFinal && node.Target.Platform is { Name: not "icehouse" } && node.Modules is Sequence && node.Loads("br_netfilter") == false
            && !UnknownKernelModule.HasDoubtfulName(node)
            && node.Sysctl().FirstOrDefault(s => s.Path?.StartsWith("net/bridge/bridge-nf-", StringComparison.Ordinal) == true && UnwritableSysctl.IsWritable(s)) is { } setting)
        {
            yield return Found(node.Modules, setting.Key.Text!).With(setting.Declared).OfferToAddItem("KernelModule.BrNetfilter");
        }
    }
}
