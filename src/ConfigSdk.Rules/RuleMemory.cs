using System.Runtime.CompilerServices;
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

    /// <summary>What the rules asked of a node.</summary>
    /// <param name="Always">The rules that found something, or looked at more than options.</param>
    /// <param name="EachOption">Of the others, those that looked at each option by itself.</param>
    /// <param name="ByOption">The rules that looked at an option by its name.</param>
    private sealed record Asks(HashSet<Rule> Always, HashSet<Rule> EachOption, ILookup<OptionName, Rule> ByOption)
    {
        public static Asks Of(NodeFacts node)
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

            return new(always, eachOption, reads.ToLookup(r => r.Option, r => r.Rule));
        }
    }

    /// <summary>
    /// What the rules asked of the nodes of earlier compilations. An editor makes a compilation with each key, and most nodes are in it again. Of a node
    /// nothing is kept that belongs to its compilation.
    /// </summary>
    private sealed class Earlier
    {
        private static readonly ConditionalWeakTable<FactCatalog, Earlier> s_all = new();

        private volatile (NodeFacts Example, Asks Asks)[] _known = [];

        /// <summary>What was asked of a node that differs from this one in some options; these options.</summary>
        public static (Asks Asks, IReadOnlyList<OptionName> Differences) Of(NodeFacts node) => s_all.GetOrCreateValue(node.Catalog).Find(node);

        private (Asks Asks, IReadOnlyList<OptionName> Differences) Find(NodeFacts node)
        {
            foreach (var (example, known) in _known)
            {
                if (node.DifferencesFrom(example) is { Count: <= MostDifferences } differences)
                {
                    return (known, differences);
                }
            }

            var asks = Asks.Of(node);
            _known = [(node.WithoutOrigins(), asks), .. _known.Take(MostKinds - 1)];
            return (asks, []);
        }
    }

    /// <summary>A node, and what the rules asked of it, or of another one of this kind.</summary>
    /// <param name="example">The node.</param>
    /// <param name="asks">What the rules asked.</param>
    /// <param name="differences">The options in which the node differs from the one that they asked.</param>
    private sealed class Kind(NodeFacts example, Asks asks, IReadOnlyList<OptionName> differences)
    {
        private volatile Selection? _selection;

        public NodeFacts Example => example;

        public static (Kind Kind, (IReadOnlyList<Finding> AboutValues, IReadOnlyList<Finding> AboutNode) Found) Of(NodeFacts node)
        {
            var (asks, differences) = Earlier.Of(node);
            var kind = new Kind(node, asks, differences);
            return (kind, kind.Judge(node, []));
        }

        /// <summary>Judges a node that differs from the example in these options, by the rules that may find something in it.</summary>
        public (IReadOnlyList<Finding> AboutValues, IReadOnlyList<Finding> AboutNode) Judge(NodeFacts node, IReadOnlyList<OptionName> fromExample)
        {
            var all = differences.Count == 0 ? fromExample : [.. fromExample.Union(differences)];
            // The nodes of a fleet differ in the same options.
            var selection = _selection is { } last && last.Differences.SequenceEqual(all) ? last : Select(all);
            _selection = selection;
            var unlike = node.SettingsOf(all);
            return RuleCatalog.Judge(node, selection.Rules, r => selection.Whole.Contains(r) ? null : unlike);
        }

        private Selection Select(IReadOnlyList<OptionName> all)
        {
            var whole = new HashSet<Rule>(asks.Always);
            whole.UnionWith(all.SelectMany(o => asks.ByOption[o]));
            var asked = whole.Concat(all.Count > 0 ? asks.EachOption.Where(r => !whole.Contains(r)) : []);
            return new(all, [.. asked.OrderBy(r => r.Descriptor.Id, StringComparer.Ordinal)], whole);
        }

        /// <summary>The rules for nodes that differ in some options.</summary>
        /// <param name="Differences">The options.</param>
        /// <param name="Rules">The rules, by id.</param>
        /// <param name="Whole">Those of them that look at more than these options.</param>
        private sealed record Selection(IReadOnlyList<OptionName> Differences, IReadOnlyList<Rule> Rules, HashSet<Rule> Whole);
    }
}
