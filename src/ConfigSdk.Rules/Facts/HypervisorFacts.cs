using ConfigSdk.Catalog;

namespace ConfigSdk.Rules;

/// <summary>Which hypervisor drives the guests of a node.</summary>
internal static class HypervisorFacts
{
    private static readonly string[] s_guestCpuTypes = ["kvm", "qemu"];

    /// <summary>Whether the node is certainly driven by something else than libvirt, which reads none of the [libvirt] options.</summary>
    public static bool UsesOtherDriver(this NodeFacts node) =>
        node.Option("DEFAULT", "compute_driver").Text is { } driver && !driver.EndsWith("LibvirtDriver", StringComparison.Ordinal);

    /// <summary>The virt type that nova will use; null if it is not known, or if the release does not take it.</summary>
    public static string? VirtType(this NodeFacts node)
    {
        var type = node.Effective("libvirt", "virt_type").Text;
        var choices = node.Target.Release is { } release ? NovaOptions.Find("libvirt", "virt_type")?.In(release)?.Choices : null;
        return type is null || (choices is { Count: > 0 } && !choices.Contains(type)) ? null : type;
    }

    /// <summary>Whether the virt type is certainly one whose guests get no CPU model from nova.</summary>
    public static bool HasNoGuestCpu(this NodeFacts node) => node.VirtType() is { } type && !s_guestCpuTypes.Contains(type);

    /// <summary>Whether guests certainly run under KVM.</summary>
    public static bool UsesKvm(this NodeFacts node) =>
        !node.UsesOtherDriver() && node.VirtType() == "kvm"
        && (node.Option("libvirt", "virt_type").Text is not null || node.Option("DEFAULT", "compute_driver").Text is not null);
}
