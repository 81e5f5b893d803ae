using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>A kernel setting that is set again, to another value.</summary>
internal sealed class SysctlTwice : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2032", "Kernel setting set twice",
        "{0} = {1} has no effect: {2} = {3} is written after it, and the last one counts. Keep one of them.",
        Consequence.Harmful, "Lines of sysctl.d are taken in order, those of Extra behind the others. Keys with slashes for dots are the same keys.")
    {
        Fixes = RuleFixes.Setting | RuleFixes.Items,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var known = node.Sysctl().Where(s => s.Path is not null && s.Value.Text is not null && UnwritableSysctl.IsWritable(s));
        foreach (var same in known.GroupBy(s => s.Path).Select(g => g.ToArray()))
        {
            for (var i = 0; i < same.Length; i++)
            {
                if (same.Skip(i + 1).FirstOrDefault(s => s.Value.Text != same[i].Value.Text) is { } later)
                {
                    var found = Found(same[i].Declared, same[i].Key.Text!, same[i].Value.Text!, later.Key.Text!, later.Value.Text!).With(later.Declared);
                    yield return same[i].IsTyped ? found.OfferToRemove(CSharpNames.Pascal(same[i].Key.Text!)) : found.OfferToRemoveItem();
                }
            }
        }
    }
}
