using System.Text.RegularExpressions;
using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Tests;

/// <summary>
/// Builds facts from a line: settings separated by <c>|</c>, each <c>name = value</c>. Options are <c>group.option</c>, of [libvirt] where no
/// group is named; the items of a list of dictionaries are separated by <c>;</c>. <c>?</c> is a value that is not known, <c>...</c> an end that is open. Every known value's origin is the path to it.
/// </summary>
internal static class Declared
{
    public static NodeFacts Node(string line) => Node(line, FactCatalog.Bundled);

    public static NodeFacts Node(string line, FactCatalog catalog) => NodeFacts.OfNode(NodeRecord(line), catalog)!;

    public static NodeFacts Profile(string line) => NodeFacts.OfProfile(ProfileRecord(line), FactCatalog.Bundled);

    public static FleetFacts Fleet(string nodes, string images = "") => Fleet(nodes, images, FactCatalog.Bundled);

    public static FleetFacts Fleet(string nodes, string images, FactCatalog catalog) => FleetFacts.Read(
        List("Nodes", nodes, NodeRecord), List("Images", images, ImageRecord), catalog);

    public static Record NodeRecord(string line)
    {
        var settings = Settings(line);
        var node = new Dictionary<string, PartialValue> { ["Profile"] = ProfileRecord(line), ["Name"] = Text("Name", settings.GetValueOrDefault("name", "cmp01")) };
        if (settings.TryGetValue("group", out var group))
        {
            node["MigrationGroup"] = Text("MigrationGroup", group);
        }

        return Object("ComputeNode", "node:" + line, node);
    }

    private static Record ProfileRecord(string line)
    {
        Dictionary<string, PartialValue> profile = [], target = [], host = [], cpu = [], kernel = [], kvm = [], nova = [];
        Dictionary<string, Dictionary<string, PartialValue>> groups = [];
        foreach (var (name, value) in Settings(line))
        {
            switch (name)
            {
                case "name" or "group":
                    break;
                case "target":
                    var platform = Platforms.Find(value)!;
                    (target["Nova"], target["Libvirt"], target["Qemu"]) = (Text("Nova", platform.Nova?.Tag ?? "?"), Text("Libvirt", platform.Libvirt), Text("Qemu", platform.Qemu));
                    (target["Architecture"], target["Platform"]) = (Text("Architecture", platform.Architecture), Text("Platform", platform.Name));
                    break;
                case "nova" or "libvirt" or "qemu" or "architecture" or "platform":
                    target[char.ToUpperInvariant(name[0]) + name[1..]] = Text(name, value);
                    break;
                case "vendor" or "model":
                    cpu[char.ToUpperInvariant(name[0]) + name[1..]] = Text(name, value);
                    break;
                case "cpus":
                    host["Cpus"] = Text(name, value);
                    break;
                case "iommu" or "isolated":
                    kernel[name == "iommu" ? "Iommu" : "IsolatedCpus"] = Text(name, value);
                    break;
                case "hugepages":
                    kernel["HugePages"] = value == "?" ? Unknown.Instance : List(name, value.Replace(',', ';'), HugePageRecord);
                    break;
                case "grub":
                    kernel["GrubFragment"] = Text(name, value);
                    break;
                case "arguments":
                    kernel["Arguments"] = value == "?" ? Unknown.Instance : List(name, value, ArgumentRecord);
                    break;
                case "sysctl":
                    host["Sysctl"] = value == "?" ? Unknown.Instance : SysctlRecord(value);
                    break;
                case "owner" or "mode" or "udevgroup":
                    var property = name == "udevgroup" ? "Group" : char.ToUpperInvariant(name[0]) + name[1..];
                    kvm[property] = Text(name, value);
                    break;
                case "modules":
                    host["Modules"] = value == "?" ? Unknown.Instance : List("modules", value.Replace(',', ';'), ModuleRecord);
                    break;
                case "extra":
                    nova["Extra"] = List("extra", value, ExtraRecord);
                    break;
                default:
                    var option = name.Contains('.') ? new OptionName(name[..name.IndexOf('.')], name[(name.IndexOf('.') + 1)..]) : new OptionName("libvirt", name);
                    var group = CSharpNames.Group(option.Group);
                    groups.TryAdd(group, []);
                    groups[group][option.ToString()] = value == "?" ? Unknown.Instance
                        : IsListOfDictionaries(option) ? List(option.ToString(), value, i => DictionaryOf(option + "/" + i, i))
                        : IsList(option) ? List(option.ToString(), value.Replace(',', ';'), i => Text(option + "/" + i, i))
                        : Text(option.ToString(), value);
                    break;
            }
        }

        foreach (var group in groups)
        {
            nova[group.Key] = Object(group.Key, group.Key, group.Value);
        }

        Add(host, "Cpu", cpu);
        Add(host, "Kernel", kernel);
        if (kvm.Count > 0)
        {
            host["Udev"] = Object("Udev", "Udev", new() { ["Kvm"] = Object("DeviceNode", "Kvm", kvm) });
        }

        Add(profile, "Target", target);
        Add(profile, "Host", host);
        Add(profile, "Nova", nova);
        return Object("NodeProfile", "profile:" + line, profile);
    }

    private static bool IsList(OptionName option) =>
        FactCatalog.Bundled.Options.Find(option)?.Latest is { } facts && (facts.IsMultiValued || facts.Type is OptionType.List or OptionType.Dict);

