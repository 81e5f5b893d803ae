using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Options;

/// <summary>A target that names what nobody knows.</summary>
internal sealed class UnreadableTarget : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5006", "Target that cannot be read",
        "The target's {0} '{1}' is {2}; what depends on it could not be checked. {3}",
        Consequence.Refused, "Checks of CPU models and kernel modules look up the target's versions. A text that is none would switch them off without a word.")
    {
        IsConfigurable = false,
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        foreach (var (property, example) in new[] { (ModelNames.Libvirt, "11.3"), (ModelNames.Qemu, "10.0") })
        {
            var version = Record.Below(node.Target.Declared, property);
            if (version.Text is { } text && VersionText.Parse(text) is null)
            {
                yield return Found(version, property, text, "no version number", $"Write numbers with dots, such as {example}.");
            }
        }

        var platform = Record.Below(node.Target.Declared, ModelNames.Platform);
        if (platform.Text is { } name && Platforms.Find(name) is null)
        {
            var suggestion = Spelling.Nearest(name, Platforms.All.Select(p => p.Name));
            yield return Found(platform, ModelNames.Platform, name, "no platform that is bundled",
                $"Write one of {string.Join(", ", Platforms.All.Select(p => p.Name))}, or leave it out.").ReplaceBy(suggestion);
        }

        var architecture = Record.Below(node.Target.Declared, ModelNames.Architecture);
        var known = ImageProperties.Find("hw_architecture")!.Latest.Values;
        if (architecture.Text is { } written && !known.Contains(written))
        {
            var suggestion = written is "amd64" ? "x86_64" : written is "arm64" ? "aarch64" : Spelling.Nearest(written, known);
            yield return Found(architecture, ModelNames.Architecture, written, "no architecture by nova's names",
                suggestion is null ? "Write nova's name of it, such as x86_64 or aarch64." : $"Did you mean '{suggestion}'?").ReplaceBy(suggestion);
        }
    }
}
