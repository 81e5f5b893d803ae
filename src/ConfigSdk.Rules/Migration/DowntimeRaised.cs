using System.Globalization;
using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Migration;

/// <summary>A pause at a migration's end that is shorter than the release takes, in the releases that do not say so.</summary>
internal sealed class DowntimeRaised : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6012", "Downtime that nova raises",
        "[libvirt] {0} is {1}, and {2} takes {3} instead without a word: it is the least. Write {3} or more.",
        Consequence.Harmful, "nova 12 to 15 raise these numbers to a least value in silence. Since 16.0.0 they refuse smaller ones.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.Target.Release is not { Series: "12" or "13" or "14" or "15" } release)
        {
            yield break;
        }

        foreach (var (option, least) in new[] { ("live_migration_downtime", 100), ("live_migration_downtime_steps", 3), ("live_migration_downtime_delay", release.Series == "12" ? 10 : 3) })
        {
            if (node.Option("libvirt", option) is Known value && node.NumberOf("libvirt", option) is { } number && number < least)
            {
                yield return Found(value, option, value.Value, release.DisplayName, least).OfferToSet(CSharpNames.Pascal(option), least.ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}
