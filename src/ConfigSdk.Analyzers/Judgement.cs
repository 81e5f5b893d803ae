using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;

namespace ConfigSdk.Analyzers;

/// <summary>What the rules find in nodes and profiles, as far as their source tells.</summary>
internal sealed class Judgement(FactCatalog catalog)
{
    private readonly RuleMemory _rules = new();

    /// <summary>The findings. Where parts of it are any of several values, those that there are whichever they are.</summary>
    public IReadOnlyList<Finding> Of(PartialValue value)
    {
        var worlds = Worlds.Of(value);
        IReadOnlyList<Finding>? certain = null;
        foreach (var world in worlds)
        {
            var found = world is Record record ? Of(record) : [];
            certain = certain is null ? found : Common(certain, found);
            if (certain.Count == 0)
            {
                break;
            }
        }

        return certain ?? [];
    }

    /// <summary>What tells mistakes apart: a release that only the heir names makes another message of the same mistake.</summary>
    public static (string Id, object At) Mistake(Finding finding) => (finding.Rule.Id, (finding.At.Origin as Origin)?.Written ?? finding.Message);

    private IReadOnlyList<Finding> Of(Record record)
    {
        if (record.TypeName != ModelNames.ComputeNode)
        {
            return _rules.Judge(NodeFacts.OfProfile(record, catalog)).AboutValues;
        }

        if (NodeFacts.OfNode(record, catalog) is not { } node)
        {
            return [];
        }

        var (aboutValues, aboutNode) = _rules.Judge(node);
        return [.. aboutValues, .. aboutNode];
    }

    private static List<Finding> Common(IReadOnlyList<Finding> findings, IReadOnlyList<Finding> others)
    {
        var same = others.ToLookup(Mistake);
        return [.. findings.Where(f => same.Contains(Mistake(f))).Select(f => f.OrElse(same[Mistake(f)].First()))];
    }
}
