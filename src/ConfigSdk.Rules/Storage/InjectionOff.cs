using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Storage;

/// <summary>A key or password to write into guests' disks, where nova opens none.</summary>
internal sealed class InjectionOff() : OptionsWithoutEffect(
    "NOVA7014", "Injection into disks that is off",
    "nova writes into a new guest's disk only if inject_partition names a partition, and -2, its default, means never.")
{
    private static readonly string[] s_options = ["inject_key", "inject_password"];

    protected override IEnumerable<Ignored> IgnoredIn(NodeFacts node) =>
        node.NumberOf("libvirt", "inject_partition") == -2
            ? s_options.Where(o => node.IsOn("libvirt", o) == true).Select(o => new Ignored(
                new OptionName("libvirt", o), "inject_partition is -2, with which nova writes nothing into disks", "set Libvirt.InjectPartition to -1", node.Option("libvirt", "inject_partition")))
            : [];
}
