using ConfigSdk.Catalog;

namespace ConfigSdk.Rules;

/// <summary>What is known of one declared node, or of one profile. Rules read nothing else. For one thread at a time.</summary>
public sealed class NodeFacts
{
    private readonly ProfileFacts _profile;
    private Dictionary<Type, (object Value, FactsRead? Of)>? _derived;
    private Record _declared;
    private PartialValue _name;
    private PartialValue _migrationGroup;
    private IReadOnlyList<OptionSetting>? _settings;

    private NodeFacts(Record? node, ProfileFacts profile)
    {
        _profile = profile;
        (_declared, _name, _migrationGroup) = node is null ? (profile.Declared, Unknown.Instance, Unknown.Instance) : OwnPart(node);
    }

    /// <summary>The facts to judge by.</summary>
    public FactCatalog Catalog => _profile.Catalog;

    /// <summary>The declaration as a whole.</summary>
    public Record Declared => Noted(_declared);

    /// <summary>Whether this is a node: what it leaves out is left out. A profile may be completed by those that inherit from it.</summary>
    public bool IsFinal => _profile.IsFinal;

    /// <summary>The node's name; unknown for profiles.</summary>
    public PartialValue Name => Noted(_name);

    /// <summary>The node's migration group; unknown for profiles.</summary>
    public PartialValue MigrationGroup => Noted(_migrationGroup);

    /// <summary>What the node is declared for.</summary>
    public TargetFacts Target => _profile.Target;

    /// <summary>The kernel modules, as declared.</summary>
    public PartialValue Modules => _profile.Modules;

    /// <summary>The options that are set through the open door.</summary>
    public IReadOnlyList<ExtraOption> Extra => _profile.Extra;

    /// <summary>The typed options that are set, or that may be.</summary>
    public IEnumerable<OptionSetting> Options =>
        Noted(Settings);

    /// <summary>The typed options, for a rule that looks at each of them by itself: it is spared those that it has seen in a node that is otherwise alike.</summary>
    public IEnumerable<OptionSetting> EachOption
    {
        get
        {
            Notes?.AddEachOption();
            return Unlike ?? Settings;
        }
    }

    /// <summary>What is set through the open door, of the options that the target's release knows.</summary>
    public IEnumerable<OptionSetting> OptionsThroughExtra => Extra.Select(SettingOf).OfType<OptionSetting>();

    /// <summary>Reads a node's record. Null if its profile is unknown altogether.</summary>
    public static NodeFacts? OfNode(Record node, FactCatalog catalog) =>
        node[ModelNames.Profile] is Record profile ? new(node, new ProfileFacts(profile, catalog, isFinal: true)) : null;

    /// <summary>Another node of the same profile, of which all is read.</summary>
    internal NodeFacts OfOtherNode(Record node)
    {
        var other = (NodeFacts)MemberwiseClone();
        (other._declared, other._name, other._migrationGroup) = OwnPart(node);
        other._derived = null;
        return other;
    }

    /// <summary>Reads a profile's record; what it leaves out is unknown.</summary>
    public static NodeFacts OfProfile(Record profile, FactCatalog catalog) => new(null, new ProfileFacts(profile, catalog, isFinal: false));

    /// <summary>What <see cref="DifferencesFrom"/> looks at, without the places where it was written.</summary>
    internal NodeFacts WithoutOrigins() => new(null, _profile.WithoutOrigins());

    /// <summary>The node's profile alone, as it stands for every node that may inherit from it.</summary>
    public NodeFacts ProfileAlone() => OfProfile(_profile.Declared, Catalog);

    /// <summary>What the declaration says of an option: unset where it certainly leaves it out.</summary>
    public PartialValue Option(string group, string option)
    {
        var name = new OptionName(group, option);
        Notes?.Add(name);
        return _profile.Options.Set.TryGetValue(name, out var value) && !value.IsUnset ? StructuredText.Of(value)
            : _profile.Options.AreOpen || !IsFinal ? Unknown.Instance
            : FromExtra(name);
    }

    /// <summary>The typed option, where the declaration sets it or may set it; else null.</summary>
    public OptionSetting? Setting(string group, string option)
    {
        var name = new OptionName(group, option);
        Notes?.Add(name);
        return _profile.Options.Set.TryGetValue(name, out var declared) ? SettingOf(name, declared) : null;
    }

    /// <summary>What nova will use for the option: what is declared, or the target release's default. Unset where nova has no default.</summary>
    public PartialValue Effective(string group, string option)
    {
        var declared = Option(group, option);
        if (!declared.IsUnset)
        {
            return declared;
        }

        if (Target.Release is null)
        {
            return Unknown.Instance;
        }

        var facts = Catalog.Options.Find(group, option)?.In(Target.Release);
        return facts is null || facts.HasComputedDefault ? Unknown.Instance
            : facts.Default is null ? Unset.Instance
            : new Known(facts.Default, null);
    }

