using ConfigSdk.Bundles;
using ConfigSdk.Catalog;
using ConfigSdk.Hosting;
using ConfigSdk.Rules;

namespace ConfigSdk.Tool.Tests.Plans;

/// <summary>Directories to compare: bundles as the build writes them, and copies of hosts' files.</summary>
internal sealed class Trees : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("configsdk-");

    public void Dispose() => _root.Delete(recursive: true);

    public string At(string name) => Path.Combine(_root.FullName, name);

    /// <summary>Real bundles of these nodes and images.</summary>
    public string Bundles(string name, IEnumerable<ComputeNode> nodes, params Image[] images)
    {
        new BundleDirectory(At(name), At(name + ".txt")).Write(
            [.. nodes.Select(n => NodeBundle.Render(NodeFacts.OfNode(ObjectReader.Read(n, null), FactCatalog.Bundled)!))],
            [.. FleetFacts.Read(Unset.Instance, ObjectReader.Read(images), FactCatalog.Bundled).Images.Select(ImageBundle.Render)]);
        return At(name);
    }

    /// <summary>A real bundle of one node.</summary>
    public string Bundle(string name, NodeProfile profile, string node = "cmp01") => Path.Combine(Bundles(name, [new(node, profile)]), node);

    /// <summary>A copy of a host's files.</summary>
    public string Host(string name, params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(At(name), path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        return At(name);
    }

    /// <summary>A host of which nothing but nova.conf was copied.</summary>
    public string NovaConf(string name, string text) => Host(name, ("etc/nova/nova.conf", text));
}
