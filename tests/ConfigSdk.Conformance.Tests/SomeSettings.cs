using System.Globalization;
using ConfigSdk.Catalog;
using CsCheck;

namespace ConfigSdk.Conformance.Tests;

/// <summary>
/// What a node may declare, at random: every option that a release reads on a compute node, with values that are legal, at the edge of it or beyond,
/// and the choices of settings.txt, where values or their company decide something. About half of the nodes start.
/// </summary>
internal sealed class SomeSettings
{
    // What nova-compute of the libvirt driver reads, or may be written there for it.
    private static readonly HashSet<string> s_groups = new(StringComparer.Ordinal)
    {
        "DEFAULT", "libvirt", "compute", "pci", "devices", "workarounds", "vnc", "spice", "serial_console", "rdp", "mks", "neutron", "glance", "cinder", "cyborg", "barbican",
        "ephemeral_storage_encryption", "image_cache", "guestfs", "key_manager", "filter_scheduler", "upgrade_levels", "notifications", "service_user", "os_vif_ovs",
        "os_vif_linux_bridge", "quota", "conductor", "consoleauth", "vif_plug_ovs_privileged", "privsep", "console",
    };

    private static readonly HashSet<OptionName> s_leftOut =
    [
        .. new[]
        {
            // The judge's own.
            "compute_driver", "my_ip", "state_path", "transport_url", "rpc_response_timeout",
            // They change how all others are read, or where nova writes.
            "fatal_deprecations", "config_source", "log_config_append", "log_file", "log_dir",
        }.Select(o => new OptionName("DEFAULT", o)),
        // Whom nobody connects to.
        new("libvirt", "connection_uri"),
    ];

    private readonly Release _release;
    private readonly OptionFacts[] _options;
    private readonly OptionName[] _names;
    private readonly Setting[][] _sound;
    private readonly Setting[][] _mistaken;

