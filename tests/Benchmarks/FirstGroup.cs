using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ConfigSdk.Catalog;

namespace ConfigSdk.Benchmarks;

/// <summary>The first query of a process: everything that nova 31.0.0 says of the options of [libvirt].</summary>
public class FirstGroup : FreshProcess
{
    private const string Group = "libvirt";
    private const string Tag = "31.0.0";
    private string _file = "";

    [Benchmark(Baseline = true)]
    public object? Catalog() => Kept = Query(FactCatalog.Bundled.Options);

    /// <summary>The same with our code compiled before: the difference is what that costs.</summary>
    [Benchmark]
    public object? Catalog_compiled_before() => Kept = Query(new NovaOptions());

    /// <summary>Every option's facts are parsed before one is asked for.</summary>
    [Benchmark]
    public object? All_facts_at_once()
    {
        var release = Release.Parse(Tag);
        var facts = AllFacts();
        Kept = facts;
        return facts.Where(f => f.Name.Group == Group && f.Covers(release)).ToArray();
    }

    /// <summary>The same facts as one JSON document.</summary>
    [Benchmark]
    public object? One_JSON_document()
    {
        var document = JsonDocument.Parse(File.ReadAllBytes(_file));
        var release = document.RootElement.GetProperty("releases").GetProperty(Tag).GetInt32();
        var found = document.RootElement.GetProperty("options").GetProperty(Group).EnumerateObject()
            .SelectMany(o => o.Value.EnumerateArray())
            .Where(r => r.GetProperty("from").GetInt32() <= release && release <= r.GetProperty("to").GetInt32())
            .Select(r => r.GetProperty("facts").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.ToString()))
            .ToArray();
        Kept = (document, found);
        return found;
    }

    /// <summary>What any first call costs here.</summary>
    [Benchmark]
    public object? Nothing() => Kept = null;

    [GlobalSetup(Target = nameof(Catalog_compiled_before))]
    public void Compile() => Query(new NovaOptions());

    [GlobalSetup(Target = nameof(One_JSON_document))]
    public void WriteJson()
    {
        var options = AllFacts().ToLookup(f => f.Name.Group).ToDictionary(g => g.Key, g => g.ToLookup(f => f.Name.Option).ToDictionary(
            o => o.Key,
            o => o.Select(f => new { from = f.First.Ordinal, to = (f.Last ?? Release.Newest).Ordinal, facts = Facts(f) })));
        _file = Path.GetTempFileName();
        File.WriteAllBytes(_file, JsonSerializer.SerializeToUtf8Bytes(new { releases = Release.All.ToDictionary(r => r.Tag, r => r.Ordinal), options }));
    }

    [GlobalCleanup(Target = nameof(One_JSON_document))]
    public void DeleteJson() => File.Delete(_file);

    private static OptionFacts[] AllFacts() => [.. FactFile.Read("nova-options.tsv").Where(r => r[0] != "seen").Select(OptionFacts.Of)];

    /// <summary>Facts that say something, by their names; the releases stand beside them.</summary>
    private static Dictionary<string, object> Facts(OptionFacts facts) => typeof(OptionFacts).GetProperties()
        .Where(p => p.Name is not (nameof(OptionFacts.First) or nameof(OptionFacts.Last)))
        .Select(p => (p.Name, Value: p.GetValue(facts)))
        .Where(p => p.Value is not (null or false or "" or IReadOnlyCollection<string> { Count: 0 } or IReadOnlyCollection<OptionName> { Count: 0 }))
        .ToDictionary(p => p.Name, p => p.Value is OptionType type ? type.ToString() : p.Value!);

    private static OptionFacts[] Query(NovaOptions options)
    {
        var release = Release.Parse(Tag);
        return [.. options.OfGroup(Group).Select(o => o.In(release)).OfType<OptionFacts>()];
    }
}
