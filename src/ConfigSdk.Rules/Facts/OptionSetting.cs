using ConfigSdk.Catalog;

namespace ConfigSdk.Rules;

/// <summary>An option that a declaration sets.</summary>
/// <param name="Name">The option's newest name.</param>
/// <param name="Value">What is known of the value: a text, or a list of texts.</param>
/// <param name="History">The option's facts in all releases; null for an option that no known release registers.</param>
public sealed record OptionSetting(OptionName Name, PartialValue Value, OptionHistory? History)
{
    /// <summary>The value as declared: where it has a structure (a dictionary, a PCI device), the structure and not its text.</summary>
    public PartialValue Declared { get; init; } = Value;

    /// <summary>What a release says of an option that is typed; of one that it does not have, and that is written all the same, what the newest says.</summary>
    public OptionFacts FactsIn(Release release) => History!.In(release) ?? History.Latest;

    /// <summary>What C# calls the option: <c>Libvirt.CpuModels</c>.</summary>
    public string MemberName => MemberNameOf(Name);

    /// <summary>What C# calls an option: <c>Libvirt.CpuModels</c>.</summary>
    public static string MemberNameOf(OptionName name) => $"{CSharpNames.Group(name.Group)}.{CSharpNames.Pascal(name.Option)}";
}

/// <summary>An option that goes past the typed model, through <c>Nova.Extra</c>.</summary>
/// <param name="Group">The group's name.</param>
/// <param name="Option">The option's name.</param>
/// <param name="Value">The text.</param>
/// <param name="Declared">The whole entry.</param>
public sealed record ExtraOption(PartialValue Group, PartialValue Option, PartialValue Value, PartialValue Declared)
{
    /// <summary>The name as nova takes it: groups but DEFAULT in any case. Null if a part of it is not known.</summary>
    public OptionName? Name => Group.Text is { } g && Option.Text is { } o ? new OptionName(g == "DEFAULT" ? g : g.ToLowerInvariant(), o) : null;
}

/// <summary>A kernel module that a node loads.</summary>
/// <param name="Name">The module's name.</param>
/// <param name="Parameters">Its parameters that are set: those that the model types, then those that are given by name.</param>
/// <param name="IsOutOfTree">Whether the declaration says that the module is no part of the platform's kernel.</param>
/// <param name="Declared">The whole entry.</param>
public sealed record ModuleFacts(PartialValue Name, IReadOnlyList<ParameterSetting> Parameters, PartialValue IsOutOfTree, PartialValue Declared);

/// <summary>A parameter of a kernel module that is set.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsTyped">Whether it is a property of the model, and not given by name.</param>
public sealed record ParameterSetting(PartialValue Name, PartialValue Value, bool IsTyped);
