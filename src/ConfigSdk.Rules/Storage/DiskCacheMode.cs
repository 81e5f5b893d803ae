using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Options;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Storage;

/// <summary>A cache mode that nova drops, or one for disks that it never has.</summary>
internal sealed class DiskCacheMode : LibvirtRule
{
    private static readonly string[] s_modes = ["default", "none", "writethrough", "writeback", "directsync", "unsafe"];
    private static readonly string[] s_types = ["file", "block", "network", "mount"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA7012", "Cache mode that no disk gets",
        "'{0}' in [libvirt] disk_cachemodes has no effect: {1}. Write {2}.",
        Consequence.Harmful, "nova drops an entry whose mode it does not know with a line in the log. One whose kind of disk it never has is kept and never asked for.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        foreach (var item in KnownItems.Of(node.Option("libvirt", "disk_cachemodes")).Where(i => OptionText.ItemFlaw(i.Value) is null && !OptionText.HasReference(i.Value)))
        {
            var (type, mode) = Split(item.Value);
            if (mode is null)
            {
                yield return Found(item, item.Value, "an entry is a kind of disk and a mode with = between them", "an entry such as file=writeback");
            }
            else if (!s_modes.Contains(mode))
            {
                var nearest = Spelling.Nearest(mode, s_modes);
                yield return Found(item, item.Value, $"libvirt has no cache mode '{mode}'", Phrases.OneOf(s_modes)).ReplaceBy(nearest is null ? null : $"{type}={nearest}");
            }
            else if (!s_types.Contains(type))
            {
                var nearest = Spelling.Nearest(type, s_types);
                yield return Found(item, item.Value, $"nova gives guests no disks of the kind '{type}'", Phrases.OneOf(s_types)).ReplaceBy(nearest is null ? null : $"{nearest}={mode}");
            }
        }
    }

    /// <summary>The entry's kind of disk and mode; no mode where there is no sign between them.</summary>
    public static (string Type, string? Mode) Split(string item) =>
        item.IndexOf('=') is var end and >= 0 ? (item.Substring(0, end), item.Substring(end + 1)) : (item, null);
}
