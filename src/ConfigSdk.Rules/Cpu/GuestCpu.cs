using ConfigSdk.Catalog;
using ConfigSdk.Rules.Options;

namespace ConfigSdk.Rules.Cpu;

/// <summary>What a node says of its guests' CPU.</summary>
internal sealed class GuestCpu(NodeFacts node)
{
    public NodeFacts Node { get; } = node;

    public static GuestCpu Of(NodeFacts node) => node.Derived(n => new GuestCpu(n));

    public TargetFacts Target => Node.Target;

    public PartialValue Mode { get; } = node.Option("libvirt", "cpu_mode");

    public PartialValue Models { get; } = node.Option("libvirt", "cpu_models");

    public PartialValue Flags { get; } = node.Option("libvirt", "cpu_model_extra_flags");

    /// <summary>The virt type that nova will use; null if it is not known.</summary>
    public string? VirtType { get; } = node.VirtType();

    /// <summary>Whether nova may give guests the named models, as far as is known.</summary>
    public bool MayBeCustom => !Mode.IsUnset && Mode.Text is null or "custom" && !Node.HasNoGuestCpu();

    /// <summary>The models that can be looked up: not those that are no list items, nor references to other options.</summary>
    public IEnumerable<Known> ModelNames => KnownItems.Of(Models).Where(IsName);

    /// <summary>Whether nova gives guests the named models, for certain.</summary>
    public bool IsCustom => Mode.Text == "custom" && VirtType is "kvm" or "qemu";

    /// <summary>The models that the target's libvirt has, in whatever case they are written.</summary>
    public IEnumerable<(Known Item, CpuMapModel Model)> FoundModels =>
        Target.CpuMap is { } map ? ModelNames.Select(i => (i, map.FindInAnyCase(i.Value))).Where(m => m.Item2 is not null).Select(m => (m.i, m.Item2!)) : [];

    /// <summary>The names of all models, if every one is known and certainly in the target's libvirt; else null.</summary>
    public IReadOnlyList<string>? AllModels =>
        KnownItems.All(Models) is { Count: > 0 } all && Target.CertainlyHolds(m => all.All(i => m.FindInAnyCase(i.Value) is not null)) ? [.. all.Select(i => i.Value)] : null;

    /// <summary>The flags that nova reads, with their features' names; none where it passes over all of them or refuses the flag.</summary>
    public IEnumerable<(Known Item, FlagText Flag)> ReadFlags => WhyFlagsAreIgnored is not null || Target.Release?.IsAtLeast("18.0.0") != true ? []
        : FlagNames.Select(f => (f, FlagText.Parse(f.Value))).Where(f => !CpuFlagSyntax.IsRefused(f.Item2, Target.Release));

    /// <summary>The flags that can be looked up.</summary>
    public IEnumerable<Known> FlagNames => KnownItems.Of(Flags).Where(IsName);

    /// <summary>Whether nova passes over all flags for certain, and why.</summary>
    public string? WhyFlagsAreIgnored =>
        Mode.Text == "none" ? "cpu_mode is none"
        : Node.HasNoGuestCpu() ? $"virt_type is {VirtType}"
        : VirtType is not null && Target.Release is { Series: "15" or "16" or "17" } release && (Mode.IsUnset || Mode.Text is "host-model" or "host-passthrough")
            ? $"cpu_mode is {Mode.Text ?? "unset"} and nova {release.Tag} takes flags with custom alone"
            : null;

    private static bool IsName(Known item) => OptionText.ItemFlaw(item.Value) is null && !OptionText.HasReference(item.Value);
}
