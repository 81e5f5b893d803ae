using ConfigSdk.Catalog;

namespace ConfigSdk.Rules;

/// <summary>
/// What a profile says, of itself or for a node. Read when it is asked for: a fleet's rules ask little of each node, and of nodes that are alike most is never
/// asked again. Several threads may ask; at worst they read the same twice.
/// </summary>
internal sealed class ProfileFacts(Record profile, FactCatalog catalog, bool isFinal)
{
    private TargetFacts? _target;
    private IReadOnlyList<ModuleFacts>? _modules;
    private IReadOnlyList<ExtraOption>? _extra;
    private TypedOptions? _options;

    public Record Declared => profile;

    public FactCatalog Catalog => catalog;

    public bool IsFinal => isFinal;

    public TargetFacts Target => _target ??= new(Seen(profile[ModelNames.Target]), catalog);

    public PartialValue Host => Seen(profile[ModelNames.Host]);

    public PartialValue Modules => Seen(Record.Below(Host, ModelNames.Modules));

    public IReadOnlyList<ModuleFacts> KnownModules => _modules ??=
    [
        .. ((Modules as Sequence)?.Items ?? []).OfType<Record>().Select(m => new ModuleFacts(m[ModelNames.Name], ParametersOf(m), m[ModelNames.OutOfTree], m)),
    ];

    public TypedOptions Options => _options ??= TypedOptions.Read(Nova, catalog);

    public PartialValue DeclaredExtra => Record.Below(Nova, ModelNames.Extra);

    public IReadOnlyList<ExtraOption> Extra => _extra ??=
    [
        .. ((DeclaredExtra as Sequence)?.Items ?? []).OfType<Record>().Select(e => new ExtraOption(e[ModelNames.Group], e[ModelNames.Option], e[ModelNames.Value], e)),
    ];

    private PartialValue Nova => Seen(profile[ModelNames.Nova]);

    /// <summary>The value; in a profile nothing is left out for certain.</summary>
    public PartialValue Seen(PartialValue value) => value.IsUnset && !isFinal ? Unknown.Instance : value;

    /// <summary>The same without the places where it was written, which would hold a compilation's source in memory. A choice is unknown.</summary>
    /// <remarks>A copy of all: <see cref="PartialValue.WithOrigins"/> keeps what it copies until somebody looks.</remarks>
    public ProfileFacts WithoutOrigins() => new((Record)WithoutOrigins(profile), catalog, isFinal);

    /// <summary>The options in which this profile differs from another one; null if they differ in more.</summary>
    public IReadOnlyList<OptionName>? DifferencesFrom(ProfileFacts other) =>
        ReferenceEquals(this, other) ? []
        : ReferenceEquals(catalog, other.Catalog) && isFinal == other.IsFinal
            && profile[ModelNames.Target].IsLike(other.Declared[ModelNames.Target]) && profile[ModelNames.Host].IsLike(other.Declared[ModelNames.Host])
            && DeclaredExtra.IsLike(other.DeclaredExtra)
            ? TypedOptions.Differences(Nova, other.Nova, catalog)
            : null;

    private static PartialValue WithoutOrigins(PartialValue value) => value switch
    {
        Known known => new Known(known.Value, null),
        Sequence list => new Sequence([.. list.Items.Select(WithoutOrigins)], list.IsOpen, null),
        Record record => new Record(record.TypeName, record.Properties.ToDictionary(p => p.Key, p => WithoutOrigins(p.Value)), record.IsOpen, null),
        Unknown => Unknown.Instance,
        _ => value,
    };

    private static IReadOnlyList<ParameterSetting> ParametersOf(Record module) =>
    [
        .. module.Properties
            .Where(p => p.Key is not (ModelNames.Name or ModelNames.OutOfTree or ModelNames.Parameters))
            .Select(p => new ParameterSetting(new Known(p.Key, p.Value.Origin), p.Value, IsTyped: true)),
        .. ((module[ModelNames.Parameters] as Sequence)?.Items ?? []).OfType<Record>().Select(e => new ParameterSetting(e[ModelNames.Name], e[ModelNames.Value], IsTyped: false)),
    ];
}
