namespace ConfigSdk.Rules.HostFiles;

/// <summary>A module that is in the list already.</summary>
internal sealed class ModuleTwice : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2011", "Module listed twice",
        "{0} is in the list already; a module is loaded once, so this entry loads nothing. Remove it, and keep its parameters with the first.",
        Consequence.Notable, "Loading a module that is there already does nothing. Parameters of both entries go into modprobe.d and add up.")
    {
        Fixes = RuleFixes.Items,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        foreach (var same in Named(node).Where(m => UnwritableModule.NameFlaw(m.Name) is null).GroupBy(m => m.Name))
        {
            foreach (var (module, name) in same.Skip(1))
            {
                var found = Found(Entry(module), name).With(Entry(same.First().Module));
                yield return module.Parameters.Count == 0 ? found.OfferToRemoveItem() : found;
            }
        }
    }

    private static PartialValue Entry(ModuleFacts module) => module.Declared.Origin is null ? module.Name : module.Declared;
}
