using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ConfigSdk.Bundles.Ansible;

/// <summary>
/// ansible/inventory.yml: every node, and groups of those that belong together: of one release, of one platform, of one migration group, and of
/// one configuration, so that a play can begin with one node of each.
/// </summary>
internal static class Inventory
{
    private const string AllNodes = "configsdk_nodes";

    public static string Of(IReadOnlyCollection<FleetEntry> nodes)
    {
        var ordered = nodes.OrderBy(n => n.Name, StringComparer.Ordinal).ToArray();
        var text = new StringBuilder("# The nodes of the fleet, for ansible-playbook -i inventory.yml site.yml.\n# Written by ConfigSdk. Change the declaration, not this file.\n");
        Append(text, AllNodes, null, ordered);
        Groups(text, "release", "nova", ordered, n => n.Target.Release?.Tag);
        Groups(text, "platform", "platform", ordered, n => n.Target.Platform?.Name);
        Groups(text, "migration_group", "migration_group", ordered, n => n.MigrationGroup);
        // Nodes of one configuration are told by the first of them.
        var first = ordered.GroupBy(n => n.Configuration).ToDictionary(g => g.Key, g => g.First().Name);
        Groups(text, "like", null, ordered, n => first[n.Configuration]);
        return text.ToString();
    }

    private static void Groups(StringBuilder text, string prefix, string? variable, FleetEntry[] nodes, Func<FleetEntry, string?> value)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in nodes.Where(n => value(n) is not null).GroupBy(n => value(n)!).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            // Names of groups have letters, digits and underscores alone; what two names become the same by is counted.
            var name = $"{prefix}_{string.Concat(group.Key.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_'))}";
            for (var (plain, i) = (name, 2); !taken.Add(name); i++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{plain}_{i}");
            }

            Append(text, name, variable is null ? null : ("configsdk_" + variable, group.Key), group);
        }
    }

    private static void Append(StringBuilder text, string group, (string Name, string Value)? variable, IEnumerable<FleetEntry> nodes)
    {
        text.Append(CultureInfo.InvariantCulture, $"{group}:\n  hosts:\n");
        foreach (var node in nodes)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {Quoted(node.Name)}:\n");
        }

        if (variable is var (name, value))
        {
            text.Append(CultureInfo.InvariantCulture, $"  vars:\n    {name}: !unsafe {Quoted(value)}\n");
        }
    }

    // A text of JSON is one of YAML.
    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
