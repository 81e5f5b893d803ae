using ConfigSdk.Rules.Options;

namespace ConfigSdk.Rules.Migration;

/// <summary>The flags that nova 2014.1 to 13 takes for migrations, as libvirt names them.</summary>
internal static class MigrationFlags
{
    /// <summary>The two options: one for migrations over shared storage, one for those that copy the disks.</summary>
    public static readonly string[] Options = ["live_migration_flag", "block_migration_flag"];

    // Those of every libvirt up to 12.8.
    private static readonly HashSet<string> s_known = new(
        new[]
        {
            "LIVE", "PEER2PEER", "TUNNELLED", "PERSIST_DEST", "UNDEFINE_SOURCE", "PAUSED", "NON_SHARED_DISK", "NON_SHARED_INC", "CHANGE_PROTECTION", "UNSAFE",
            "OFFLINE", "COMPRESSED", "ABORT_ON_ERROR", "AUTO_CONVERGE", "RDMA_PIN_ALL", "POSTCOPY", "TLS", "PARALLEL", "NON_SHARED_SYNCHRONOUS_WRITES",
            "POSTCOPY_RESUME", "ZEROCOPY",
        }.Select(f => Prefix + f), StringComparer.Ordinal);

    /// <summary>How every flag's name begins.</summary>
    public const string Prefix = "VIR_MIGRATE_";

    /// <summary>The names of libvirt's flags.</summary>
    public static IEnumerable<string> Known => s_known;

    /// <summary>What the option names, if it is declared in a release that has it; null if that is not known.</summary>
    public static (Known At, string[] Names)? Of(NodeFacts node, string option) =>
        node.Sets("libvirt", option) && node.Option("libvirt", option) is Known value && OptionText.Flaw(value.Value) is null && !OptionText.HasReference(value.Value)
            ? (value, [.. value.Value.Split(',').Select(f => f.Trim())]) : null;

    /// <summary>Whether libvirt has a flag, or a parameter, of the name.</summary>
    public static bool IsKnown(string name) => s_known.Contains(name) || name.StartsWith(Prefix + "PARAM_", StringComparison.Ordinal);
}
