using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Migration;

/// <summary>Flags that nova 13 puts right by itself.</summary>
internal sealed class MigrationFlagsCorrected : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6011", "Migration flags that nova corrects",
        "[libvirt] {0} {1}; {2} logs a warning and does otherwise. Leave out {3}, which the next release no longer reads.",
        Consequence.Harmful, "nova 13 makes the two sets of flags what a migration needs, whatever is written: the last release that reads them.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        from option in node.Target.Release is { Series: "13" } ? MigrationFlags.Options : []
        let flags = MigrationFlags.Of(node, option)
        where flags is not null
        let flaw = Flaw(node, option, [.. flags.Value.Names.Select(n => n.StartsWith(MigrationFlags.Prefix, StringComparison.Ordinal) ? n.Substring(MigrationFlags.Prefix.Length) : n)], flags.Value.Names)
        where flaw is not null
        let property = Catalog.CSharpNames.Pascal(option)
        select Found(flags.Value.At, option, flaw, node.Target.Release!.DisplayName, "Libvirt." + property).OfferToRemove(property);

    private static string? Flaw(NodeFacts node, string option, string[] flags, string[] names) =>
        names.FirstOrDefault(n => !MigrationFlags.IsKnown(n)) is { } unknown ? $"names '{unknown}', which libvirt has not"
        : !flags.Contains("UNDEFINE_SOURCE") ? "leaves out VIR_MIGRATE_UNDEFINE_SOURCE, so that guests would stay defined where they left"
        : flags.Contains("PERSIST_DEST") ? "has VIR_MIGRATE_PERSIST_DEST, although nova defines the guest by itself"
        : !flags.Contains("PEER2PEER") && node.VirtType() is "kvm" or "qemu" ? "leaves out VIR_MIGRATE_PEER2PEER, without which nova would have to be the one that migrates"
        : option == "live_migration_flag" && flags.Contains("NON_SHARED_INC") ? "has VIR_MIGRATE_NON_SHARED_INC, which copies disks"
        : option == "block_migration_flag" && !flags.Contains("NON_SHARED_INC") ? "leaves out VIR_MIGRATE_NON_SHARED_INC, which copies disks"
        : node.Option("libvirt", "live_migration_tunnelled").IsSet && node.IsOn("libvirt", "live_migration_tunnelled") is { } tunnelled && tunnelled != flags.Contains("TUNNELLED")
            ? $"{(tunnelled ? "leaves out" : "has")} VIR_MIGRATE_TUNNELLED, although live_migration_tunnelled is {(tunnelled ? "on" : "off")}"
        : null;
}
