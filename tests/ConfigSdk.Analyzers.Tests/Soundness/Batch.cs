using System.Reflection;
using System.Runtime.Loader;
using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Analyzers.Tests.Helpers;
using ConfigSdk.Catalog;
using ConfigSdk.Hosting;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Record = ConfigSdk.Rules.Record;

namespace ConfigSdk.Analyzers.Tests.Soundness;

/// <summary>Random nodes that are compiled together, judged from their source, then run and judged as the build does.</summary>
internal sealed class Batch
{
    private Batch(IReadOnlyList<Case> cases) => Cases = cases;

    public IReadOnlyList<Case> Cases { get; }

    /// <summary>Makes a batch.</summary>
    /// <param name="seeds">A seed a case.</param>
    /// <param name="hides">See <see cref="DeclarationWriter"/>.</param>
    /// <param name="analyzes">Whether the analyzer is run as well, which judges each profile.</param>
    public static async Task<Batch> Make(IReadOnlyList<int> seeds, bool hides, bool analyzes)
    {
        var sources = seeds.Select((seed, i) =>
        {
            var random = new Random(seed);
            return new DeclarationWriter($"C{i}", random, hides).Write(new RandomNode(random).Make());
        }).ToArray();
        var compilation = Compile.Of([.. sources.SelectMany(s => new[] { s.Main, s.Other })]);
        var evaluator = new Evaluator(compilation, ModelTypes.Find(compilation)!);
        var shown = (analyzes ? await Analyze.Diagnostics(compilation) : []).ToLookup(d => d.Location.SourceTree);
        var trees = compilation.SyntaxTrees.ToArray();

        var context = new AssemblyLoadContext(null, isCollectible: true);
        try
        {
            var assembly = Load(compilation, context);
                return new Batch([.. seeds.Select((seed, i) =>
            {
                var type = compilation.GetTypeByMetadataName($"C{i}")!;
                var real = ObjectReader.Read((Declaration)assembly.GetType($"C{i}")!.GetProperty("It")!.GetValue(null)!, null);
                return new Case(
                    seed,
                    sources[i].Main + sources[i].Other,
                    evaluator.Evaluate(type.GetMembers("It").Single(), CancellationToken.None),
                    real,
                    [.. shown[trees[2 * i]].Concat(shown[trees[(2 * i) + 1]]).Select(d => d.Id).Distinct().Order(StringComparer.Ordinal)]);
            })]);
        }
        finally
        {
            context.Unload();
        }
    }

    private static Assembly Load(Compilation compilation, AssemblyLoadContext context)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        var error = result.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error);
        Assert.True(error is null, $"{error}\n{error?.Location.SourceTree?.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line]}");
        image.Position = 0;
        context.Resolving += (_, name) => AssemblyLoadContext.Default.LoadFromAssemblyName(name);
        return context.LoadFromStream(image);
    }
}

/// <summary>One node, from its source and from the program.</summary>
/// <param name="Seed">What it was made of.</param>
/// <param name="Source">Its source.</param>
/// <param name="Told">What the source tells.</param>
/// <param name="Real">What the program has.</param>
/// <param name="Shown">The ids of the analyzer's diagnostics.</param>
internal sealed record Case(int Seed, string Source, PartialValue Told, Record Real, IReadOnlyList<string> Shown)
{
    /// <summary>The ids that the rules find by what the source tells.</summary>
    public IReadOnlyList<string> FoundInSource => Ids(new Judgement(FactCatalog.Bundled).Of(Told));

    /// <summary>The ids that the rules find by what the program has.</summary>
    public IReadOnlyList<string> FoundInBuild => Ids(new Judgement(FactCatalog.Bundled).Of(Real));

    private static string[] Ids(IReadOnlyList<Finding> findings) => [.. findings.Select(f => f.Rule.Id).Distinct().Order(StringComparer.Ordinal)];
}