    /// <summary>What a node of a release may declare.</summary>
    /// <param name="release">The release.</param>
    /// <param name="isBesideLibvirt">Whether what only the real libvirt can judge is among it.</param>
    public SomeSettings(Release release, bool isBesideLibvirt = false)
    {
        _release = release;
        var options = FactCatalog.Bundled.Options.All.Where(o => s_groups.Contains(o.Name.Group) && !s_leftOut.Contains(o.Name) && o.IsTyped && o.In(release) is { IsSecret: false })
            // keystoneauth's and other libraries' options are NovaConfConformance's.
            .Where(o => o.In(release)!.Source.Length == 0 || o.Name.Group is "os_vif_ovs" or "os_vif_linux_bridge").ToArray();
        (_options, _names) = ([.. options.Select(o => o.In(release)!)], [.. options.Select(o => o.Name)]);
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "settings.txt")).Where(l => l.Length > 0 && l[0] != '#' && (isBesideLibvirt || l[0] != '@')).ToArray();
        _sound = [.. lines.Where(l => l[0] != '!').Select(l => Settings(l.TrimStart('@'))).Where(Exist)];
        _mistaken = [.. lines.Where(l => l[0] == '!').Select(l => Settings(l[1..])).Where(Exist)];
    }

    /// <summary>The choices of settings.txt for the release, each alone.</summary>
    public IEnumerable<Setting[]> Choices => [.. _sound, .. _mistaken];

    /// <summary>How many options are drawn from.</summary>
    public int Options => _options.Length;

    /// <summary>A node's settings.</summary>
    public Gen<Setting[]> Node =>
        from choices in Choice(mistakes: 4).Array[0, 4]
        from others in Other(mistakes: 12).Array[0, 5]
        select choices.SelectMany(c => c).Concat(others).GroupBy(s => s.Option).Select(g => g.Last()).ToArray();

    /// <summary>Choices of settings.txt that are no mistake by themselves.</summary>
    public Gen<Setting[]> Sound => Sampling.AnyOf(_sound).Array[0, 4].Select(choices => choices.SelectMany(c => c).GroupBy(s => s.Option).Select(g => g.Last()).ToArray());

    /// <summary>Many options at random, each with a value that is mostly legal.</summary>
    public Gen<Setting[]> Many => Other(mistakes: 6).Array[10, 60].Select(all => all.GroupBy(s => s.Option).Select(g => g.Last()).ToArray());

    // Of so many one is a mistake.
    private Gen<Setting[]> Choice(int mistakes) => Gen.Int[0, mistakes].SelectMany(i => Sampling.AnyOf(i == 0 ? _mistaken : _sound));

    private Gen<Setting> Other(int mistakes) => Gen.Int[0, _options.Length - 1].SelectMany(i =>
    {
        var (legal, refused) = (Legal(_options[i]), Refused(_options[i]));
        return Gen.Int[0, mistakes].SelectMany(m => Sampling.AnyOf(m == 0 && refused.Length > 0 ? refused : legal)).Select(text => new Setting(_names[i], text));
    });

    /// <summary>Values that the release takes, those at the edge among them.</summary>
    private static string[] Legal(OptionFacts facts) => [.. LegalTexts(facts).Distinct()];

    private static IEnumerable<string> LegalTexts(OptionFacts facts)
    {
        var inner = facts.Default is { Length: > 0 } text && !text.Contains(';') ? [text] : Array.Empty<string>();
        switch (facts.Type)
        {
            case OptionType.Boolean:
                return ["true", "false", "True", "on", "0"];
            case OptionType.Integer or OptionType.Port or OptionType.Float when facts.Choices.Count > 0:
                return facts.Choices;
            case OptionType.Integer or OptionType.Port:
                var (min, max) = (facts.Min ?? -1, facts.Max ?? (facts.Type == OptionType.Port ? 65535 : 100_000));
                return [.. inner, .. new[] { min, min + 1, Math.Min(max, Math.Max(min, 0)), Math.Min(max, min + 7), max }.Select(Number)];
            case OptionType.Float:
                return [.. inner, Number(facts.Min ?? 0), Number((facts.Min ?? 0) + 0.5), "1.0", "16"];
            case OptionType.List when facts.ItemType == "String" && facts.ItemChoices.Count > 0:
                return [.. inner, "", facts.ItemChoices[0], string.Join(";", facts.ItemChoices)];
            case OptionType.List when facts.ItemType is null or "String":
                return [.. inner.Select(i => i.Replace(',', ';')), "", "one", "one;two"];
            case OptionType.Dict:
                return ["", "a:1", "a:1;b:2"];
            case OptionType.String when facts.Choices.Count > 0:
                return facts.Choices;
            case OptionType.String when facts.Regex is null:
                return [.. inner, "", "some text", "/nonexistent/path", "ünïcode", "a\\\"b", "100%"];
            case OptionType.HostAddress or OptionType.HostDomain:
                return [.. inner, "192.0.2.7", "host.example.org", "2001:db8::7"];
            case OptionType.IPAddress:
                return ["192.0.2.7", "2001:db8::7"];
            case OptionType.URI:
                return [.. inner, .. (facts.Schemes.Count > 0 ? facts.Schemes : ["https"]).Select(s => s + "://example.org:13370/x")];
            default:
                return inner.Length > 0 ? inner : [""];
        }
    }

    /// <summary>Values that the release refuses, those just beyond the edge among them.</summary>
    private static string[] Refused(OptionFacts facts) => facts.Type switch
    {
        OptionType.Boolean => ["maybe", "", "2", "t"],
        OptionType.Integer or OptionType.Port or OptionType.Float =>
            [.. facts.Min is { } min ? [Number(min - 1)] : Array.Empty<string>(), .. facts.Max is { } max ? [Number(max + 1)] : Array.Empty<string>(), "many", "1.5x"],
        OptionType.String when facts.Choices.Count > 0 => [facts.Choices[0] + "x", facts.Choices[^1].ToUpperInvariant() + "_", ""],
        OptionType.List when facts.ItemChoices.Count > 0 => ["nosuchitem", facts.ItemChoices[0] + ";nosuchitem"],
        OptionType.Dict => ["novalue", "a:1;a:2"],
        OptionType.HostAddress or OptionType.HostDomain or OptionType.IPAddress => ["two words", "192.0.2.256"],
        OptionType.URI => ["no uri", "://"],
        _ => [],
    };

    private static string Number(double number) => number.ToString("0.################", CultureInfo.InvariantCulture);

    private static Setting[] Settings(string line) => [.. line.Split(" | ", StringSplitOptions.TrimEntries).Select(Setting.Parse)];

    // One of another release says nothing here that OptionNotInRelease's own judges do not.
    private bool Exist(Setting[] settings) => settings.All(s => FactCatalog.Bundled.Options.Find(s.Option)?.In(_release) is not null);
}
