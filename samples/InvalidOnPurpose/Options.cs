/// <summary>NOVA5xxx: nova.conf.</summary>
sealed class Options : Fleet
{
    public override IEnumerable<ComputeNode> Nodes =>
    [
        new("out-of-range", Base.Kvm.Override(new()
        {
            Nova = new() { Libvirt = new() { LiveMigrationDowntime = 10 } }, // NOVA5001
        })),
        new("no-choice", Base.Kvm.Override(new()
        {
            Nova = new() { Libvirt = new() { NumPciePorts = 64 } }, // NOVA5001
        })),
        new("too-new", Base.Stein.Override(new()
        {
            Nova = new() { Compute = new() { CpuDedicatedSet = "2-31" } }, // NOVA5002
        })),
        new("through-the-back-door", Base.Kvm.Override(new()
        {
            Nova = new() { Extra = [new("libvirt", "live_migration_downtime", "500")] }, // NOVA5003
        })),
        new("no-target", new NodeProfile() { Nova = new() { Default = new() { ReservedHostMemoryMb = 4096 } } }), // NOVA5004
    ];
}
