using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;

namespace ConfigSdk.Analyzers;

/// <summary>What the rules find in a node or profile, as far as its source tells.</summary>
internal static class Judgement
{
    /// <summary>The findings. Where parts of it are any of several values, those that there are whichever they are.</summary>
    public static IReadOnlyList<Finding> Of(PartialValue value, FactCatalog catalog)
    {
        var worlds = Worlds.Of(value);
        IReadOnlyList<Finding>? certain = null;
        foreach (var world in worlds)
        {
            var found = world is Record record ? Of(record, catalog) : [];
            certain = certain is null ? found : Common(certain, found);
            if (certain.Count == 0)
            {
                break;
            }
        }

        return certain ?? [];
    }

    /// <summary>What tells mistakes apart: a release that only the heir names makes another message of the same mistake.</summary>
    public static (string Id, object At) Mistake(Finding finding) => (finding.Rule.Id, (finding.At.Origin as Origin)?.Syntax ?? (object)finding.Message);

    private static IReadOnlyList<Finding> Of(Record record, FactCatalog catalog)
    {
        if (record.TypeName != ModelNames.ComputeNode)
        {
            return RuleCatalog.Judge(NodeFacts.OfProfile(record, catalog)).AboutValues;
        }

        if (NodeFacts.OfNode(record, catalog) is not { } node)
        {
            return [];
        }

        var (aboutValues, aboutNode) = RuleCatalog.Judge(node);
        return [.. aboutValues, .. aboutNode];
    }

    private static List<Finding> Common(IReadOnlyList<Finding> findings, IReadOnlyList<Finding> others)
    {
        var same = others.ToLookup(Mistake);
        return [.. findings.Where(f => same.Contains(Mistake(f))).Select(f => f.OrElse(same[Mistake(f)].First()))];
    }
}
