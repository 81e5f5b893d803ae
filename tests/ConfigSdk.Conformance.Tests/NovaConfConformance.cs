using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using ConfigSdk.Bundles;
using ConfigSdk.Catalog;
using ConfigSdk.Hosting;
using ConfigSdk.Rules;
using CsCheck;

namespace ConfigSdk.Conformance.Tests;

/// <summary>What is written to nova.conf is what nova reads: names, types and values.</summary>
public sealed class NovaConfConformance
{
    // The one makes an exception of each deprecated option that is read, the other makes a group of each name in it, over options of that name.
    private static readonly OptionName[] s_leftOut = [new("DEFAULT", "fatal_deprecations"), new("DEFAULT", "config_source")];

    private const string NovaConf = "rootfs/etc/nova/nova.conf";
    private const string SecretsScript = "secrets.sh";

    // A variable of this name has this value.
    private const string ASecret = "NOVA_SECRET";

    // Listed for nova's other services; from 32.0.0 nova-compute runs on threads, beside which the module cannot be loaded.
    private const string WsgiOfServices = "oslo.service.wsgi";

    /// <summary>Options that cannot be judged beside all others.</summary>
    internal static bool IsLeftOut(OptionHistory option) => s_leftOut.Contains(option.Name);

    [Fact]
    public void The_seeds_node_is_read_as_declared()
    {
        var verdict = Judge(InstalledNova.Here, new()
        {
            Default = new() { ComputeDriver = ComputeDriver.Libvirt },
            Libvirt = new() { VirtType = VirtType.Kvm, CpuMode = CpuMode.Custom, CpuModels = [CpuModel.Nehalem], CpuModelExtraFlags = [CpuFlag.Enable("pcid"), "-mpx"] },
        });
        Assert.Empty(verdict.Unknown);
        Assert.Empty(verdict.Errors);
        Assert.Equal("libvirt.LibvirtDriver", verdict.Values["[DEFAULT] compute_driver"].GetString());
        Assert.Equal("kvm", verdict.Values["[libvirt] virt_type"].GetString());
        Assert.Equal("custom", verdict.Values["[libvirt] cpu_mode"].GetString());
        Assert.Equal("""["Nehalem"]""", verdict.Values["[libvirt] cpu_models"].GetRawText());
        Assert.Equal("""["pcid", "-mpx"]""", verdict.Values["[libvirt] cpu_model_extra_flags"].GetRawText());
    }

    /// <summary>Every option that the model types and the installed release has, with a value that is not its default.</summary>
    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public void Every_option_of_the_release_is_known_to_nova_and_reads_back(string root)
    {
        var reader = InstalledNova.In(root);
        var release = reader.Release;
        var nova = EveryOption(release);
        var facts = Facts(nova, release);
        var declared = facts.Options.ToDictionary(o => o.Name.ToString(), o => o.Value);
        TestContext.Current.SendDiagnosticMessage($"{release.DisplayName}: {declared.Count} options declared, {reader.Options.Count} registered");
        Assert.True(declared.Count > 800, $"{declared.Count} options");
        Assert.DoesNotContain(RuleCatalog.Judge(facts).AboutValues, f => f.Rule is { Id: "NOVA5001" or "NOVA5002" or "NOVA5005" });

        var verdict = Judge(reader, nova);
        Assert.Equal("", string.Join('\n', verdict.Unknown));
        Assert.Equal("", string.Join('\n', verdict.Errors.Select(e => $"{e.Key}: {e.Value}")));
        // nova registers these three of keystoneauth's adapters as dummies, which read as nothing whatever is written.
        var wrong = declared.Where(d => !IsSecret(d.Value)).Where(d => OptionName.Parse(d.Key).Option is not ("version" or "min_version" or "max_version")).Where(d => !verdict.Values.TryGetValue(NameIn(release, d.Key), out var read) || !IsSame(d.Value, read))
            .Select(d => $"{d.Key}: {Text(d.Value)} was read as {(verdict.Values.TryGetValue(NameIn(release, d.Key), out var v) ? v.GetRawText() : "nothing")}");
        Assert.Equal("", string.Join('\n', wrong));
        var secrets = declared.Where(d => IsSecret(d.Value)).ToArray();
        Assert.True(secrets.Length > 30, $"{secrets.Length} secrets");
        Assert.All(secrets, d => Assert.Contains(ASecret, verdict.Values[NameIn(release, d.Key)].ToString(), StringComparison.Ordinal));
    }