    /// <summary>What several rules read out of the facts, read once.</summary>
    internal T Derived<T>(Func<NodeFacts, T> read)
        where T : class
    {
        if (!(_derived ??= []).TryGetValue(typeof(T), out var derived))
        {
            var (notes, unlike) = (Notes, Unlike);
            (Notes, Unlike) = (notes is null ? null : new FactsRead(), null);
            try
            {
                _derived[typeof(T)] = derived = (read(this), Notes);
            }
            finally
            {
                (Notes, Unlike) = (notes, unlike);
            }
        }

        Notes?.Add(derived.Of);
        return (T)derived.Value;
    }

    /// <summary>Forgets what can be read again: a fleet has many nodes, and each is judged once.</summary>
    internal void Forget() => (_derived, _settings) = (null, null);

    /// <summary>Where it is noted which of the facts that may differ between nodes of one host and target are asked for; null if nobody wants to know.</summary>
    internal FactsRead? Notes { get; set; }

    /// <summary>The options that who asks for <see cref="EachOption"/> has not seen; null if they are all.</summary>
    internal IReadOnlyList<OptionSetting>? Unlike { get; set; }

    /// <summary>Those of the options that are set, or that may be.</summary>
    internal IReadOnlyList<OptionSetting> SettingsOf(IEnumerable<OptionName> options) =>
        [.. options.Where(_profile.Options.Set.ContainsKey).Select(o => SettingOf(o, _profile.Options.Set[o]))];

    /// <summary>The options in which this node differs from another one; null if they differ in more, names and groups aside.</summary>
    internal IReadOnlyList<OptionName>? DifferencesFrom(NodeFacts other) => _profile.DifferencesFrom(other._profile);

    private T Noted<T>(T value)
    {
        Notes?.AddAll();
        return value;
    }

    /// <summary>What the declaration says of the host.</summary>
    public PartialValue Host(params string[] path)
    {
        var value = _profile.Host;
        foreach (var property in path)
        {
            value = _profile.Seen(Record.Below(value, property));
        }

        return value;
    }

    /// <summary>The modules that are certainly loaded.</summary>
    public IReadOnlyList<ModuleFacts> KnownModules => _profile.KnownModules;

    /// <summary>Whether the module is loaded; null if that is not known.</summary>
    public bool? Loads(string module)
    {
        if (Modules is Unset)
        {
            return false;
        }

        if (Modules is not Sequence sequence)
        {
            return null;
        }

        if (KnownModules.Any(m => m.Name.Text is { } name && KernelModules.Normalize(name) == module))
        {
            return true;
        }

        return sequence.IsOpen || sequence.Items.Any(i => i is not Record r || r[ModelNames.Name].Text is null) ? null : false;
    }

    private static (Record Declared, PartialValue Name, PartialValue MigrationGroup) OwnPart(Record node) => (node, node[ModelNames.Name], node[ModelNames.MigrationGroup]);

    /// <summary>Whether every option is known that is set through the open door; in a profile it never is.</summary>
    public bool KnowsAllExtra => IsFinal && _profile.DeclaredExtra switch
    {
        Unset => true,
        Sequence { IsOpen: false } list => list.Items.Count == Extra.Count && Extra.All(e => e.Name is not null),
        _ => false,
    };

    private PartialValue FromExtra(OptionName name)
    {
        if (_profile.DeclaredExtra is Unset)
        {
            return Unset.Instance;
        }

        if (!KnowsAllExtra)
        {
            return Unknown.Instance;
        }

        var history = Catalog.Options.Find(name);
        var entries = Extra.Where(e => Catalog.Options.Find(e.Name!.Value) == history).ToArray();
        return entries.Length == 0 ? Unset.Instance
            : entries.Length > 1 || history is null || Target.Release is null || history.ExistsIn(Target.Release) is null ? Unknown.Instance
            : SettingOf(entries[0])?.Value ?? Unset.Instance;
    }

    private IReadOnlyList<OptionSetting> Settings => _settings ??= [.. _profile.Options.Set.Select(o => SettingOf(o.Key, o.Value))];

    private OptionSetting SettingOf(OptionName name, PartialValue declared) => new(name, StructuredText.Of(declared), Catalog.Options.Find(name)) { Declared = declared };

    // What goes through the open door may set an option under any of its names; null where the release knows it by none of them.
    private OptionSetting? SettingOf(ExtraOption entry) =>
        entry.Name is { } name && Target.Release is { } release && Catalog.Options.Find(name) is { } history
        && history.In(release) is { } facts && (facts.Name == name || facts.OldNames.Contains(name))
            ? new(history.Name, ValueOf(entry, facts), history)
            : null;

    /// <summary>The value as it would be in the typed option's place.</summary>
    private static PartialValue ValueOf(ExtraOption entry, OptionFacts facts) => entry.Value switch
    {
        Known text when facts.IsMultiValued => new Sequence([text], false, text.Origin),
        Known text when facts.Type == OptionType.List =>
            new Sequence([.. text.Value.TrimEnd(',', ' ').Split(',').Where(_ => text.Value.Length > 0).Select(i => new Known(i.Trim(), text.Origin))], false, text.Origin),
        Known text => text,
        _ => Unknown.Instance,
    };
}
