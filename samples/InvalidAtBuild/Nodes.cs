/// <summary>A mistake that only shows when the declarations run: the compiler finds nothing here, the build does.</summary>
sealed class Generations : Fleet
{
    static readonly NodeProfile Kvm = new()
    {
        Target = Target.Debian13,
        Host = new() { Modules = [KernelModule.Kvm, KernelModule.KvmIntel, KernelModule.VhostNet] },
        Nova = new()
        {
            Default = new() { ComputeDriver = ComputeDriver.Libvirt },
            Libvirt = new() { VirtType = VirtType.Kvm },
        },
    };

    // The last one is a letter short.
    static readonly string[] Models = "Haswell IvyBridge SandyBridge Westmere Nehalm".Split(' ');

    public override IEnumerable<ComputeNode> Nodes =>
        from model in Models
        select new ComputeNode($"cmp-{model.ToLowerInvariant()}", Kvm.Override(new()
        {
            Nova = new() { Libvirt = new() { CpuMode = CpuMode.Custom, CpuModels = [model] } }, // NOVA1003
        }));
}