    /// <summary>A secret is read by nova as it is on the node, whatever is in it, when secrets.sh has put it in.</summary>
    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public void Any_secret_reads_back(string root)
    {
        var secrets = new List<string>();
        Gen.String[Gen.Char["$$$\\\\\"'{}# =:,;%@abcÄ\t"], 1, 12].Sample(secrets.Add, iter: 500, threads: 1, seed: "0000KOIPe036");
        var reader = InstalledNova.In(root);
        var nova = new Nova { Cache = new() { BackendArgument = [.. secrets.Select((_, i) => Secret.FromEnvironment($"SECRET{i}"))] } };
        var verdict = reader.Read(WithSecrets(NodeBundle.Render(Facts(nova, reader.Release)), [.. secrets.Select((s, i) => ($"SECRET{i}", s))]));
        Assert.Empty(verdict.Errors);
        Assert.Equal(secrets, verdict.Values["[cache] backend_argument"].EnumerateArray().Select(e => e.GetString()!));
    }

    /// <summary>The catalog knows of each option that the real nova and its libraries register, and of no other.</summary>
    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public void The_catalog_has_the_options_that_are_registered(string root)
    {
        var reader = InstalledNova.In(root);
        var options = FactCatalog.Bundled.Options;
        var registered = reader.Options.Where(o => !o.StartsWith("[sample_", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal([], registered.Where(o => options.Find(OptionName.Parse(o)) is not { } h || (h.ExistsIn(reader.Release) != true && h.LateTagIn(reader.Release) is null)));
        Assert.Equal([], options.All.Select(o => o.In(reader.Release)).Where(f => f is not null && f.Source != WsgiOfServices && !reader.Options.Contains(f.Name.ToString())).Select(f => f!.Name));
    }

    /// <summary>An option that is in a file by a name nova does not register is ignored in silence; this is what rule NOVA5002 is about.</summary>
    [Fact]
    public void An_option_of_another_release_is_unknown_to_nova()
    {
        var release = InstalledNova.Here.Release;
        var foreign = FactCatalog.Bundled.Options.All.Where(o => o.Name.Group == "libvirt" && o.Latest.Type == OptionType.Integer && o.In(release) is null && o.LateTagIn(release) is null).ToArray();
        Assert.NotEmpty(foreign);
        var verdict = Judge(InstalledNova.Here, new() { Extra = [.. foreign.Select(o => new ExtraOption(o.Name.Group, o.Name.Option, "1"))] });
        Assert.Equal(foreign.Select(o => o.Name.ToString()).Order(StringComparer.Ordinal), verdict.Unknown.Order(StringComparer.Ordinal));
    }

    private static Verdict Judge(InstalledNova reader, Nova nova)
    {
        var bundle = NodeBundle.Render(Facts(nova, reader.Release));
        return reader.Read(bundle.Files.Any(f => f.Path == SecretsScript) ? WithSecrets(bundle, [(ASecret, ASecret)]) : TextOf(bundle, NovaConf));
    }

    /// <summary>nova.conf as secrets.sh leaves it where these variables are set.</summary>
    private static string WithSecrets(NodeBundle bundle, (string Name, string Value)[] environment) => Tool.Run(
        "/usr/bin/env", [.. environment.Select(e => $"{e.Name}={e.Value}"), "/bin/sh", "-c", TextOf(bundle, SecretsScript)], TextOf(bundle, NovaConf));

    private static string TextOf(NodeBundle bundle, string path) => Encoding.UTF8.GetString(bundle.Files.Single(f => f.Path == path).Content.Span);

    private static bool IsSecret(PartialValue value) => value is Sequence { Items: [var first, ..] } ? IsSecret(first) : value.Text is { } text && SecretText.Parse(text) is not null;

    /// <summary>The node that declares this for a release.</summary>
    internal static NodeFacts Facts(Nova nova, Release release)
    {
        var target = new Target(Enum.Parse<NovaRelease>(release.Name), "9.0", "7.2");
        return NodeFacts.OfNode(ObjectReader.Read(new ComputeNode("judged", new() { Target = target, Nova = nova }), null), FactCatalog.Bundled)!;
    }

    private static string NameIn(Release release, string option) => FactCatalog.Bundled.Options.Find(OptionName.Parse(option))!.In(release)!.Name.ToString();

    private static Nova EveryOption(Release release)
    {
        var nova = new Nova();
        foreach (var group in typeof(Nova).GetProperties().Where(p => p.PropertyType.IsSubclassOf(typeof(SettingsGroup))))
        {
            var options = Activator.CreateInstance(group.PropertyType, "", 0)!;
            foreach (var property in group.PropertyType.GetProperties())
            {
                if (property.GetCustomAttribute<SettingAttribute>() is { } setting
                    && FactCatalog.Bundled.Options.Find(OptionName.Parse(setting.Name))! is var option && !IsLeftOut(option)
                    && option.In(release) is { } facts && facts.Source != WsgiOfServices)
                {
                    property.SetValue(options, Value(property.PropertyType, facts));
                }
            }

            group.SetValue(nova, options);
        }

        return nova;
    }

    private static string[] ItemsOf(string? type) => type switch
    {
        "Integer" => ["1", "2"],
        "CapNameOrInt" => ["1", "2"],
        "UnifiedLimitsResource" => ["servers", "class:VCPU"],
        _ => ["one", "two"],
    };

    private static object Value(Type type, OptionFacts facts)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var item = type.GenericTypeArguments[0];
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            foreach (var text in facts is { ItemType: "String", ItemChoices.Count: > 0 } ? facts.ItemChoices : item.IsEnum ? [.. Enum.GetValues(item).Cast<Enum>().Select(TextOf)] : ItemsOf(facts.ItemType))
            {
                list.Add(ItemOf(item, text));
            }

            return list;
        }

        return type switch
        {
            _ when type == typeof(bool) => facts.Default != "true",
            _ when type == typeof(long) => (long)(facts.Choices.Count > 0 ? long.Parse(facts.Choices[0], System.Globalization.CultureInfo.InvariantCulture) : facts.Max ?? (facts.Min ?? 0) + 7),
            _ when type == typeof(double) => (facts.Min ?? 0) + (facts.Type == OptionType.Float ? 0.25 : 7),
            _ when type.IsEnum => Enum.GetValues(type).Cast<Enum>().First(e => facts.Choices.Count == 0 || facts.Choices.Contains(TextOf(e))),
            _ when type == typeof(Secret) => Secret.FromEnvironment(ASecret),
            _ when typeof(IOpenValue).IsAssignableFrom(type) => Activator.CreateInstance(type, Text(facts))!,
            _ => Text(facts),
        };
    }

