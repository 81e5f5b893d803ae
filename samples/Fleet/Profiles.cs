/// <summary>What nodes have in common. Each profile says only how it differs from the one that it overrides.</summary>
static class Profiles
{
    static readonly NodeProfile Base = new()
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
            Default = new() { ComputeDriver = ComputeDriver.Libvirt, RamAllocationRatio = 1, ReservedHostMemoryMb = 8192 },
            Libvirt = new() { VirtType = VirtType.Kvm, HwMachineType = ["x86_64=q35"], NumPciePorts = 16 },
        },
    };

    /// <summary>Guests of one CPU model, which every rack can run, so that they may move between racks.</summary>
    public static readonly NodeProfile Shared = Base.Override(new()
    {
        Nova = new()
        {
            Default = new() { CpuAllocationRatio = 4 },
            Libvirt = new()
            {
                CpuMode = CpuMode.Custom,
                CpuModels = [CpuModel.SkylakeServerNoTSXIBRS],
                CpuModelExtraFlags = [CpuFlag.Enable("md-clear"), CpuFlag.Enable("ssbd")],
                LiveMigrationPermitAutoConverge = true,
            },
        },
    });

    /// <summary>As <see cref="Shared"/>, with CPUs to give away.</summary>
    public static readonly NodeProfile Pinned = Shared.Override(new()
    {
        Nova = new()
        {
            Default = new() { CpuAllocationRatio = 1 },
            Compute = new()
            {
                CpuSharedSet = CpuSet.Range(0, 1).And(CpuSet.Range(32, 33)),
                CpuDedicatedSet = CpuSet.Range(2, 31).And(CpuSet.Range(34, 63)),
            },
        },
    });

    /// <summary>Guests that have the host's own CPU and its devices. They stay where they are.</summary>
    public static readonly NodeProfile Passthrough = Base.Override(new()
    {
        Host = new()
        {
            Modules = [KernelModule.Kvm, KernelModule.KvmIntel, KernelModule.VhostNet, KernelModule.BrNetfilter, KernelModule.VfioPci],
        },
        Nova = new()
        {
            Compute = new() { CpuSharedSet = "0-1,32-33", CpuDedicatedSet = "2-31,34-63" },
            Libvirt = new() { CpuMode = CpuMode.HostPassthrough },
            Pci = new()
            {
                DeviceSpec = [new() { VendorId = "10de", ProductId = "1eb8" }],
                Alias = [new() { Name = "t4", VendorId = "10de", ProductId = "1eb8", DeviceType = PciDeviceType.TypePf }],
            },
        },
    });
}
