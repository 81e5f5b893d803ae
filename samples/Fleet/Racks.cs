/// <summary>Three racks of eight nodes. What a name means is written once, here.</summary>
sealed class Racks : Fleet
{
    const int NodesPerRack = 8;

    public override IEnumerable<ComputeNode> Nodes =>
    [
        .. Rack('a', _ => Profiles.Shared, "az1"),
        // The first two of this rack have the CPUs to give away.
        .. Rack('b', n => n <= 2 ? Profiles.Pinned : Profiles.Shared, "az1"),
        .. Rack('c', _ => Profiles.Passthrough, migrationGroup: null),
    ];

    public override IEnumerable<Image> Images =>
        from release in new[] { 11, 12, 13 }
        select new Image($"debian-{release}", DiskFormat.Qcow2)
        {
            Properties = new() { HwQemuGuestAgent = true, HwMachineType = "q35", OsType = OsType.Linux },
        };

    static IEnumerable<ComputeNode> Rack(char rack, Func<int, NodeProfile> profile, string? migrationGroup) =>
        from n in Enumerable.Range(1, NodesPerRack)
        select new ComputeNode($"cmp-{rack}{n:00}", profile(n)) { MigrationGroup = migrationGroup };
}
