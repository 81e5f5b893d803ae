namespace ConfigSdk.Catalog;

/// <summary>Reads one architecture's part of a cpu_map. Elements are known only from where they stand on, as in libvirt.</summary>
internal sealed class CpuMapPartReader(string architecture, Action<InputFlaw> refuse)
{
    // libvirt's own maps have 176 models, and 7 in a row at most.
    private const int MaxModels = 10_000;
    private const int MaxAncestors = 64;

    private static readonly string[] s_registers = ["eax", "ebx", "ecx", "edx"];
    private readonly Dictionary<string, FactFile.Row> _vendors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FactFile.Row> _features = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Model> _models = new(StringComparer.Ordinal);
    private readonly List<FactFile.Row> _order = [];
    private readonly bool _isX86 = architecture == "x86";

    /// <summary>Adds what a file says: all its vendors, then all its features, then all its models.</summary>
    public void Add(PlacedElement parent, string group)
    {
        foreach (var vendor in parent.All("vendor"))
        {
            AddVendor(vendor);
        }

        foreach (var feature in parent.All("feature"))
        {
            AddFeature(feature);
        }

        foreach (var model in parent.All("model"))
        {
            AddModel(model, group);
        }
    }

    /// <summary>What was read. Tells what is missing in some models but not in all, so that it is not an older libvirt's map that has none of it.</summary>
    public CpuMapPart Finish()
    {
        if (_isX86)
        {
            RequireOfAll("decode", "libvirt, since models have it, takes none without");
        }
        else
        {
            RequireOfAll("pvr", "libvirt could not tell the model");
        }

        return new CpuMapPart([.. _vendors.Values], [.. _features.Values], _order);
    }

    private void RequireOfAll(string child, string why)
    {
        if (_models.Values.Any(m => m.Element.First(child) is not null))
        {
            foreach (var model in _models.Where(m => m.Value.Element.First(child) is null))
            {
                refuse(model.Value.Element.Flaw($"model '{model.Key}' has no <{child}>, though others of this map have: {why}"));
            }
        }
    }

    private void AddVendor(PlacedElement element)
    {
        if (Name(element, "vendor") is not { } name)
        {
            return;
        }

        if (_vendors.ContainsKey(name))
        {
            refuse(element.Flaw($"vendor '{name}' is there twice"));
            return;
        }

        var id = element["string"] ?? element["value"] ?? "";
        if (_isX86 && id.Length != 12)
        {
            refuse(element.Flaw(id.Length == 0 ? $"vendor '{name}' has no string, by which CPUs name it" : $"the string of vendor '{name}' must have 12 characters, as CPUs give them: '{id}' has {id.Length}"));
        }

        _vendors.Add(name, new FactFile.Row(["vendor", name, "", id]));
    }

    private void AddFeature(PlacedElement element)
    {
        if (architecture == "ppc64")
        {
            refuse(element.Flaw("libvirt takes no features for ppc64"));
            return;
        }

        if (Name(element, "feature") is not { } name)
        {
            return;
        }

        if (_features.ContainsKey(name))
        {
            refuse(element.Flaw($"feature '{name}' is there twice"));
            return;
        }

        var sources = element.Children.Where(c => c.Name is "cpuid" or "msr").ToArray();
        if (_isX86 && sources.Length == 0)
        {
            refuse(element.Flaw($"feature '{name}' has neither <cpuid> nor <msr>: libvirt could not see it in a CPU"));
        }

        _features.Add(name, new FactFile.Row(["feature", name, "", element["migratable"] == "no" ? "no" : "", Aliases(element), Bits(sources)]));
    }

    private static string Aliases(PlacedElement feature)
    {
        var aliases = new List<string>();
        foreach (var alias in feature.All("alias"))
        {
            // libvirt reads no alias, so none can be wrong for it.
            if (alias["name"] is { Length: > 0 } name && IsWord(name) && alias["source"] is var source && IsWord(source ?? "") && source?.Contains(':') != true)
            {
                aliases.Add($"{source}:{name}");
            }
        }

        return string.Join(" ", aliases);
    }

