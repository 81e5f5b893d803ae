/// <summary>NOVA6xxx: nodes beside each other.</summary>
sealed class Fleets : Fleet
{
    public override IEnumerable<ComputeNode> Nodes =>
    [
        new("twin", Base.Kvm),
        new("twin", Base.Kvm), // NOVA6001
        new("mover-1", Base.Kvm) { MigrationGroup = "az1" },
        new("mover-2", Base.Kvm.Override(new()
        {
            Nova = new() { Libvirt = new() { CpuMode = CpuMode.HostPassthrough } }, // NOVA6002
        }))
        { MigrationGroup = "az1" },
        new("under_score", Base.Kvm), // NOVA6003
    ];
}
