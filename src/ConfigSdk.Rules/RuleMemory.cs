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
                return kind.Judge(node, differences);
            }
        }

        var (judged, found) = Kind.Of(node);
        // Another thread may add a kind at the same time; one of the two is then forgotten, which costs time alone.
        _kinds = [judged, .. _kinds.Take(MostKinds - 1)];
        return found;
    }

    /// <summary>A node, and what the rules asked of it that found nothing.</summary>
    /// <param name="example">The node.</param>
    /// <param name="always">The rules that found something, or looked at more than options.</param>
    /// <param name="eachOption">Of the others, those that looked at each option by itself.</param>
    /// <param name="byOption">The rules that looked at an option by its name.</param>
    private sealed class Kind(NodeFacts example, HashSet<Rule> always, HashSet<Rule> eachOption, ILookup<OptionName, Rule> byOption)
    {
        private volatile Selection? _selection;

        public NodeFacts Example => example;

        public static (Kind Kind, (IReadOnlyList<Finding> AboutValues, IReadOnlyList<Finding> AboutNode) Found) Of(NodeFacts node)
        {
            var (always, eachOption) = (new HashSet<Rule>(), new HashSet<Rule>());
            var reads = new List<(OptionName Option, Rule Rule)>();
            foreach (var rule in RuleCatalog.All.OfType<NodeRule>())
            {
                if (RuleCatalog.Finds(rule, node, out var asks) || asks.IsAll)
                {
                    always.Add(rule);
                }
                else if (asks.IsEachOption)
                {
                    eachOption.Add(rule);
                }

                reads.AddRange(asks.Options.Select(o => (o, (Rule)rule)));
            }

            return (new(node, always, eachOption, reads.ToLookup(r => r.Option, r => r.Rule)), RuleCatalog.Judge(node, [.. RuleCatalog.All.Where(always.Contains)]));
        }

        /// <summary>Judges a node that differs in these options, by the rules that may find something in it.</summary>
        public (IReadOnlyList<Finding> AboutValues, IReadOnlyList<Finding> AboutNode) Judge(NodeFacts node, IReadOnlyList<OptionName> differences)
        {
            // The nodes of a fleet differ in the same options.
            var selection = _selection is { } last && last.Differences.SequenceEqual(differences) ? last : Select(differences);
            _selection = selection;
            var unlike = node.SettingsOf(differences);
            return RuleCatalog.Judge(node, selection.Rules, r => selection.Whole.Contains(r) ? null : unlike);
        }

        private Selection Select(IReadOnlyList<OptionName> differences)
        {
            var whole = new HashSet<Rule>(always);
            whole.UnionWith(differences.SelectMany(o => byOption[o]));
            var asked = whole.Concat(differences.Count > 0 ? eachOption.Where(r => !whole.Contains(r)) : []);
            return new(differences, [.. asked.OrderBy(r => r.Descriptor.Id, StringComparer.Ordinal)], whole);
        }

        /// <summary>The rules for nodes that differ in some options.</summary>
        /// <param name="Differences">The options.</param>
        /// <param name="Rules">The rules, by id.</param>
        /// <param name="Whole">Those of them that look at more than these options.</param>
        private sealed record Selection(IReadOnlyList<OptionName> Differences, IReadOnlyList<Rule> Rules, HashSet<Rule> Whole);
    }
}
