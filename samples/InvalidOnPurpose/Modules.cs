/// <summary>NOVA2xxx: the host below nova.</summary>
sealed class Modules : Fleet
{
    public override IEnumerable<ComputeNode> Nodes =>
    [
        new("other-vendor", Base.Kvm.Override(new()
        {
            Host = new()
            {
                Cpu = HostCpu.Intel(),
                Modules = [KernelModule.Kvm, KernelModule.KvmAmd, KernelModule.VhostNet], // NOVA2001
            },
        })),
        new("no-kvm", Base.Kvm.Override(new()
        {
            Host = new() { Modules = [KernelModule.VhostNet] }, // NOVA2002
        })),
        new("no-vhost-net", Base.Kvm.Override(new()
        {
            Host = new() { Modules = [KernelModule.Kvm, KernelModule.KvmIntel] }, // NOVA2003
        })),
        new("unknown-module", Base.Kvm.Override(new()
        {
            Host = new() { Modules = [KernelModule.Kvm, KernelModule.KvmIntel, KernelModule.VhostNet, "vfio_pcie"] }, // NOVA2004
        })),
        new("unwritable-parameter", Base.Kvm.Override(new()
        {
            Host = new()
            {
                Modules =
                [
                    KernelModule.KvmIntel,
                    KernelModule.VhostNet,
                    KernelModule.Nbd with { Parameters = [new("nbds max", "16")] }, // NOVA2005
                ],
            },
        })),
        new("mode-in-letters", Base.Kvm.Override(new()
        {
            Host = new() { Udev = new() { Kvm = new() { Group = "kvm", Mode = "rw-rw----" } } }, // NOVA2006
        })),
    ];
}
