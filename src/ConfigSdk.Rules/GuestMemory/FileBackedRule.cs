using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.GuestMemory;

/// <summary>A rule over what goes with guests' memory that lies in files.</summary>
internal abstract class FileBackedRule : LibvirtRule
{
    /// <summary>Whether guests' memory certainly lies in files.</summary>
    public static bool IsFileBacked(NodeFacts node) => SizeOf(node) > 0;

    protected sealed override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        SizeOf(node) is > 0 and var size ? Judge(node, node.Option("libvirt", "file_backed_memory"), size, node.Target.Release!) : [];

    /// <summary>What is wrong with a node whose guests' memory lies in files.</summary>
    /// <param name="node">The node.</param>
    /// <param name="declared">The option that says so.</param>
    /// <param name="size">How much memory there is, in MiB.</param>
    /// <param name="release">The target's release; it has the option.</param>
    protected abstract IEnumerable<Finding> Judge(NodeFacts node, PartialValue declared, double size, Release release);

    private static double? SizeOf(NodeFacts node) => node.Sets("libvirt", "file_backed_memory") ? node.NumberOf("libvirt", "file_backed_memory") : null;
}
