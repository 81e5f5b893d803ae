using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Options;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Storage;

/// <summary>A value about disks that the release does not know, and reads without looking.</summary>
internal sealed class DiskOptionUnknownValue : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA7017", "Value about disks that the release finds out late",
        "[libvirt] {0} = '{1}' is unknown to {2}, which takes {3} and finds out when it makes a disk; {4}{5}",
        Consequence.Refused, "Until 12.0.0 these options take any text. nova looks at it with each disk, and raises an error for what it does not know.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.Target.Release is not { } release || release.IsAtLeast("12.0.0"))
        {
            yield break;
        }

        foreach (var (option, values) in new[] { ("images_type", DiskBackend.Types(release)), ("hw_disk_discard", ["ignore", "unmap"]) })
        {
            if (node.Sets("libvirt", option) && node.Option("libvirt", option) is Known { Value.Length: > 0 } value
                && OptionText.Flaw(value.Value) is null && !OptionText.HasReference(value.Value) && !values.Contains(value.Value))
            {
                var suggestion = Spelling.Nearest(value.Value, values);
                yield return Found(value, option, value.Value, release.DisplayName, Phrases.OneOf(values), Outcome.NoLocalDisks, Phrases.DidYouMean(suggestion)).ReplaceBy(suggestion);
            }
        }
    }
}
