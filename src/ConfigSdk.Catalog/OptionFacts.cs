namespace ConfigSdk.Catalog;

/// <summary>What nova says of one option in a range of releases.</summary>
public sealed class OptionFacts
{
    private static readonly string s_unread = new('?', 1);

    // What it says is read when somebody asks: of most options nobody does.
    private readonly FactFile.Row _row;

    private string? _default = s_unread;
    private IReadOnlyList<string>? _choices;
    private IReadOnlyList<string>? _itemNames;

    private OptionFacts(FactFile.Row row)
    {
        _row = row;
        Name = row[15].Length == 0 ? new OptionName(row[0], row[1]) : OptionName.ParseFact(row[15]);
        First = Release.Parse(row[2]);
        Last = row[3].Length == 0 ? null : Release.Parse(row[3]);
        Type = (OptionType)Enum.Parse(typeof(OptionType), row[4]);
        OldNames = Array.ConvertAll(row.Words(12), OptionName.ParseFact);
    }

    /// <summary>The name that this range of releases registers.</summary>
    public OptionName Name { get; private set; }

    /// <summary>First release of the range.</summary>
    public Release First { get; private set; }

    /// <summary>Last release of the range; null if the newest bundled release still says this.</summary>
    public Release? Last { get; private set; }

    /// <summary>oslo.config's type.</summary>
    public OptionType Type { get; }

    /// <summary>The default as nova.conf would have it; null where it is unset or computed at run time.</summary>
    public string? Default => ReferenceEquals(_default, s_unread) ? _default = JsonText.ToOptionText(_row[5]) : _default;

    /// <summary>Whether nova computes the default when it starts (a host name, an address).</summary>
    public bool HasComputedDefault => _row[5].StartsWith("{\"expr\"", StringComparison.Ordinal);

    /// <summary>The only values accepted; empty if any is.</summary>
    public IReadOnlyList<string> Choices => _choices ??= JsonText.ToStrings(_row[6]);

    /// <summary>Smallest number accepted.</summary>
    public double? Min => Number(_row[7]);

    /// <summary>Largest number accepted.</summary>
    public double? Max => Type == OptionType.String ? null : Number(_row[8]);

    /// <summary>Most characters that the text may have.</summary>
    public int? MaxLength => Type == OptionType.String ? (int?)Number(_row[8]) : null;

    /// <summary>Regular expression (Python's) that the text must match.</summary>
    public string? Regex => _row[9] is { Length: > 0 } regex ? regex : null;

    /// <summary>For lists: what oslo.config's or nova's own class of the items is, where it is not any text.</summary>
    public string? ItemType => Type != OptionType.URI && Item[0].Length > 0 ? Item[0] : null;

    /// <summary>For URIs: the only schemes accepted; empty if any is.</summary>
    public IReadOnlyList<string> Schemes => Type == OptionType.URI ? ItemNames : [];

    /// <summary>For lists: the items that <see cref="ItemType"/> names; where it is String, no others are accepted. Empty if any is.</summary>
    public IReadOnlyList<string> ItemChoices => Type == OptionType.URI ? [] : ItemNames;

    /// <summary>Whether the option may be given several times, each line adding a value.</summary>
    public bool IsMultiValued => Has("multi");

    /// <summary>Whether nova keeps the value out of its logs.</summary>
    public bool IsSecret => Has("secret");

    /// <summary>Whether a running service takes over a change on SIGHUP.</summary>
    public bool IsMutable => Has("mutable");

    /// <summary>Whether choices are compared without regard to case.</summary>
    public bool IgnoresCase => Has("ignore_case");

    /// <summary>Older names that these releases still read.</summary>
    public IReadOnlyList<OptionName> OldNames { get; private set; }

    /// <summary>What nova says of when it deprecated the option for removal; null if it did not.</summary>
    public string? DeprecatedForRemovalSince => _row[13] is { Length: > 0 } since ? since : null;

    /// <summary>
    /// Who registers the option: empty for nova itself, else the name under which a library lists its options
    /// (<c>oslo.messaging</c>), or <c>run time</c> where none does.
    /// </summary>
    public string Source => _row[16];

    /// <summary>What a line of the fact file says.</summary>
    internal static OptionFacts Of(FactFile.Row row) => new(row);

    /// <summary>The same facts in a group for which the fact file has a name that stands for many.</summary>
    internal OptionFacts InGroup(string standIn, string group)
    {
        var copy = (OptionFacts)MemberwiseClone();
        copy.Name = new(group, Name.Option);
        // What a group's name has in the place of the * is the same in its old name.
        var rest = standIn.EndsWith("*", StringComparison.Ordinal) ? group.Substring(standIn.Length - 1) : "";
        copy.OldNames = [.. OldNames.Select(n => n.Group == standIn ? new OptionName(group, n.Option) : new OptionName(n.Group.Replace("*", rest), n.Option))];
        return copy;
    }

    /// <summary>What a project's own listing says. What a listing does not tell (patterns, items) is what was known before.</summary>
    internal static OptionFacts OfListing(ListedOption option, Release first, Release? last, OptionFacts? before)
    {
        var known = before is not null && before.Type.ToString() == option.Facts[0] ? before._row : null;
        string Told(int column) => option.Facts[column - 4] is { Length: > 0 } told ? told : known?[column] ?? "";
        return new OptionFacts(new FactFile.Row(
        [
            option.Name.Group, option.Name.Option, first.Tag, last?.Tag ?? "", .. option.Facts.Take(5),
            Told(9), Told(10), option.Facts[7], Told(12), option.Facts[9], "", "", option.Source == "nova.conf" ? "" : option.Source,
        ]));
    }

    /// <summary>The part of the range that another one covers, too; null if there is none.</summary>
    internal OptionFacts? During(OptionFacts other)
    {
        var part = (OptionFacts)MemberwiseClone();
        part.First = First > other.First ? First : other.First;
        part.Last = Last is null || (other.Last is not null && other.Last < Last) ? other.Last : Last;
        return part.Last is null || part.First <= part.Last ? part : null;
    }

    /// <summary>What remains of the range without one release.</summary>
    internal IEnumerable<OptionFacts> Without(Release release)
    {
        if (!Covers(release))
        {
            return [this];
        }

        OptionFacts? before = null, after = null;
        if (First < release)
        {
            before = (OptionFacts)MemberwiseClone();
            before.Last = Release.All[release.Ordinal - 1];
        }

        if (release != (Last ?? Release.Newest))
        {
            after = (OptionFacts)MemberwiseClone();
            after.First = Release.All[release.Ordinal + 1];
        }

        return new[] { before, after }.OfType<OptionFacts>();
    }

    /// <summary>Whether the range holds the release.</summary>
    public bool Covers(Release release) => release >= First && (Last is null || release <= Last);

    // TYPE=[names], or one of the two.
    private string[] Item => _row[10].Split(['='], 2);

    private IReadOnlyList<string> ItemNames => _itemNames ??= Item is [_, var names] ? JsonText.ToStrings(names) : [];

    private bool Has(string flag) => Array.IndexOf(_row[11].Split(','), flag) >= 0;

    private static double? Number(string text) =>
        text.Length == 0 ? null : double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
