using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Options;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Hypervisor;

/// <summary>A connection to another hypervisor of libvirt's than the guests are for.</summary>
internal sealed class ConnectionOfOtherHypervisor : LibvirtRule
{
    // libvirt's drivers of hypervisors by the first word of their addresses, and the virt types that they run.
    private static readonly Dictionary<string, string> s_typesOf = new(StringComparer.OrdinalIgnoreCase)
    {
        ["qemu"] = "kvm qemu",
        ["lxc"] = "lxc",
        ["parallels"] = "parallels",
        ["vz"] = "parallels",
        ["xen"] = "xen",
        ["uml"] = "uml",
        ["test"] = "",
        ["openvz"] = "",
        ["vbox"] = "",
        ["esx"] = "",
        ["vpx"] = "",
        ["gsx"] = "",
        ["vmwareplayer"] = "",
        ["vmwarews"] = "",
        ["vmwarefusion"] = "",
        ["hyperv"] = "",
        ["bhyve"] = "",
        ["ch"] = "",
    };

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1028", "Connection to another hypervisor than virt_type's",
        "[libvirt] connection_uri connects to {0}, {1}; {2}. Leave out Libvirt.ConnectionUri: nova then connects to {3}.",
        Consequence.Refused, "nova defines guests of virt_type over the connection that connection_uri names and compares neither with the other. Each of libvirt's drivers runs its own types of guests.")
    {
        Fixes = RuleFixes.Setting | RuleFixes.Text,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        var uri = node.Option("libvirt", "connection_uri");
        if (uri.Text is not { } text || OptionText.HasReference(text) || text.IndexOf("://", StringComparison.Ordinal) is not (> 0 and var end) || node.VirtType() is not { } type
            || node.Target.Release is not { } release || DefaultOf(type, release) is not { } instead)
        {
            yield break;
        }

        var scheme = text.Substring(0, end);
        var driver = scheme.Split('+')[0];
        if (s_typesOf.TryGetValue(driver, out var types))
        {
            if (!types.Split(' ').Contains(type))
            {
                yield return Found(uri, driver, $"which runs no guests of virt_type {type}", Outcome.NoGuest, instead)
                    .With(node.Option("libvirt", "virt_type")).OfferToRemove("ConnectionUri");
            }
        }
        else if (Spelling.Nearest(driver, s_typesOf.Keys) is { } near)
        {
            yield return Found(uri, $"'{driver}'", $"which is no hypervisor of libvirt's (did you mean '{near}'?)", Outcome.NoStart, instead)
                .ReplaceBy(near + text.Substring(driver.Length)).OfferToRemove("ConnectionUri");
        }
    }

    private static string? DefaultOf(string type, Release release) => type switch
    {
        "lxc" => "lxc:///",
        "xen" => "xen:///",
        "uml" => "uml:///system",
        "parallels" => release.IsAtLeast("2015.1.0") ? "parallels:///system" : null,
        _ => "qemu:///system",
    };
}
