using ConfigSdk.Catalog;
using ConfigSdk.Rules;

namespace ConfigSdk.Bundles;

/// <summary>
/// sources/NODE.json: where each setting of a node was written. It stands beside the bundles: a line more at the top of a source file
/// changes nothing of what a node gets.
/// </summary>
internal static class SourceMap
{
    private const string Directory = "sources";

    /// <summary>Writes a node's map.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="node">The node.</param>
    /// <param name="placesOf">The places of a value: the one that holds, then those that it overrides.</param>
    public static BundleFile Of(string name, NodeFacts node, Func<PartialValue, IReadOnlyList<SourcePlace>> placesOf) => new($"{Directory}/{name}.json", Json.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("node", name);
        json.WriteStartArray("settings");
        foreach (var (setting, value) in Settings(node))
        {
            json.WriteStartObject();
            json.WriteString("setting", setting);
            json.WriteStartArray("places");
            foreach (var place in placesOf(value))
            {
                json.WriteStartObject();
                json.WriteString("file", place.File);
                json.WriteNumber("line", place.Line);
                json.WriteString("member", place.Member);
                json.WriteString("value", place.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }));

    private static IEnumerable<(string Setting, PartialValue Value)> Settings(NodeFacts node)
    {
        var release = node.Target.Release!;
        var options = node.Options.Select(o => (Name: o.FactsIn(release).Name.ToString(), o.Value))
            .Concat(node.Extra.Select(e => (Name: e.Name!.Value.ToString(), e.Value)));
        foreach (var option in options.OrderBy(o => o.Name, StringComparer.Ordinal))
        {
            yield return option;
        }

        foreach (var module in node.KnownModules)
        {
            var name = KernelModules.Normalize(module.Name.Text!);
            yield return ($"module {name}", module.Declared);
            foreach (var parameter in module.Parameters.OrderBy(p => p.Name.Text, StringComparer.Ordinal))
            {
                yield return ($"parameter {name} {parameter.Name.Text}", parameter.Value);
            }
        }

        foreach (var setting in node.Sysctl())
        {
            yield return ($"sysctl {SysctlFacts.Canonical(setting.Key.Text!)}", setting.Value);
        }

        var arguments = node.WritesGrubFragment() ? node.GrubArguments() : node.KernelArguments().Select(a => (Argument: a.Text!, At: a.Declared));
        foreach (var (argument, at) in arguments)
        {
            yield return ($"argument {argument.Split('=')[0]}", at);
        }

        foreach (var property in new[] { ModelNames.Owner, ModelNames.Group, ModelNames.Mode })
        {
            if (node.Host(ModelNames.Udev, ModelNames.Kvm, property) is { IsSet: true } value)
            {
                yield return ($"udev kvm {property}", value);
            }
        }
    }
}
