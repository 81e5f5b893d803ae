using System.Globalization;
using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Devices;

/// <summary>Options for guests of another virt type.</summary>
internal sealed class OptionsOfOtherVirtType() : OptionsWithoutEffect(
    "NOVA4046", "Device option of another virt type",
    "nova reads uid_maps and gid_maps for containers, tb_cache_size for QEMU without KVM, and max_queues for KVM and Parallels. Beside another virt_type it passes over them without a word.")
{
    private static readonly (string Option, string[] VirtTypes)[] s_options =
        [("uid_maps", ["lxc"]), ("gid_maps", ["lxc"]), ("tb_cache_size", ["qemu"]), ("max_queues", ["kvm", "parallels"])];

    protected override IEnumerable<Ignored> IgnoredIn(NodeFacts node) =>
        from option in node.VirtType() is null ? [] : s_options
        where !option.VirtTypes.Contains(node.VirtType()) && MeansSomething(node.Option("libvirt", option.Option))
        select new Ignored(
            new("libvirt", option.Option), $"virt_type is {node.VirtType()}, and nova reads it for {Wording.Phrases.OneOf(option.VirtTypes)} alone",
            $"set Libvirt.VirtType to VirtType.{CSharpNames.Pascal(option.VirtTypes[0])}", node.Option("libvirt", "virt_type"));

    private static bool MeansSomething(PartialValue value) =>
        value is Sequence { Items.Count: > 0 } || (int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0);
}
