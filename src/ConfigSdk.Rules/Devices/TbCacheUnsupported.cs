using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>A size of QEMU's translation cache that the target's libvirt cannot set.</summary>
internal sealed class TbCacheUnsupported : LibvirtRule
{
    private static readonly Version s_libvirt = new(8, 0, 0);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4047", "Translation cache size without support in libvirt",
        "[libvirt] tb_cache_size needs libvirt 8.0, and the target has {0}; " + Outcome.NoStart + ". Leave out Libvirt.TbCacheSize, or declare a newer libvirt.",
        Consequence.Refused, "The size of the cache for translated code is part of a guest's definition since libvirt 8.0.0. nova looks for that version when guests run under QEMU alone.")
    {
        Fixes = RuleFixes.Setting,
    };

    // 31.0.0 does not start on such a libvirt anyway.
    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node) =>
        node.Target is { Release.Series: "28" or "29" or "30", Libvirt: { } libvirt } && libvirt < s_libvirt
        && node.VirtType() == "qemu" && node.NumberOf("libvirt", "tb_cache_size") > 0
            ? [Found(node.Option("libvirt", "tb_cache_size"), "libvirt " + TargetFacts.Short(libvirt)).With(node.Option("libvirt", "virt_type")).OfferToRemove("TbCacheSize")]
            : [];
}
