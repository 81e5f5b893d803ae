using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Wording;

/// <summary>When nova refuses a mistake in the guests' CPU: since 20.0.0 it looks when nova-compute starts, before it found out with each guest.</summary>
internal static class CpuOutcome
{
    private const string Either = "nova-compute or every guest on the node would fail to start";

    /// <summary>A mode, a model and a virt type that do not go together.</summary>
    public static string OfCombination(Release? release) => release is null ? Either : Outcome.NoStartSince(release, "20.0.0");

    /// <summary>A name that libvirt's list of models does not have: nova asks for the list on every architecture in 20, on x86 and ppc since 21.</summary>
    public static string OfModelName(NodeFacts node) => node.Target switch
    {
        { Release: null } => Either,
        { Release: var r } when !r.IsAtLeast("20.0.0") || SkipsComparison(node) == true => Outcome.NoGuest,
        { Architecture: "x86_64" or "i686" or "ppc" or "ppc64" or "ppc64le" } => Outcome.NoStart,
        { Release: var r } when !r.IsAtLeast("21.0.0") => Outcome.NoStart,
        { Architecture: null } => Either,
        _ => Outcome.NoGuest,
    };

    /// <summary>A flag that libvirt does not know: nova-compute asks when it starts, but only about custom models under kvm.</summary>
    public static string OfFlagName(NodeFacts node, PartialValue mode, string? virtType) =>
        node.Target.Release is { } release && !release.IsAtLeast("20.0.0") || SkipsComparison(node) == true || virtType == "qemu" || mode.IsUnset || mode.Text is not (null or "custom")
            ? Outcome.NoGuest
            : node.Target.Release is not null && virtType == "kvm" && mode.Text is not null ? Outcome.NoStart : Either;

    /// <summary>Whether nova leaves out the comparison at the start; null if that is not known.</summary>
    public static bool? SkipsComparison(NodeFacts node) =>
        node.Option("workarounds", "skip_cpu_compare_at_startup").IsUnset ? false : node.IsOn("workarounds", "skip_cpu_compare_at_startup");
}
