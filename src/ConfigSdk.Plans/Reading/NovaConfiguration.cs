using ConfigSdk.Catalog;

namespace ConfigSdk.Plans.Reading;

/// <summary>
/// nova.conf and the files that nova reads after it, as one configuration: a later file wins over an earlier one, in one file the last line,
/// and an option's own name over its old ones; the lines of an option that may be given several times add up.
/// </summary>
public sealed class NovaConfiguration
{
    private readonly Release _release;
    private readonly NovaOptions _options;
    private readonly IReadOnlyList<ILookup<OptionName, string>> _files;

    /// <summary>Joins files.</summary>
    /// <param name="files">The files, in the order in which nova reads them.</param>
    /// <param name="release">nova's release.</param>
    /// <param name="options">What releases know.</param>
    public NovaConfiguration(IEnumerable<OsloFile> files, Release release, NovaOptions options)
    {
        (_release, _options) = (release, options);
        _files = [.. files.Select(f => f.Assignments.ToLookup(a => a.Name, a => a.Value))];
        var names = _files.SelectMany(f => f.Select(l => l.Key)).Distinct().ToArray();
        var read = names.SelectMany(n => ReadersOf(n).Select(o => (Name: n, Option: o))).ToArray();
        Set = read.Select(r => r.Option).ToHashSet();
        Unread = names.Except(read.Select(r => r.Name)).ToHashSet();
    }

    /// <summary>The options that the files set.</summary>
    public IReadOnlySet<OptionHistory> Set { get; }

    /// <summary>Names in the files that no option of the release is known to have: nova ignores them, unless a plug-in registers them.</summary>
    public IReadOnlySet<OptionName> Unread { get; }

    /// <summary>The release.</summary>
    public Release Release => _release;

    /// <summary>The texts that nova uses: what is set, or the default, one or none for an option that is no list of lines.</summary>
    public OptionState StateOf(OptionHistory option)
    {
        if (option.In(_release) is not { } facts)
        {
            return OptionState.Missing;
        }

        var set = ValuesOf([facts.Name, .. facts.OldNames], facts.IsMultiValued);
        return set.Count > 0 ? new(facts, set, IsDefault: false)
            : facts.HasComputedDefault ? new(facts, null, IsDefault: true)
            : new(facts, facts.Default is not { } text ? [] : facts.IsMultiValued ? text.Split(',', StringSplitOptions.RemoveEmptyEntries) : [text], IsDefault: true);
    }

    /// <summary>Every line of a name that nobody is known to read, in order.</summary>
    public IReadOnlyList<string> TextsOf(OptionName name) => ValuesOf([name], isMultiValued: true);

    private List<string> ValuesOf(IReadOnlyList<OptionName> names, bool isMultiValued)
    {
        var values = new List<string>();
        foreach (var file in _files.Reverse())
        {
            foreach (var name in names)
            {
                if (!file.Contains(name))
                {
                    continue;
                }

                if (!isMultiValued)
                {
                    return [file[name].Last()];
                }

                // As oslo.config does it: what is found later is put before what was found.
                values.InsertRange(0, file[name]);
            }
        }

        return values;
    }

    private IEnumerable<OptionHistory> ReadersOf(OptionName name)
    {
        var own = _options.Find(name);
        var byName = own?.In(_release) is { } facts && (facts.Name == name || facts.OldNames.Contains(name)) ? [own] : Enumerable.Empty<OptionHistory>();
        return byName.Concat(_options.ReadersOf(name).Where(r => r.Range.Covers(_release)).Select(r => r.Option)).Distinct();
    }
}

/// <summary>What nova uses for an option.</summary>
/// <param name="Facts">What the release says of the option; null if it has none.</param>
/// <param name="Values">The texts; null for a default that nova computes when it starts, empty where there is none.</param>
/// <param name="IsDefault">Whether nothing sets the option.</param>
public sealed record OptionState(OptionFacts? Facts, IReadOnlyList<string>? Values, bool IsDefault)
{
    /// <summary>The release has no such option.</summary>
    public static OptionState Missing { get; } = new(null, [], IsDefault: true);
}
