using ConfigSdk.Catalog;
using ConfigSdk.Rules;

namespace ConfigSdk.Bundles;

/// <summary>
/// sources/NODE.json and sources/images/IMAGE.json: where each setting was written. They stand beside the bundles: a line more at the top of a
/// source file changes nothing of what a node gets.
/// </summary>
internal static class SourceMap
{
    private const string Directory = "sources";

    /// <summary>Writes a node's map.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="node">The node.</param>
    /// <param name="placesOf">The places of a value: the one that holds, then those that it overrides.</param>
    public static BundleFile Of(string name, NodeFacts node, Func<PartialValue, IReadOnlyList<SourcePlace>> placesOf) =>
        Of($"{Directory}/{name}.json", "node", name, Settings(node), placesOf);

    /// <summary>Writes an image's map.</summary>
    /// <param name="name">The image's name.</param>
    /// <param name="image">The image.</param>
    /// <param name="placesOf">The places of a value: the one that holds, then those that it overrides.</param>
    public static BundleFile Of(string name, ImageFacts image, Func<PartialValue, IReadOnlyList<SourcePlace>> placesOf) =>
        Of($"{Directory}/{ImageBundle.Directory}/{name}.json", "image", name, Settings(image), placesOf);

    private static BundleFile Of(
        string path, string kind, string name, IEnumerable<(string Setting, PartialValue Value)> settings, Func<PartialValue, IReadOnlyList<SourcePlace>> placesOf) => new(path, Json.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString(kind, name);
        json.WriteStartArray("settings");
        foreach (var (setting, value) in settings)
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

    private static IEnumerable<(string Setting, PartialValue Value)> Settings(ImageFacts image)
    {
        yield return ("field disk_format", image.DiskFormat);
        if (image.Declared[ModelNames.ContainerFormat] is { IsSet: true } container)
        {
            yield return ("field container_format", container);
        }

        var properties = image.Properties.Select(p => (Name: p.Key, p.Value)).Concat(image.Extra.Select(e => (Name: e.Name.Text!, e.Value)));
        foreach (var (property, value) in properties.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            yield return ($"property {property}", value);
        }
    }

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
