using ConfigSdk.Catalog;

namespace ConfigSdk.Rules;

/// <summary>The typed options of a declaration's <c>Nova</c>, which are in a group each.</summary>
/// <param name="Set">Those that are set, or that may be.</param>
/// <param name="AreOpen">Whether any other may be set too.</param>
internal sealed record TypedOptions(IReadOnlyDictionary<OptionName, PartialValue> Set, bool AreOpen)
{
    /// <summary>Reads all groups.</summary>
    public static TypedOptions Read(PartialValue nova, FactCatalog catalog)
    {
        var groups = Groups(nova).Select(g => g.Value).OfType<Record>().ToArray();
        var options = new Dictionary<OptionName, PartialValue>(groups.Sum(g => g.Properties.Count));
        foreach (var group in groups)
        {
            foreach (var option in group.Properties)
            {
                if (IsOption(option.Key))
                {
                    options[catalog.Options.NameOf(option.Key)] = option.Value;
                }
            }
        }

        return new(options, AreOpenIn(nova));
    }

    /// <summary>The options in which two declarations differ; null if they differ in more. Groups that both have from one place are not looked at.</summary>
    public static IReadOnlyList<OptionName>? Differences(PartialValue nova, PartialValue other, FactCatalog catalog)
    {
        if (AreOpenIn(nova) != AreOpenIn(other))
        {
            return null;
        }

        var differences = new List<string>();
        foreach (var key in Groups(nova).Concat(Groups(other)).Select(g => g.Key).Distinct())
        {
            var (group, others) = (Record.Below(nova, key), Record.Below(other, key));
            if (!group.IsSame(others))
            {
                differences.AddRange(OfGroup(group).Where(o => !(others is Record r && r.Properties.TryGetValue(o.Key, out var value) && o.Value.IsLike(value))).Select(o => o.Key));
                differences.AddRange(OfGroup(others).Where(o => !(group is Record r && r.Properties.ContainsKey(o.Key))).Select(o => o.Key));
            }
        }

        return differences.ConvertAll(catalog.Options.NameOf);
    }

    private static bool AreOpenIn(PartialValue nova) => nova is not (Record { IsOpen: false } or Unset)
        || Groups(nova).Any(g => g.Value is Unknown or Record { IsOpen: true });

    private static IEnumerable<KeyValuePair<string, PartialValue>> Groups(PartialValue nova) =>
        nova is Record record ? record.Properties.Where(g => g.Key != ModelNames.Extra && g.Value is Record or Unknown) : [];

    private static IEnumerable<KeyValuePair<string, PartialValue>> OfGroup(PartialValue group) =>
        group is Record record ? record.Properties.Where(o => IsOption(o.Key)) : [];

    private static bool IsOption(string key) => key.StartsWith("[", StringComparison.Ordinal) && key.Contains("] ");
}
