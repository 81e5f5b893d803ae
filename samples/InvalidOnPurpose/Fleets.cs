/// <summary>NOVA6xxx: nodes beside each other.</summary>
sealed class Fleets : Fleet
{
    static readonly NodeProfile Passthrough = Base.Kvm.Override(new()
    {
        Nova = new() { Libvirt = new() { CpuMode = CpuMode.HostPassthrough } }, // NOVA6002
    });

    public override IEnumerable<ComputeNode> Nodes =>
    [
        new("twin", Base.Kvm),
        new("twin", Base.Kvm), // NOVA6001
        new("mover-1", Passthrough) { MigrationGroup = "az1" },
        new("mover-2", Passthrough) { MigrationGroup = "az1" },
        new("under_score", Base.Kvm), // NOVA6003
    ];
}