    private string Bits(IEnumerable<PlacedElement> sources)
    {
        var bits = new SortedDictionary<(bool IsMsr, uint Index, uint Subleaf, int Register), uint>();
        foreach (var source in sources)
        {
            var isMsr = source.Name == "msr";
            // Up to 1.3.5 the leaf was called function.
            if (Number(source, isMsr ? "index" : source["eax_in"] is null ? "function" : "eax_in", isRequired: true) is not { } index
                || Number(source, "ecx_in") is not { } subleaf)
            {
                continue;
            }

            for (var i = 0; i < s_registers.Length; i++)
            {
                if (!(isMsr && s_registers[i] is ("ebx" or "ecx")) && Number(source, s_registers[i]) is > 0 and { } mask)
                {
                    var key = (isMsr, index, isMsr ? 0 : subleaf, i);
                    bits[key] = (bits.TryGetValue(key, out var others) ? others : 0) | mask;
                }
            }
        }

        return string.Join(" ", bits.Select(b => $"{(b.Key.IsMsr ? "msr" : "cpuid")}:0x{b.Key.Index:x}:0x{b.Key.Subleaf:x}:{s_registers[b.Key.Register]}:0x{b.Value:x}"));
    }

    private void AddModel(PlacedElement element, string group)
    {
        if (Name(element, "model") is not { } name)
        {
            return;
        }

        if (_models.ContainsKey(name))
        {
            refuse(element.Flaw($"model '{name}' is there twice"));
            return;
        }

        if (_models.Count >= MaxModels)
        {
            refuse(element.Flaw($"more than {MaxModels} models: this cannot be a cpu_map of libvirt"));
            return;
        }

        var origin = _isX86 ? Base(element, name) : null;
        var vendor = Vendor(element, name);
        var signatures = _isX86 ? string.Join(" ", element.All("signature").Select(s => Signature(s, name))) : "";
        var (own, removed, added) = _isX86 ? Features(element, name) : ("", "", "");
        string[] row =
        [
            "model", name, "", origin?.Row[1] ?? "", vendor, Decode(element, name), "", Check(element, name), signatures, own, removed, added,
            _isX86 ? "" : string.Join(" ", element.All("pvr").Select(Pvr)), group,
        ];
        if (origin is not null && element.First("vendor") is null && element.First("signature") is null && element.First("feature") is null)
        {
            if (origin.Row[6].Length > 0)
            {
                refuse(element.Flaw($"model '{name}' says nothing but '{origin.Row[1]}', and '{origin.Row[6]}' does so already"));
            }

            origin.Row[6] = name;
        }

        _models.Add(name, new Model(element, row, (origin?.Ancestors ?? -1) + 1));
        _order.Add(new FactFile.Row(row));
    }

    private Model? Base(PlacedElement model, string name)
    {
        if (model.First("model") is not { } origin)
        {
            return null;
        }

        if (origin["name"] is not { } text)
        {
            refuse(origin.Flaw($"the model that '{name}' starts from has no name"));
        }
        else if (!_models.TryGetValue(text, out var found))
        {
            refuse(origin.Flaw($"model '{name}' starts from '{text}', which is not there, or not before it"));
        }
        else if (found.Ancestors >= MaxAncestors)
        {
            refuse(origin.Flaw($"model '{name}' starts from more than {MaxAncestors} others in a row: this cannot be a cpu_map of libvirt"));
        }
        else
        {
            return found;
        }

        return null;
    }

    private string Vendor(PlacedElement model, string name)
    {
        if (model.First("vendor") is not { } element)
        {
            return "";
        }

        // 0.8.3 and 0.8.4 have it as text in some models.
        var vendor = element["name"] ?? element.Text.Trim();
        if (!_vendors.ContainsKey(vendor))
        {
            refuse(element.Flaw(vendor.Length == 0 ? $"the vendor of model '{name}' has no name" : $"model '{name}' has the vendor '{vendor}', which is not there"));
        }

        return vendor;
    }

    private (string Own, string Removed, string Added) Features(PlacedElement model, string name)
    {
        var (own, removed, added) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var element in model.All("feature"))
        {
            if (element["name"] is not { } feature)
            {
                refuse(element.Flaw($"a feature of model '{name}' has no name"));
            }
            else if (!_features.ContainsKey(feature))
            {
                refuse(element.Flaw($"model '{name}' has the feature '{feature}', which is not there"));
            }
            else
            {
                (Is(element, "removed") ? removed : Is(element, "added") ? added : own).Add(feature);
            }
        }

