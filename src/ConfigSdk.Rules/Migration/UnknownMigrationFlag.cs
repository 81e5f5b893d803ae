using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Migration;

/// <summary>A flag that libvirt has not, in the releases that then give up.</summary>
internal sealed class UnknownMigrationFlag : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6010", "Unknown migration flag",
        "libvirt has no migration flag '{0}', which [libvirt] {1} names; with {2}, {3}{4}",
        Consequence.Refused, "Up to 12 nova looks up each flag by its name when a guest is to migrate, and finds no other use for what it does not find.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        from option in node.Target.Release?.IsAtLeast("13.0.0") == false ? MigrationFlags.Options : []
        let flags = MigrationFlags.Of(node, option)
        where flags is not null
        from name in flags.Value.Names.Distinct()
        where !MigrationFlags.IsKnown(name)
        select Found(
            flags.Value.At, name, option, node.Target.Release!.DisplayName, option == "live_migration_flag" ? Outcome.NoMigration : Outcome.NoBlockMigration,
            Phrases.DidYouMean(Spelling.Nearest(name, MigrationFlags.Known)));
}
