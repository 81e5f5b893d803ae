using ConfigSdk.Catalog;
using ConfigSdk.Rules;
using Record = ConfigSdk.Rules.Record;

namespace ConfigSdk.Conformance.Tests;

/// <summary>One option that a made-up node declares, under its newest name.</summary>
/// <param name="Option">The option.</param>
/// <param name="Text">Its text; items of lists are separated by semicolons.</param>
internal sealed record Setting(OptionName Option, string Text)
{
    /// <summary>Reads <c>group.option = text</c>; an option of [libvirt] where no group is named.</summary>
    public static Setting Parse(string text)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        var name = parts[0].Split('.', 2);
        return new(name.Length == 1 ? new("libvirt", name[0]) : new(name[0], name[1]), parts[1]);
    }

    /// <summary>
    /// The node that declares these for a release, on the libvirt and QEMU beside it: typed what the model types, the rest through the open door.
    /// A typed value's origin is its setting.
    /// </summary>
    public static NodeFacts Node(Release release, IEnumerable<Setting> settings)
    {
        var groups = new Dictionary<string, Dictionary<string, PartialValue>>();
        var extra = new List<PartialValue>();
        foreach (var setting in settings)
        {
            var history = FactCatalog.Bundled.Options.Find(setting.Option);
            var isMulti = history?.Latest.IsMultiValued == true;
            var items = isMulti || history?.Latest.Type is OptionType.List or OptionType.Dict
                ? setting.Text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : null;
            if (history is { IsTyped: true } && history.Name == setting.Option)
            {
                var group = CSharpNames.Group(setting.Option.Group);
                groups.TryAdd(group, []);
                groups[group][setting.Option.ToString()] = (isMulti, history.Latest.Type) switch
                {
                    (true, OptionType.Dict) => new Sequence([.. items!.Select(i => Dictionary(i.Split(','), setting))], isOpen: false, setting),
                    (false, OptionType.Dict) => Dictionary(items!, setting),
                    _ when items is not null => new Sequence([.. items.Select(i => new Known(i, setting))], isOpen: false, setting),
                    _ => new Known(setting.Text, setting),
                };
            }
            else
            {
                extra.AddRange((isMulti ? items! : [items is null ? setting.Text : string.Join(",", items)]).Select(value => Record(
                    "ExtraOption", new() { ["Group"] = Known(setting.Option.Group), ["Option"] = Known(setting.Option.Option), ["Value"] = Known(value) })));
            }
        }

        var nova = groups.ToDictionary(g => g.Key, g => (PartialValue)Record("Options", g.Value));
        if (extra.Count > 0)
        {
            nova["Extra"] = new Sequence(extra, isOpen: false, "extra");
        }

        var beside = Beside.Of(release);
        var target = Record("Target", new()
        {
            ["Nova"] = Known(release.Tag), ["Libvirt"] = Known(beside.Libvirt), ["Qemu"] = Known(beside.Qemu), ["Architecture"] = Known("x86_64"),
        });
        var profile = Record("NodeProfile", new() { ["Target"] = target, ["Nova"] = Record("Nova", nova) });
        return NodeFacts.OfNode(Record("ComputeNode", new() { ["Name"] = Known("judged"), ["Profile"] = profile }), FactCatalog.Bundled)!;
    }

    /// <summary>The node that declares these with nova's libvirt driver, unless they name another one.</summary>
    public static NodeFacts LibvirtNode(Release release, IEnumerable<Setting> settings) =>
        Node(release, settings.Prepend(Parse("DEFAULT.compute_driver = libvirt.LibvirtDriver")).GroupBy(s => s.Option).Select(g => g.Last()));

    public override string ToString() => (Option.Group == "libvirt" ? Option.Option : $"{Option.Group}.{Option.Option}") + " = " + Text;

    // What is no dictionary, no C# can declare as one; its text goes the way of texts.
    private static PartialValue Dictionary(string[] pairs, Setting setting) =>
        pairs.All(p => p.Contains(':')) && pairs.Select(p => p.Split(':')[0]).Distinct().Count() == pairs.Length
            ? new Record(StructuredText.Dictionary, pairs.Select(p => p.Split(':', 2)).ToDictionary(p => p[0], p => (PartialValue)new Known(p[1], setting)), isOpen: false, setting)
            : new Known(string.Join(",", pairs), setting);

    private static Known Known(string text) => new(text, text);

    private static Record Record(string type, Dictionary<string, PartialValue> properties) => new(type, properties, isOpen: false, type);
}

/// <summary>What Debian has beside a nova.</summary>
/// <param name="Libvirt">libvirt's version.</param>
/// <param name="Qemu">QEMU's version.</param>
internal sealed record Beside(string Libvirt, string Qemu)
{
    public static Beside Of(Release release) => release.Tag switch
    {
        "22.0.0" => new("7.0.0", "5.2"),
        "26.0.0" => new("9.0.0", "7.2"),
        "31.0.0" => new("11.3.0", "10.0"),
        "34.0.0" => new("12.8.0", "11.1"),
        _ => throw new NotSupportedException($"which libvirt and QEMU are beside nova {release.Tag}?"),
    };
}
