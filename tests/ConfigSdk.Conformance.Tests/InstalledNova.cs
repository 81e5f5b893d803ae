using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using ConfigSdk.Bundles;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;

namespace ConfigSdk.Conformance.Tests;

/// <summary>A real nova that reads nova.conf.</summary>
internal sealed class InstalledNova
{
    private static readonly ConcurrentDictionary<string, Lazy<InstalledNova>> s_all = new();
    private readonly NovaProcess _reader;

    private InstalledNova(string root)
    {
        _reader = NovaProcess.Start(root, "read_nova_conf.py");
        var start = _reader.Answer<Start>();
        Release = NovaProcess.ReleaseOf(start.Version);
        Options = start.Options.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The nova of this machine.</summary>
    public static InstalledNova Here => In("/");

    /// <summary>The release that is installed.</summary>
    public Release Release { get; }

    /// <summary>The names of all options that it and the libraries beside it register.</summary>
    public HashSet<string> Options { get; }

    /// <summary>The nova of a root.</summary>
    public static InstalledNova In(string root) => s_all.GetOrAdd(root, r => new(() => new InstalledNova(r))).Value;

    /// <summary>The text of the nova.conf that is written for a node.</summary>
    public static string ConfOf(NodeFacts node) => Encoding.UTF8.GetString(NodeBundle.Render(node).Files.Single(f => f.NodePath == "/etc/nova/nova.conf").Content.Span);

    /// <summary>Has nova read a file with this text.</summary>
    public Verdict Read(string text) => _reader.Ask<Verdict>(text);

    private sealed record Start(string Version, string[] Options);
}

/// <summary>What nova makes of a file.</summary>
/// <param name="Unknown">Keys that nothing registers: nova ignores them in silence.</param>
/// <param name="Errors">Values that nova refuses when it reads them.</param>
/// <param name="Values">What nova reads for all other keys, under its own names.</param>
internal sealed record Verdict(string[] Unknown, Dictionary<string, string> Errors, Dictionary<string, JsonElement> Values);