        return (string.Join(" ", own), string.Join(" ", removed), string.Join(" ", added));

        bool Is(PlacedElement element, string attribute)
        {
            if (element[attribute] is not (null or "yes" or "no"))
            {
                refuse(element.Flaw($"{attribute} of feature '{element["name"]}' must be yes or no, not '{element[attribute]}'"));
            }

            return element[attribute] == "yes";
        }
    }

    private string Decode(PlacedElement model, string name)
    {
        if (!_isX86 || model.First("decode") is not { } decode)
        {
            return "";
        }

        if (decode["host"] is not ("on" or "off") || decode["guest"] is not ("on" or "off"))
        {
            refuse(decode.Flaw($"<decode> of model '{name}' must say host and guest, each on or off"));
        }

        return $"{decode["host"]},{decode["guest"]}";
    }

    private string Check(PlacedElement model, string name)
    {
        if (!_isX86 || model.First("check") is not { } check)
        {
            return "";
        }

        if (check["partial"] != "compat")
        {
            refuse(check.Flaw($"<check> of model '{name}' must say partial='compat'"));
        }

        return "compat";
    }

    private string Signature(PlacedElement element, string model)
    {
        var stepping = element["stepping"]?.Replace(" ", "");
        if (Decimal(element["family"]) is not { } family || Decimal(element["model"]) is not { } number)
        {
            refuse(element.Flaw($"a signature of model '{model}' must have family and model, both decimal numbers"));
            return "";
        }

        if (stepping is not null && !IsStepping(stepping))
        {
            refuse(element.Flaw($"the stepping of a signature of model '{model}' must be numbers up to 15, such as 0-4,6: it is '{stepping}'"));
        }

        return $"{family}/{number}{(stepping is null ? "" : "/" + stepping)}";
    }

    private string Pvr(PlacedElement element)
    {
        _ = Number(element, "value", isRequired: true);
        if (element["mask"] is null)
        {
            return element["value"] ?? "";
        }

        _ = Number(element, "mask");
        return $"{element["value"]}/{element["mask"]}";
    }

    /// <summary>The attribute's number, 0 if it may be missing and is; null if it was refused.</summary>
    private uint? Number(PlacedElement element, string attribute, bool isRequired = false)
    {
        if (element[attribute] is not { } text)
        {
            if (isRequired)
            {
                refuse(element.Flaw($"<{element.Name}> has no {(attribute == "function" ? "eax_in" : attribute)}"));
                return null;
            }

            return 0;
        }

        var number = NumberText.Parse(text);
        if (number is null)
        {
            refuse(element.Flaw($"{attribute} of <{element.Name}> must be a number of 32 bits, such as 0x1: it is '{text}'"));
        }

        return number;
    }

    private static uint? Decimal(string? text) => text is { Length: > 0 and < 9 } && text.All(c => c is >= '0' and <= '9') ? uint.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    // libvirt's sets of numbers: ^ takes one out again.
    private static bool IsStepping(string text) => text.Split(',').All(item =>
    {
        var isOut = item.StartsWith("^", StringComparison.Ordinal);
        var ends = item.Substring(isOut ? 1 : 0).Split('-').Select(Decimal).ToArray();
        return ends.Length <= (isOut ? 1 : 2) && ends.All(e => e < 16) && ends[0] <= ends[ends.Length - 1];
    });

    /// <summary>The name; null if it was refused.</summary>
    private string? Name(PlacedElement element, string what)
    {
        if (element["name"] is not { Length: > 0 } name)
        {
            refuse(element.Flaw($"a {what} has no name"));
            return null;
        }

        if (what == "feature" && !IsWord(name))
        {
            refuse(element.Flaw($"'{name}' cannot be the name of a feature: it has white space"));
            return null;
        }

        return name;
    }

    private static bool IsWord(string text) => !text.Any(char.IsWhiteSpace);

    private sealed record Model(PlacedElement Element, string[] Row, int Ancestors);
}
