using ConfigSdk.Catalog;

namespace ConfigSdk.Model.Generator;

/// <summary>Which C# type an option's property has.</summary>
internal static class OptionTypes
{
    private static readonly (string, string) s_cpuSet = ("CpuSet", "CPUs and ranges of them separated by commas, ^ before what is excluded: 2-31,^5");

    // Where oslo.config's type is text and nova gives the text a meaning.
    private static readonly Dictionary<OptionName, (string CSharp, string Description)> s_meanings = new()
    {
        [new("DEFAULT", "compute_driver")] = ("ComputeDriver", "a class below nova.virt"),
        [new("DEFAULT", "vcpu_pin_set")] = s_cpuSet,
        [new("compute", "cpu_dedicated_set")] = s_cpuSet,
        [new("compute", "cpu_shared_set")] = s_cpuSet,
        [new("libvirt", "cpu_models")] = ("CpuModel", "a list of names in libvirt's cpu_map"),
        [new("libvirt", "cpu_model_extra_flags")] = ("CpuFlag", "a list of CPU features, each with + or - or neither before it"),
        [new("libvirt", "hw_machine_type")] = ("DefaultMachineType", "a list of architectures, each with = and its machine type"),
        [new("pci", "alias")] = ("PciAlias", "a JSON object: a name and what the devices of that name are"),
        [new("pci", "device_spec")] = ("PciDeviceSpec", "a JSON object: what the devices are that guests may get"),
    };

    public static string CSharp(OptionHistory option)
    {
        var facts = option.Latest;
        var item = option.IsSecret ? "Secret" : s_meanings.TryGetValue(option.Name, out var meaning) ? meaning.CSharp : facts.Type switch
        {
            OptionType.Boolean => "bool",
            OptionType.Integer or OptionType.Port => "long",
            OptionType.Float => "double",
            OptionType.URI => "ServiceUri",
            OptionType.HostAddress or OptionType.HostDomain or OptionType.IPAddress => "HostAddress",
            OptionType.Dict => "global::System.Collections.Generic.IReadOnlyDictionary<string, string>",
            _ => IsEnum(option) ? EnumName(option) : "string",
        };
        return facts.IsMultiValued || facts.Type == OptionType.List ? $"global::System.Collections.Generic.IReadOnlyList<{item}>" : item;
    }

    /// <summary>Whether the option, or each item of its list, is one of a closed set of texts in its newest release.</summary>
    public static bool IsEnum(OptionHistory option) =>
        option.Latest is { Type: OptionType.String, IsMultiValued: false, Choices.Count: > 0 } or { Type: OptionType.List, ItemType: "String", ItemChoices.Count: > 0 }
        && Choices(option).Select(CSharpNames.Pascal).Distinct().Count() == Choices(option).Count;

    /// <summary>The texts that any release takes, the newest release's first. Of releases that take any item, those that they have by default.</summary>
    public static IReadOnlyList<string> Choices(OptionHistory option) =>
        [.. option.Ranges.Reverse().SelectMany(r => r.Type != OptionType.List ? r.Choices : r.ItemChoices.Count > 0 ? r.ItemChoices : Items(r.Default)).Distinct()];

    /// <summary>[libvirt] and [DEFAULT] are what a compute node is about; elsewhere the group is part of the name.</summary>
    public static string EnumName(OptionHistory option) =>
        (option.Name.Group is "libvirt" or "DEFAULT" ? "" : CSharpNames.Group(option.Name.Group)) + CSharpNames.Pascal(option.Name.Option);

    public static string Describe(OptionHistory option)
    {
        var facts = option.Latest;
        var type = option.IsSecret ? "a secret" : s_meanings.TryGetValue(option.Name, out var meaning) ? meaning.Description : facts.Type switch
        {
            OptionType.Boolean => "true or false",
            OptionType.Integer => "a whole number",
            OptionType.Float => "a number",
            OptionType.Port => "a port",
            OptionType.URI => "a URI",
            OptionType.HostAddress => "an address, or a host name of letters, digits, - and .",
            OptionType.HostDomain => "an address, or a host name of letters, digits, -, _ and .",
            OptionType.IPAddress => "an IPv4 or IPv6 address",
            OptionType.List => "a list",
            OptionType.Dict => "key:value pairs separated by commas",
            _ => "text",
        };
        var choices = facts.Choices.Count > 0 ? facts.Choices : facts.ItemChoices;
        return (facts.IsMultiValued ? "any number of values, each " : "") + type + (choices.Count > 0 ? (facts.Choices.Count > 0 ? ", one of " : " of any of ") + string.Join(", ", choices) : "");
    }

    private static string[] Items(string? text) => text?.Split([','], StringSplitOptions.RemoveEmptyEntries) ?? [];
}
