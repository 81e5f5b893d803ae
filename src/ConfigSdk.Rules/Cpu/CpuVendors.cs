namespace ConfigSdk.Rules.Cpu;

/// <summary>Which vendors' CPUs go together.</summary>
internal static class CpuVendors
{
    // Of 61 real hosts, those of the other vendor run these too: their features are in every newer CPU.
    private static readonly string[] s_common = ["core2duo", "coreduo", "n270", "Conroe", "Penryn", "Nehalem", "Westmere", "Opteron_G1"];

    /// <summary>Whether the model also runs on hosts of another vendor than its own.</summary>
    public static bool RunsOnOthers(string model) => s_common.Any(c => model == c || model == c + "-v1");

    /// <summary>The kernel module for the vendor's virtualization: VMX for Intel and Zhaoxin, SVM for AMD and Hygon; null for others.</summary>
    public static string? ModuleOf(string vendor) => vendor switch
    {
        "Intel" or "Zhaoxin" or "Centaur" => "kvm_intel",
        "AMD" or "Hygon" => "kvm_amd",
        _ => null,
    };
}
