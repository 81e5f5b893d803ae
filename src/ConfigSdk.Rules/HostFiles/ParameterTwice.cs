namespace ConfigSdk.Rules.HostFiles;

/// <summary>A parameter that is set again, to another value.</summary>
internal sealed class ParameterTwice : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2010", "Module parameter set twice",
        "{0} {1}={2} has no effect: the module's parameters say {1}={3} after it, and the last one counts. Keep one of them.",
        Consequence.Harmful, "modprobe hands the kernel every option line of a module, one after the other, and the kernel sets the parameter each time anew.")
    {
        Fixes = RuleFixes.Setting,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        foreach (var same in Parameters(node).Where(p => p.Parameter.Value.Text is not null).GroupBy(p => (p.Name, p.Key)))
        {
            var settings = same.Select(p => p.Parameter).ToArray();
            for (var i = 0; i < settings.Length; i++)
            {
                if (settings.Skip(i + 1).FirstOrDefault(p => p.Value.Text != settings[i].Value.Text) is { } later)
                {
                    yield return OfferToUnset(Found(settings[i].Value, same.Key.Name, same.Key.Key, settings[i].Value.Text!, later.Value.Text!).With(later.Value), settings[i]);
                }
            }
        }
    }
}