    private static object ItemOf(Type type, string text) => type switch
    {
        _ when type == typeof(string) => text,
        _ when type == typeof(Secret) => Secret.FromEnvironment(ASecret),
        _ when type == typeof(IReadOnlyDictionary<string, string>) => new Dictionary<string, string> { [text] = "2", ["a"] = "1" },
        _ when type == typeof(PciDeviceSpec) => new PciDeviceSpec { VendorId = text, Address = new PciAddressPattern { Bus = "02" } },
        _ when type == typeof(PciAlias) => new PciAlias { Name = text },
        _ when type.IsEnum => Enum.GetValues(type).Cast<Enum>().Single(e => TextOf(e) == text),
        _ => Activator.CreateInstance(type, text)!,
    };

    private static string TextOf(Enum member) => member.GetType().GetField(member.ToString())!.GetCustomAttribute<ValueAttribute>()!.Text;

    private static string Text(OptionFacts facts) => facts switch
    {
        // nova takes no other scheme for this one, which is no fact that the catalog has.
        { Name: { Group: "vmware", Option: "serial_port_proxy_uri" } } => "telnets://example.org:13370",
        { Type: OptionType.URI } => "https://example.org/x",
        { Type: OptionType.HostAddress or OptionType.HostDomain } => "host.example.org",
        { Type: OptionType.IPAddress } => "192.0.2.7",
        { Choices.Count: > 0 } => facts.Choices[^1],
        { Regex: not null } => facts.Default ?? "x",
        _ => "some text",
    };

    private static bool IsSame(PartialValue declared, JsonElement read) => (declared, read.ValueKind) switch
    {
        (Known known, JsonValueKind.True) => known.Value == "true",
        (Known known, JsonValueKind.False) => known.Value == "false",
        (Known known, JsonValueKind.Number) => double.Parse(known.Value, System.Globalization.CultureInfo.InvariantCulture) == read.GetDouble(),
        (Known known, JsonValueKind.String) => known.Value == read.GetString(),
        (Sequence list, JsonValueKind.Array) => list.Items.Count == read.GetArrayLength() && list.Items.Zip(read.EnumerateArray()).All(p => IsSame(p.First, p.Second)),
        // A dictionary of the file's a:1,b:2.
        (Known known, JsonValueKind.Object) => known.Value == string.Join(",", read.EnumerateObject().Select(p => $"{p.Name}:{p.Value.GetString()}")),
        _ => false,
    };

    private static string Text(PartialValue value) => value is Sequence list ? $"[{string.Join(", ", list.Items.Select(i => i.Text))}]" : value.Text ?? "?";
}
