namespace ConfigSdk.Model.Tests;

public class OverrideTests
{
    private static readonly NodeProfile s_base = new()
    {
        Target = Target.Debian13,
        Host = new() { Cpu = HostCpu.Intel("Nehalem"), Modules = [KernelModule.Kvm], Udev = new() { Kvm = new() { Group = "kvm", Mode = "0660" } } },
        Nova = new()
        {
            Default = new() { ComputeDriver = ComputeDriver.Libvirt },
            Libvirt = new() { VirtType = VirtType.Kvm, CpuModels = ["Nehalem", "Westmere"] },
        },
    };

    [Fact]
    public void What_is_set_is_changed_down_to_the_single_option_and_the_rest_is_inherited()
    {
        var changed = s_base.Override(new() { Nova = new() { Libvirt = new() { CpuMode = CpuMode.Custom }, Compute = new() { CpuSharedSet = "0-1" } } });
        Assert.Equal(CpuMode.Custom, changed.Nova!.Libvirt!.CpuMode);
        Assert.Equal(VirtType.Kvm, changed.Nova.Libvirt.VirtType);
        Assert.Equal("0-1", changed.Nova.Compute!.CpuSharedSet);
        Assert.Equal(ComputeDriver.Libvirt, changed.Nova.Default!.ComputeDriver);
        Assert.Equal(Target.Debian13, changed.Target);
    }

    [Fact]
    public void Lists_targets_cpus_and_modules_are_replaced_as_a_whole()
    {
        var changed = s_base.Override(new()
        {
            Target = new(NovaRelease.Caracal, "10.0", "8.2"),
            Host = new() { Cpu = HostCpu.Amd(), Modules = [] },
            Nova = new() { Libvirt = new() { CpuModels = ["Haswell"] } },
        });
        Assert.Null(changed.Target!.Platform);
        Assert.Equal(new HostCpu(CpuVendor.Amd), changed.Host!.Cpu);
        Assert.Empty(changed.Host.Modules!);
        Assert.Equal([CpuModel.Haswell], changed.Nova!.Libvirt!.CpuModels);
        Assert.Equal("0660", changed.Host.Udev!.Kvm!.Mode);
    }

    [Fact]
    public void Neither_of_the_two_is_changed()
    {
        var changes = new NodeProfile { Nova = new() { Libvirt = new() { CpuMode = CpuMode.HostModel } } };
        s_base.Override(changes);
        Assert.Null(s_base.Nova!.Libvirt!.CpuMode);
        Assert.Null(changes.Nova!.Libvirt!.VirtType);
    }

    [Fact]
    public void Where_something_was_written_does_not_count_for_equality()
    {
        var here = new LibvirtOptions { VirtType = VirtType.Kvm };
        var there = new LibvirtOptions { VirtType = VirtType.Kvm };
        Assert.Equal(here, there);
        Assert.Equal(here.GetHashCode(), there.GetHashCode());
        Assert.Equal(here, new LibvirtOptions { VirtType = VirtType.Qemu } with { VirtType = VirtType.Kvm });
        Assert.NotEqual(here, there with { VirtType = VirtType.Qemu });
    }
}
