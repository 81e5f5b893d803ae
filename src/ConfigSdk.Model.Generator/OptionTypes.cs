using ConfigSdk.Catalog;

namespace ConfigSdk.Model.Generator;

/// <summary>Which C# type an option's property has.</summary>
internal static class OptionTypes
{
    // Options whose text is a name from a set that is open, and that rules check.
    private static readonly Dictionary<OptionName, string> s_openValues = new()
    {
        [new("DEFAULT", "compute_driver")] = "ComputeDriver",
        [new("libvirt", "cpu_models")] = "CpuModel",
        [new("libvirt", "cpu_model_extra_flags")] = "CpuFlag",
        [new("libvirt", "hw_machine_type")] = "DefaultMachineType",
    };

    public static string CSharp(OptionHistory option)
    {
        var facts = option.Latest;
        var isList = facts.IsMultiValued || facts.Type is OptionType.List or OptionType.Dict;
        var item = s_openValues.TryGetValue(option.Name, out var open) ? open : facts.Type switch
        {
            OptionType.Boolean => "bool",
            OptionType.Integer or OptionType.Port => "long",
            OptionType.Float => "double",
            _ => IsEnum(option) ? EnumName(option) : "string",
        };
        return isList ? $"global::System.Collections.Generic.IReadOnlyList<{item}>" : item;
    }

    /// <summary>Whether the option takes one of a closed set of texts in its newest release.</summary>
    public static bool IsEnum(OptionHistory option) =>
        option.Latest is { Type: OptionType.String, IsMultiValued: false, Choices.Count: > 0 } && Choices(option).Select(CSharpNames.Pascal).Distinct().Count() == Choices(option).Count;

    /// <summary>The texts that any release takes, the newest release's first.</summary>
    public static IReadOnlyList<string> Choices(OptionHistory option) =>
        [.. option.Ranges.Reverse().SelectMany(r => r.Choices).Distinct()];

    /// <summary>[libvirt] and [DEFAULT] are what a compute node is about; elsewhere the group is part of the name.</summary>
    public static string EnumName(OptionHistory option) =>
        (option.Name.Group is "libvirt" or "DEFAULT" ? "" : CSharpNames.Group(option.Name.Group)) + CSharpNames.Pascal(option.Name.Option);

    public static string Describe(OptionFacts facts)
    {
        var type = facts.Type switch
        {
            OptionType.Boolean => "true or false",
            OptionType.Integer => "a whole number",
            OptionType.Float => "a number",
            OptionType.Port => "a port",
            OptionType.URI => "a URI",
            OptionType.HostAddress or OptionType.HostDomain => "a host name or address",
            OptionType.IPAddress => "an IP address",
            OptionType.List => "a list",
            OptionType.Dict => "key:value pairs separated by commas",
            _ => "text",
        };
        var choices = facts.Choices.Count > 0 ? facts.Choices : facts.ItemChoices;
        return (facts.IsMultiValued ? "any number of values, each " : "") + type + (choices.Count > 0 ? ", one of " + string.Join(", ", choices) : "");
    }
}
