using ConfigSdk.Catalog;

namespace ConfigSdk.Rules;

/// <summary>
/// Judges nodes one after another. Nodes of a fleet are alike: of one that differs from an earlier one in a few options, only those rules are asked that found
/// something there, or that looked at one of these options. What is found is the same as by <see cref="RuleCatalog"/>. For several threads.
/// </summary>
public sealed class RuleMemory
{
    // A fleet has some kinds of nodes; what differs in more from all of them is a new kind.
    private const int MostKinds = 8;
    private const int MostDifferences = 16;

    private volatile Kind[] _kinds = [];

    /// <summary>Judges one node or profile, as <see cref="RuleCatalog.Judge(NodeFacts)"/> does.</summary>
    public (IReadOnlyList<Finding> AboutValues, IReadOnlyList<Finding> AboutNode) Judge(NodeFacts node)
    {
        foreach (var kind in _kinds)
        {
            if (node.DifferencesFrom(kind.Example) is { Count: <= MostDifferences } differences)
            {
                return RuleCatalog.Judge(node, kind.RulesFor(differences));
            }
        }

        var (judged, found) = Kind.Of(node);
        // Another thread may add a kind at the same time; one of the two is then forgotten, which costs time alone.
        _kinds = [judged, .. _kinds.Take(MostKinds - 1)];
        return found;
    }

    /// <summary>A node, and what the rules asked of it that found nothing.</summary>
    private sealed class Kind(NodeFacts example, HashSet<Rule> always, ILookup<OptionName, Rule> byOption)
    {
        public NodeFacts Example => example;

        public static (Kind Kind, (IReadOnlyList<Finding> AboutValues, IReadOnlyList<Finding> AboutNode) Found) Of(NodeFacts node)
        {
            var always = new HashSet<Rule>();
            var reads = new List<(OptionName Option, Rule Rule)>();
            foreach (var rule in RuleCatalog.All.OfType<NodeRule>())
            {
                if (RuleCatalog.Finds(rule, node, out var asks) || asks.IsAll)
                {
                    always.Add(rule);
                }

                reads.AddRange(asks.Options.Select(o => (o, (Rule)rule)));
            }

            return (new(node, always, reads.ToLookup(r => r.Option, r => r.Rule)), RuleCatalog.Judge(node, [.. RuleCatalog.All.Where(always.Contains)]));
        }

        /// <summary>The rules that may find something in a node that differs in these options, in their order.</summary>
        public IReadOnlyList<Rule> RulesFor(IReadOnlyList<OptionName> differences)
        {
            var asked = new HashSet<Rule>(always);
            asked.UnionWith(differences.SelectMany(o => byOption[o]));
            return [.. asked.OrderBy(r => r.Descriptor.Id, StringComparer.Ordinal)];
        }
    }
}
