using System.Text;
using ConfigSdk.Bundles.Artifacts;

namespace ConfigSdk.Bundles.Ansible;

/// <summary>What takes all nodes' bundles to them with Ansible: ansible/inventory.yml and ansible/site.yml.</summary>
internal static class AnsibleFiles
{
    /// <summary>Renders both; nothing for a fleet without nodes.</summary>
    public static IReadOnlyList<BundleFile> Render(IReadOnlyCollection<FleetEntry> nodes) => nodes.Count == 0
        ? []
        : [new("ansible/inventory.yml", Encoding.UTF8.GetBytes(Inventory.Of(nodes))), new("ansible/site.yml", Encoding.UTF8.GetBytes(Script.Part("site.yml")))];
}
