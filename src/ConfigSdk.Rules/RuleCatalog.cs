namespace ConfigSdk.Rules;

/// <summary>Every rule, found by its class.</summary>
public static class RuleCatalog
{
    private static readonly Lazy<IReadOnlyList<Rule>> s_rules = new(() =>
    [
        .. typeof(RuleCatalog).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && typeof(Rule).IsAssignableFrom(t))
            .Select(t => (Rule)Activator.CreateInstance(t)!)
            .OrderBy(r => r.Descriptor.Id, StringComparer.Ordinal),
    ]);

    /// <summary>Every rule, by id.</summary>
    public static IReadOnlyList<Rule> All => s_rules.Value;

    /// <summary>The cards of all rules and of what the SDK itself reports, by id.</summary>
    public static IEnumerable<RuleDescriptor> Descriptors =>
        All.Select(r => r.Descriptor).Concat(SdkDescriptors.All).OrderBy(d => d.Id, StringComparer.Ordinal);

    /// <summary>
    /// Judges one node or profile. Findings that only hold because the node leaves something out, which another
    /// node of the same profile might not, come in <c>AboutNode</c>; the others hold for the profile wherever it is used.
    /// </summary>
    public static (IReadOnlyList<Finding> AboutValues, IReadOnlyList<Finding> AboutNode) Judge(NodeFacts node) => Judge(node, All);

    /// <summary>Judges a fleet as a whole; its nodes are judged one by one elsewhere.</summary>
    public static IReadOnlyList<Finding> Judge(FleetFacts fleet) => Judge(fleet, All);

    internal static (IReadOnlyList<Finding> AboutValues, IReadOnlyList<Finding> AboutNode) Judge(NodeFacts node, IReadOnlyList<Rule> rules) => Judge(node, rules, _ => null);

    /// <summary>Judges by some rules.</summary>
    /// <param name="node">The node.</param>
    /// <param name="rules">The rules, by id.</param>
    /// <param name="unlike">For a rule that knows all but some of the node's options from another node: these options. Null for other rules.</param>
    internal static (IReadOnlyList<Finding> AboutValues, IReadOnlyList<Finding> AboutNode) Judge(NodeFacts node, IReadOnlyList<Rule> rules, Func<Rule, IReadOnlyList<OptionSetting>?> unlike)
    {
        var all = JudgeAll(node, rules, unlike);
        node.Forget();
        if (!node.IsFinal || all.Count == 0)
        {
            return (all, []);
        }

        // A rule that found nothing in the node has nothing to compare.
        var alone = JudgeAll(node.ProfileAlone(), [.. rules.Where(r => all.Any(f => f.Rule == r.Descriptor))], _ => null);
        var split = all.ToLookup(f => alone.Any(a => a.IsSameAs(f)));
        return ([.. split[true]], [.. split[false]]);
    }

    internal static IReadOnlyList<Finding> Judge(FleetFacts fleet, IReadOnlyList<Rule> rules) =>
        JudgeAll<FleetRule>(rules, fleet.Nodes.Count > 0 ? fleet.Nodes[0].Declared : Unknown.Instance, r => r.Judge(fleet));

    /// <summary>Whether the rule finds something in the node, or throws; and what it asks.</summary>
    internal static bool Finds(NodeRule rule, NodeFacts node, out FactsRead asks)
    {
        var declared = node.Declared;
        node.Notes = asks = new FactsRead();
        var found = JudgeAll<NodeRule>([rule], declared, r => r.Judge(node));
        node.Notes = null;
        return found.Count > 0;
    }

    private static List<Finding> JudgeAll(NodeFacts node, IReadOnlyList<Rule> rules, Func<Rule, IReadOnlyList<OptionSetting>?> unlike)
    {
        var found = JudgeAll<NodeRule>(rules, node.Declared, r =>
        {
            node.Unlike = unlike(r);
            return r.Judge(node);
        });
        node.Unlike = null;
        return found;
    }

    /// <summary>What rules find. One that throws costs one finding that names it; the others still run.</summary>
    private static List<Finding> JudgeAll<TRule>(IReadOnlyList<Rule> rules, PartialValue at, Func<TRule, IEnumerable<Finding>> judge)
        where TRule : Rule
    {
        var found = new List<Finding>();
        foreach (var rule in rules.OfType<TRule>())
        {
            var before = found.Count;
            try
            {
                found.AddRange(judge(rule));
            }
#pragma warning disable CA1031 // whatever a rule throws, it is reported and must not silence the other rules
            catch (Exception e)
            {
                found.RemoveRange(before, found.Count - before);
                found.Add(new Finding(SdkDescriptors.RuleThrew, at, [rule.Descriptor.Id, e.GetType().Name, e.Message]));
            }
#pragma warning restore CA1031
        }

        return found;
    }
}
