using System.Text.Json;
using ConfigSdk.Bundles.Artifacts;
using ConfigSdk.Rules;

namespace ConfigSdk.Bundles;

/// <summary>The machine-readable lists: a node's manifest.json and the fleet's fleet.json. No time, user, path or machine is in them.</summary>
internal static class Manifest
{
    public const string FleetFile = "fleet.json";

    public static BundleFile OfNode(string name, NodeFacts node, IEnumerable<BundleFile> files) => new("manifest.json", Json.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("node", name);
        WriteTarget(json, node.Target);
        json.WriteString("service", NovaService.Of(node.Target));
        json.WriteStartArray("files");
        foreach (var file in files.Where(f => f.NodePath is not null).OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("path", file.NodePath);
            json.WriteString("owner", "root");
            json.WriteString("group", file.Group);
            json.WriteString("mode", file.Mode);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteSecrets(json, [.. SecretsScript.SecretsOf(node)]);
        json.WriteEndObject();
    }));

    /// <summary>fleet.json.</summary>
    /// <param name="nodes">Every node.</param>
    /// <param name="images">Every image.</param>
    /// <param name="ofAll">What goes for all of them together.</param>
    public static BundleFile OfFleet(IEnumerable<FleetEntry> nodes, IEnumerable<ImageBundle> images, IEnumerable<BundleFile> ofAll) => new(FleetFile, Json.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("nodes");
        foreach (var node in nodes.OrderBy(n => n.Name, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("name", node.Name);
            WriteTarget(json, node.Target);
            WriteHashes(json, node.Hashes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("images");
        foreach (var image in images.OrderBy(i => i.Name, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("name", image.Name);
            WriteHashes(json, [(image.File.Path, image.File.Sha256)]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteHashes(json, ofAll.Select(f => (f.Path, f.Sha256)));
        json.WriteEndObject();
    }));

    private static void WriteTarget(Utf8JsonWriter json, TargetFacts target)
    {
        json.WriteStartObject("target");
        json.WriteString("nova", target.Release?.Tag);
        json.WriteString("libvirt", target.Libvirt is { } libvirt ? TargetFacts.Short(libvirt) : null);
        json.WriteString("qemu", target.Qemu is { } qemu ? TargetFacts.Short(qemu) : null);
        json.WriteString("architecture", target.Architecture);
        json.WriteString("platform", target.Platform?.Name);
        json.WriteEndObject();
    }

    /// <summary>What secrets.sh will look for on the node.</summary>
    private static void WriteSecrets(Utf8JsonWriter json, IReadOnlyCollection<(string Option, SecretText Secret)> secrets)
    {
        if (secrets.Count == 0)
        {
            return;
        }

        json.WriteStartArray("secrets");
        foreach (var (option, secret) in secrets)
        {
            json.WriteStartObject();
            json.WriteString("option", option);
            json.WriteString(secret.Source, secret.Reference);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteHashes(Utf8JsonWriter json, IEnumerable<(string Path, string Sha256)> files)
    {
        json.WriteStartObject("sha256");
        foreach (var (path, sha256) in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            json.WriteString(path, sha256);
        }

        json.WriteEndObject();
    }
}
