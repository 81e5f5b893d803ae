using System.CommandLine;
using ConfigSdk.Catalog;
using ConfigSdk.Plans;
using ConfigSdk.Plans.Reading;

namespace ConfigSdk.Tool.Why;

/// <summary><c>configsdk why</c>: where in the source a setting of a node, or a property of an image, was written.</summary>
internal static class WhyCommand
{
    private const int Found = 0;
    private const int Error = 1;
    private const string Images = "images";

    public static Command Create()
    {
        var node = new Argument<string>("NODE") { Description = "The node's name, or images/NAME for an image." };
        var setting = new Argument<string>("SETTING") { Description = "An option, such as cpu_mode, libvirt.cpu_mode or \"[libvirt] cpu_mode\", by any of its names; or a module, a key of sysctl, an argument of the kernel; or an image's property." };
        var bundles = new Option<string>("--bundles") { Description = "The directory of the bundles; the current directory if it is left out.", DefaultValueFactory = _ => "." };
        var command = new Command("why", "Where in the source a setting of a node, or a property of an image, was written, and what it overrides there.") { node, setting, bundles };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            try
            {
                var (directory, name, asked) = (parsed.GetRequiredValue(bundles), parsed.GetRequiredValue(node), parsed.GetRequiredValue(setting));
                foreach (var line in name.StartsWith($"{Images}/", StringComparison.Ordinal) ? OfImage(directory, name[(Images.Length + 1)..], asked) : Answer(directory, name, asked))
                {
                    output.WriteLine(line);
                }

                return Found;
            }
            catch (PlanException e)
            {
                error.WriteLine(e.Message);
                return Error;
            }
        });
        return command;
    }

    private static List<string> Answer(string bundles, string node, string asked)
    {
        var manifest = NodeManifest.Read(ManifestOf(bundles, node));
        var settings = WrittenSettings.Read(Path.Combine(bundles, "sources", node + ".json"));
        var options = FactCatalog.Bundled.Options;
        var (group, option) = Split(asked);
        // The newest names of what may be meant, by any name that the option ever had.
        var meant = (group is not null ? [new OptionName(group, option)] : options.Groups.Select(g => new OptionName(g, option)))
            .Select(options.Find).OfType<OptionHistory>().Where(o => o.In(manifest.Nova) is not null).Distinct().ToArray();
        var lines = new List<string>();
        foreach (var (name, places) in settings.Settings.Where(s => IsMeant(s.Name)))
        {
            lines.AddRange(Lines(name, places, node));
        }

        if (lines.Count > 0)
        {
            return lines;
        }

        if (meant.Length == 0)
        {
            var known = options.All.Where(o => o.In(manifest.Nova) is not null).Select(o => group is null ? o.Name.Option : $"{o.Name.Group}.{o.Name.Option}").Distinct();
            throw new PlanException($"'{asked}' is neither set on {node} nor an option that {manifest.Nova.DisplayName} is known to have."
                + (Spelling.Nearest(group is null ? option : $"{group}.{option}", known) is { } near ? $" Did you mean '{near}'?" : ""));
        }

        return [.. meant.Select(o =>
        {
            var facts = o.In(manifest.Nova)!;
            return $"{facts.Name} on {node}: not declared; the default of {manifest.Nova.DisplayName} holds: "
                + (facts.HasComputedDefault ? "computed when nova starts" : facts.Default is { } text ? text.Length == 0 ? "''" : text : "none");
        })];

        bool IsMeant(string name) => name.StartsWith('[')
            ? OptionName.Parse(name) is var set && (options.Find(set) is { } history ? meant.Contains(history) : set == new OptionName(group ?? set.Group, option))
            : name.Split(' ') is [var kind, var first, ..] rest && ((kind != "udev" && (asked == first || KernelModules.Normalize(asked) == KernelModules.Normalize(first))) || (rest.Length > 2 && asked == rest[2]) || asked == name);
    }

    private static IEnumerable<string> OfImage(string bundles, string image, string asked)
    {
        var directory = Path.Combine(bundles, Images);
        var images = Directory.Exists(directory) ? Directory.EnumerateFiles(directory, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).ToArray() : [];
        if (!images.Contains(image))
        {
            throw new PlanException(images.Length == 0 ? $"{bundles}: holds no images; name the directory with --bundles."
                : $"{bundles}: has no image '{image}'." + (Spelling.Nearest(image, images) is { } near ? $" Did you mean '{near}'?" : ""));
        }

        var settings = WrittenSettings.Read(Path.Combine(bundles, "sources", Images, image + ".json")).Settings;
        var meant = Current(asked);
        foreach (var (name, places) in settings)
        {
            if (name == asked || Current(name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..]) == meant)
            {
                return Lines(name, places, image);
            }
        }

        return ConfigSdk.Catalog.ImageProperties.Find(meant) is not null ? [$"property {meant} on {image}: not declared"]
            : throw new PlanException($"'{asked}' is neither declared of {image} nor a property that nova is known to read."
                + (Spelling.Nearest(asked, ConfigSdk.Catalog.ImageProperties.All.Select(p => p.Name)) is { } known ? $" Did you mean '{known}'?" : ""));

        static string Current(string property) => ConfigSdk.Catalog.ImageProperties.CurrentNameOf(property) ?? property;
    }

    private static IEnumerable<string> Lines(string setting, IReadOnlyList<WrittenAt> places, string owner) =>
    [
        places.Count == 0 ? $"{setting} on {owner}: nobody knows where it was written; build with symbols, and with the sources in their place"
            : $"{setting}{Is(places[0].Value)} on {owner}: {places[0]}",
        .. places.Skip(1).Select(p => $"  overrides{Text(p.Value)} of {p}"),
    ];

    private static string ManifestOf(string bundles, string node)
    {
        // A name with a separator in it would lead to another directory, and is none.
        var nodes = Directory.Exists(bundles) ? Directory.EnumerateDirectories(bundles).Where(d => File.Exists(Path.Combine(d, "manifest.json"))).Select(d => Path.GetFileName(d)).ToArray() : [];
        return nodes.Contains(node) ? Path.Combine(bundles, node, "manifest.json")
            : throw new PlanException(nodes.Length == 0 ? $"{bundles}: holds no bundles; name the directory with --bundles."
                : $"{bundles}: has no node '{node}'." + (Spelling.Nearest(node, nodes) is { } near ? $" Did you mean '{near}'?" : ""));
    }

    private static (string? Group, string Option) Split(string asked)
    {
        var end = asked.IndexOf(']', StringComparison.Ordinal);
        var (group, option) = asked.StartsWith('[') && end > 0 ? (asked[1..end], asked[(end + 1)..])
            : asked.IndexOfAny(['.', '/']) is > 0 and var dot ? (asked[..dot], asked[(dot + 1)..])
            : (null, asked);
        return (group is null or "DEFAULT" ? group : group.ToLowerInvariant(), option.Trim().Replace('-', '_'));
    }

    private static string Is(string? value) => value is null ? "" : $" is{Text(value)}";

    private static string Text(string? value) => value is null ? "" : $" {(value.Length == 0 ? "''" : value)}";
}
