using System.Globalization;
using ConfigSdk.Rules.Options;

namespace ConfigSdk.Rules.Images;

/// <summary>Reads the texts of image properties as nova does.</summary>
internal static class PropertyTexts
{
    // nova lower-cases the texts of these properties before it looks, and knows other words for some.
    private static readonly Dictionary<string, Dictionary<string, string>> s_words = new(StringComparer.Ordinal)
    {
        ["hw_architecture"] = Architectures(),
        ["hw_emulation_architecture"] = Architectures(),
        ["hw_vm_mode"] = new() { ["pv"] = "xen", ["hv"] = "hvm", ["baremetal"] = "hvm" },
        ["os_type"] = [],
        ["img_hv_type"] = new() { ["xapi"] = "xen" },
        ["hw_scsi_model"] = new() { ["lsilogicsas"] = "lsisas1068", ["paravirtual"] = "vmpvscsi" },
        ["hw_vif_model"] = new()
        {
            ["virtuale1000"] = "e1000", ["virtuale1000e"] = "e1000e", ["virtualpcnet32"] = "pcnet",
            ["virtualsriovethernetcard"] = "sriov", ["virtualvmxnet"] = "vmxnet", ["virtualvmxnet3"] = "vmxnet3",
        },
    };

    /// <summary>The text of a property with a list of values, in the words of that list.</summary>
    public static string Read(string property, string text)
    {
        if (!s_words.TryGetValue(property, out var words))
        {
            return text;
        }

        var lower = text.ToLowerInvariant();
        return words.TryGetValue(lower, out var word) ? word : lower;
    }

    /// <summary>Whether nova takes the word for true; every other word is false to it.</summary>
    public static bool IsTrue(string text) => BooleanWords.OfProperty(text) == true;

    /// <summary>Whether Python certainly reads no whole number in the text.</summary>
    public static bool IsNoInteger(string text) => !WholeNumber.HasForm(text.Trim()) && !WholeNumber.HasOtherDigits(text);

    /// <summary>The whole number; null if it is none, or none that fits.</summary>
    public static long? Integer(string text) =>
        WholeNumber.HasForm(text.Trim()) && long.TryParse(text.Trim().Replace("_", ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Dictionary<string, string> Architectures() => new()
    {
        ["amd64"] = "x86_64", ["i386"] = "i686", ["i486"] = "i686", ["i586"] = "i686", ["x86_32"] = "i686", ["x86_32p"] = "i686",
    };
}
