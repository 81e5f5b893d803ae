using ConfigSdk.Rules.Cpu;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Hypervisor;

/// <summary>Containers without user namespaces.</summary>
internal sealed class ContainersAsRoot : LibvirtRule
{
    private static readonly string[] s_maps = ["uid_maps", "gid_maps"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1027", "LXC containers that run as the host's root",
        "virt_type is lxc and {0} not set, so root in a container is root on the host; nova only logs a warning. Set Libvirt.UidMaps and Libvirt.GidMaps.",
        Consequence.Harmful, "nova gives LXC guests a user namespace only where both uid_maps and gid_maps are set.");

    /// <summary>Whether it is found, or will be in nodes that add nothing.</summary>
    public static bool MayBeFoundIn(NodeFacts node) => IsAbout(node) && !s_maps.All(o => node.ItemsOf("libvirt", o) is { Count: > 0 });

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (Missing(node) is { Length: > 0 } missing)
        {
            yield return Found(node.Option("libvirt", "virt_type"), missing.Length == 2 ? "uid_maps and gid_maps are" : missing[0] + " is").With([.. missing.Select(m => node.Option("libvirt", m))]);
        }
    }

    private static string[] Missing(NodeFacts node) => IsAbout(node) ? [.. s_maps.Where(o => node.ItemsOf("libvirt", o) is { Count: 0 })] : [];

    private static bool IsAbout(NodeFacts node) =>
        node.VirtType() == "lxc" && node.Option("libvirt", "virt_type") is Known && node.Target.Release?.IsAtLeast("2014.2") == true
        && !CpuModeOnOtherHypervisor.IsFoundIn(GuestCpu.Of(node));
}