    private static bool IsListOfDictionaries(OptionName option) =>
        FactCatalog.Bundled.Options.Find(option)?.Latest is { IsMultiValued: true, Type: OptionType.Dict };

    // key:value,key:value
    private static Record DictionaryOf(string path, string text) =>
        Object(StructuredText.Dictionary, path, text.Split(',').Select(p => p.Split(':', 2)).ToDictionary(p => p[0], p => Text(path + "/" + p[0], p[1])));

    // size:count
    private static Record HugePageRecord(string text)
    {
        var parts = text.Split(':', 2);
        return Object("HugePagePool", text, new() { ["Size"] = Text("size " + text, parts[0]), ["Count"] = Text("count " + text, parts[1]) });
    }

    // name, or name=value
    private static Record ArgumentRecord(string text)
    {
        var parts = text.Split('=', 2);
        var argument = new Dictionary<string, PartialValue> { ["Name"] = Text("argument " + parts[0], parts[0]) };
        if (parts.Length == 2)
        {
            argument["Value"] = Text("value of " + text, parts[1]);
        }

        return Object("KernelArgument", text, argument);
    }

    // key=value;key=value; a dot before a key is a property that the model types, ... leaves open whether there are more of the others.
    private static Record SysctlRecord(string text)
    {
        var settings = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToLookup(s => s[0] == '.' && s != "...");
        var sysctl = settings[true].Select(s => s[1..].Split('=', 2)).ToDictionary(s => s[0], s => Text("." + s[0], s[1]));
        if (settings[false].Any())
        {
            sysctl["Extra"] = List("sysctl extra", string.Join(';', settings[false]), entry =>
            {
                var parts = entry.Split('=', 2);
                return Object("SysctlSetting", entry, new() { ["Key"] = Text("key " + parts[0], parts[0]), ["Value"] = Text("value of " + entry, parts[1]) });
            });
        }

        return Object("Sysctl", "sysctl", sysctl);
    }

    // name, or name:parameter=value&parameter=value, or name:oot for a module out of tree. A parameter with a dot before it is a property that the model types.
    private static Record ModuleRecord(string text)
    {
        var parts = text.Split(':', 2);
        var module = new Dictionary<string, PartialValue> { ["Name"] = Text("module " + parts[0], parts[0]) };
        if (parts.Length == 2 && parts[1].StartsWith("oot", StringComparison.Ordinal))
        {
            module["OutOfTree"] = parts[1] == "oot?" ? Unknown.Instance : Text("OutOfTree", "true");
        }
        else if (parts.Length == 2)
        {
            var parameters = parts[1].Split('&').ToLookup(p => p[0] == '.');
            foreach (var typed in parameters[true].Select(p => p[1..].Split('=', 2)))
            {
                module[typed[0]] = Text($"{parts[0]}.{typed[0]}", typed[1]);
            }

            module["Parameters"] = new Sequence([.. parameters[false].Select(ParameterRecord)], false, null);
        }

        return Object("KernelModule", text, module);
    }

    private static Record ParameterRecord(string text)
    {
        var parts = text.Split('=', 2);
        return Object("ModuleParameter", text, new() { ["Name"] = Text("parameter " + parts[0], parts[0]), ["Value"] = Text(text, parts[1]) });
    }

    // group/option=value
    private static Record ExtraRecord(string text)
    {
        var (name, value) = (text.Split('=', 2)[0].Split('/', 2), text.Split('=', 2)[1]);
        return Object("ExtraOption", text, new() { ["Group"] = Text("extra group", name[0]), ["Option"] = Text("extra option", name[1]), ["Value"] = Text("extra value", value) });
    }

    // name format property=value property=value; a + before a property sends it through Extra, ... leaves open whether there are more.
    private static Record ImageRecord(string text)
    {
        var words = text.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var image = new Dictionary<string, PartialValue> { ["Name"] = Text("image " + text, words[0]), ["DiskFormat"] = Text("format", words[1]) };
        var properties = new Dictionary<string, PartialValue>();
        var extra = new List<PartialValue>();
        foreach (var property in words.Skip(2).Where(w => w != "...").Select(w => w.Split('=', 2)))
        {
            if (property[0][0] == '+')
            {
                extra.Add(Object("ExtraProperty", property[0], new() { ["Name"] = Text("name", property[0][1..]), ["Value"] = Text(property[0], property[1]) }));
            }
            else
            {
                properties[property[0]] = Text(property[0], property[1]);
            }
        }

        if (extra.Count > 0)
        {
            properties["Extra"] = new Sequence(extra, false, null);
        }

        image["Properties"] = new Record("ImageProperties", properties, words.Contains("..."), "properties");
        return Object("Image", text, image);
    }

    private static Dictionary<string, string> Settings(string line) =>
        line.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToDictionary(s => s.Split('=', 2)[0].Trim(), s => s.Split('=', 2)[1].Trim());

    private static PartialValue Text(string path, string text) => text == "?" ? Unknown.Instance : new Known(Regex.Unescape(text), path);

    private static Sequence List(string path, string text, Func<string, PartialValue> item)
    {
        var items = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new Sequence([.. items.Where(i => i != "...").Select(i => i == "?" ? Unknown.Instance : item(i))], items.Contains("..."), path);
    }

    private static Record Object(string type, string path, Dictionary<string, PartialValue> properties) => new(type, properties, false, path);

    private static void Add(Dictionary<string, PartialValue> owner, string name, Dictionary<string, PartialValue> properties)
    {
        if (properties.Count > 0)
        {
            owner[name] = Object(name, name, properties);
        }
    }
}
