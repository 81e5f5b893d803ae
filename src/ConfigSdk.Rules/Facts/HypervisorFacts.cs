namespace ConfigSdk.Rules;

/// <summary>Which hypervisor drives the guests of a node.</summary>
internal static class HypervisorFacts
{
    private static readonly string[] s_guestCpuTypes = ["kvm", "qemu"];

    /// <summary>
    /// Whether something else than libvirt drives the node, or may do so: then nova may read none of the [libvirt] options.
    /// In a profile that names no driver the options themselves speak for libvirt.
    /// </summary>
    public static bool MayUseOtherDriver(this NodeFacts node)
    {
        var driver = node.Option("DEFAULT", "compute_driver");
        return driver.Text is { } name ? !name.EndsWith("LibvirtDriver", StringComparison.Ordinal) : node.IsFinal && !driver.IsUnset;
    }

    /// <summary>The virt type that nova will use; null if it is not known, or if the release does not take it.</summary>
    public static string? VirtType(this NodeFacts node)
    {
        var type = node.Effective("libvirt", "virt_type").Text;
        var choices = node.Target.Release is { } release ? node.Catalog.Options.Find("libvirt", "virt_type")?.In(release)?.Choices : null;
        return type is null || (choices is { Count: > 0 } && !choices.Contains(type)) ? null : type;
    }

    /// <summary>Whether the virt type is certainly one whose guests get no CPU model from nova.</summary>
    public static bool HasNoGuestCpu(this NodeFacts node) => node.VirtType() is { } type && !s_guestCpuTypes.Contains(type);

    /// <summary>Whether guests certainly run under KVM.</summary>
    public static bool UsesKvm(this NodeFacts node) =>
        !node.MayUseOtherDriver() && node.VirtType() == "kvm"
        && (node.Option("libvirt", "virt_type").Text is not null || node.Option("DEFAULT", "compute_driver").Text is not null);
}
