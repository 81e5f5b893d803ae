using System.Globalization;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>A value of a kernel setting that the kernel does not take.</summary>
internal sealed class SysctlRefused : HostRule
{
    // What every kernel of a platform takes: where limits differ between kernels, the wider one.
    private static readonly Dictionary<string, (decimal Least, decimal Most)> s_limits = new()
    {
        ["fs/aio-max-nr"] = (0, ulong.MaxValue),
        ["fs/file-max"] = (0, ulong.MaxValue),
        ["fs/inotify/max_user_instances"] = (0, int.MaxValue),
        ["fs/inotify/max_user_watches"] = (0, int.MaxValue),
        ["kernel/numa_balancing"] = (0, 4),
        ["kernel/pid_max"] = (301, 4194304),
        ["kernel/threads-max"] = (1, int.MaxValue),
        ["net/bridge/bridge-nf-call-arptables"] = (int.MinValue, int.MaxValue),
        ["net/bridge/bridge-nf-call-ip6tables"] = (int.MinValue, int.MaxValue),
        ["net/bridge/bridge-nf-call-iptables"] = (int.MinValue, int.MaxValue),
        ["net/ipv4/conf/all/rp_filter"] = (int.MinValue, int.MaxValue),
        ["net/ipv4/conf/default/rp_filter"] = (int.MinValue, int.MaxValue),
        ["net/ipv4/ip_forward"] = (int.MinValue, int.MaxValue),
        ["net/ipv4/neigh/default/gc_thresh1"] = (int.MinValue, int.MaxValue),
        ["net/ipv4/neigh/default/gc_thresh2"] = (int.MinValue, int.MaxValue),
        ["net/ipv4/neigh/default/gc_thresh3"] = (int.MinValue, int.MaxValue),
        ["net/ipv6/conf/all/forwarding"] = (int.MinValue, int.MaxValue),
        ["vm/dirty_background_ratio"] = (0, 100),
        ["vm/dirty_ratio"] = (0, 100),
        ["vm/max_map_count"] = (0, int.MaxValue),
        ["vm/min_free_kbytes"] = (0, int.MaxValue),
        ["vm/nr_hugepages"] = (0, ulong.MaxValue),
        ["vm/overcommit_memory"] = (0, 2),
        ["vm/swappiness"] = (0, 200),
        ["vm/zone_reclaim_mode"] = (int.MinValue, int.MaxValue),
    };

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2034", "Value that the kernel does not take",
        "The kernel does not take {0} = {1} and keeps its own value; only the boot's log would say so. Write a number from {2} to {3}.",
        Consequence.Harmful, "A number that is out of its limits, or that is none, is an invalid argument to /proc/sys. systemd-sysctl says so in the log and goes on.");

    public override IEnumerable<Finding> Judge(NodeFacts node) =>
        from setting in node.Sysctl()
        where setting.Path is { } path && s_limits.ContainsKey(path) && setting.Value.Text is not null && UnwritableSysctl.IsWritable(setting)
        let limits = s_limits[setting.Path!]
        let value = setting.Value.Text!
        // Of several words the kernel reads the first alone.
        where !value.Contains(' ') && (value[0] == '+' || KernelText.Number(value) is not { } number || number < limits.Least || number > limits.Most)
        select Found(setting.Value, setting.Key.Text!, value, Text(limits.Least), Text(limits.Most));

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
