/// <summary>Profiles without a mistake; each node of this project adds exactly one, on the line that names the rule.</summary>
static class Base
{
    public static readonly NodeProfile Kvm = new()
    {
        Target = Target.Debian13,
        Host = new() { Modules = [KernelModule.Kvm, KernelModule.KvmIntel, KernelModule.VhostNet] },
        Nova = new()
        {
            Default = new() { ComputeDriver = ComputeDriver.Libvirt },
            Libvirt = new() { VirtType = VirtType.Kvm },
        },
    };

    public static readonly NodeProfile Custom = Kvm.Override(new()
    {
        Nova = new() { Libvirt = new() { CpuMode = CpuMode.Custom, CpuModels = [CpuModel.Nehalem] } },
    });

    /// <summary>nova 22.0.0, which cannot switch CPU features off.</summary>
    public static readonly NodeProfile Victoria = Custom.Override(new() { Target = Target.Debian11 });

    /// <summary>nova 19.0.0, which takes one CPU model.</summary>
    public static readonly NodeProfile Stein = Kvm.Override(new() { Target = new(NovaRelease.Stein, "4.0.0", "3.1") });
}
