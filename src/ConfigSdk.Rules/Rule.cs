namespace ConfigSdk.Rules;

/// <summary>A rule of the real world. One class a rule; the catalog finds it by itself.</summary>
public abstract class Rule
{
    /// <summary>The rule's card.</summary>
    public abstract RuleDescriptor Descriptor { get; }

    /// <summary>A finding of this rule.</summary>
    /// <param name="at">The value that is wrong.</param>
    /// <param name="arguments">The message's arguments.</param>
    protected Finding Found(PartialValue at, params object[] arguments) => new(Descriptor, at, arguments);
}

/// <summary>A rule over one node or profile. It speaks only of what is certain.</summary>
public abstract class NodeRule : Rule
{
    /// <summary>What is wrong with the node.</summary>
    public abstract IEnumerable<Finding> Judge(NodeFacts node);
}

/// <summary>A rule over a fleet as a whole.</summary>
public abstract class FleetRule : Rule
{
    /// <summary>What is wrong with the fleet.</summary>
    public abstract IEnumerable<Finding> Judge(FleetFacts fleet);

    /// <summary>A finding for each name that another one, of whatever case, has before it.</summary>
    protected IEnumerable<Finding> FoundRepeated(IEnumerable<PartialValue> names) =>
        from same in names.Where(n => n.Text is not null).GroupBy(n => n.Text!, StringComparer.OrdinalIgnoreCase)
        from later in same.Skip(1)
        select Found(later, later.Text!).With(same.First());
}
