using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts.Preflight;

/// <summary>Nodes whose CPUs tell of themselves as those of PCs do.</summary>
internal static class X86
{
    public static bool IsX86(this NodeFacts node) => node.Target.Architecture is "x86_64" or "i686";
}
