/// <summary>What nodes have in common. Each profile says only how it differs from the one that it overrides.</summary>
static class Profiles
{
    public static readonly NodeProfile Kvm = new()
    {
        Target = Target.Debian13,
        Host = new()
        {
            Cpu = HostCpu.Intel(CpuModel.CascadelakeServerNoTSX),
            Modules = [KernelModule.Kvm, KernelModule.KvmIntel with { Nested = true }, KernelModule.VhostNet, KernelModule.BrNetfilter],
            Udev = new() { Kvm = new() { Group = "kvm", Mode = "0660" } },
        },
        Nova = new()
        {
            Default = new()
            {
                ComputeDriver = ComputeDriver.Libvirt,
                CpuAllocationRatio = 4,
                RamAllocationRatio = 1,
                ReservedHostMemoryMb = 8192,
            },
            Libvirt = new()
            {
                VirtType = VirtType.Kvm,
                CpuMode = CpuMode.Custom,
                // What every rack can run, so that guests may move between them.
                CpuModels = [CpuModel.SkylakeServerNoTSXIBRS],
                CpuModelExtraFlags = [CpuFlag.Enable("md-clear"), CpuFlag.Enable("ssbd")],
                HwMachineType = ["x86_64=q35"],
                LiveMigrationPermitAutoConverge = true,
            },
        },
    };

    /// <summary>Guests with CPUs of their own.</summary>
    public static readonly NodeProfile Pinned = Kvm.Override(new()
    {
        Nova = new()
        {
            Default = new() { CpuAllocationRatio = 1 },
            Compute = new() { CpuSharedSet = "0-1,32-33", CpuDedicatedSet = "2-31,34-63" },
        },
    });

    /// <summary>Guests that see the host's own CPU, and its devices. They stay where they are.</summary>
    public static readonly NodeProfile Passthrough = Pinned.Override(new()
    {
        Host = new()
        {
            Modules = [KernelModule.Kvm, KernelModule.KvmIntel, KernelModule.VhostNet, KernelModule.BrNetfilter, KernelModule.VfioPci],
        },
        Nova = new() { Libvirt = new() { CpuMode = CpuMode.HostModel, CpuModels = [], CpuModelExtraFlags = [] } },
    });
}
