using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules;

/// <summary>One thing that a rule found.</summary>
public sealed class Finding
{
    /// <summary>The key in <see cref="Properties"/> of the text that should stand where the finding points.</summary>
    public const string Replacement = nameof(Replacement);

    internal Finding(RuleDescriptor rule, PartialValue at, IReadOnlyList<object> arguments)
    {
        Rule = rule;
        At = at;
        Arguments = [.. arguments.Select(a => a is string text ? Printable.Of(text) : a)];
        Message = rule.Message([.. Arguments]);
    }

    /// <summary>The rule.</summary>
    public RuleDescriptor Rule { get; }

    /// <summary>The value that is wrong.</summary>
    public PartialValue At { get; }

    /// <summary>The message's arguments; texts are made printable, for a message is one line whatever a declaration holds.</summary>
    public IReadOnlyList<object> Arguments { get; }

    /// <summary>The message.</summary>
    public string Message { get; private set; }

    /// <summary>Other values without which it would not be wrong.</summary>
    public IReadOnlyList<PartialValue> Involved { get; private set; } = [];

    /// <summary>What a code fix needs to know; for the keys see <see cref="Replacement"/> and <see cref="FixKeys"/>.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; private set; } = new Dictionary<string, string>();

    /// <summary>Names the other values that have a part in it.</summary>
    public Finding With(params PartialValue[] involved)
    {
        Involved = involved;
        return this;
    }

    /// <summary>Names the text that should stand there instead; nothing if there is none.</summary>
    public Finding ReplaceBy(string? text) => text is null ? this : Tell(Replacement, text);

    /// <summary>Offers to remove a setting of the object that holds the wrong value.</summary>
    /// <param name="property">The C# property.</param>
    public Finding OfferToRemove(string property) => Tell(FixKeys.RemoveSetting, property);

    /// <summary>Offers to set another setting of the object that holds the wrong value.</summary>
    /// <param name="property">The C# property.</param>
    /// <param name="value">The C# expression.</param>
    public Finding OfferToSet(string property, string value) => Tell(FixKeys.SetSetting, property).Tell(FixKeys.SetValue, value);

    /// <summary>Offers to set an option beside the wrong one, in whatever group it is.</summary>
    /// <param name="option">The option.</param>
    /// <param name="value">The C# expression.</param>
    public Finding OfferToSet(Catalog.OptionName option, string value) => Tell(FixKeys.SetOption, OptionSetting.MemberNameOf(option)).Tell(FixKeys.SetValue, value);

    /// <summary>Offers to remove the list's item that is wrong.</summary>
    public Finding OfferToRemoveItem() => Tell(FixKeys.RemoveItem, "");

    /// <summary>Offers to add an item to the end of the list that is wrong.</summary>
    /// <param name="item">The C# expression.</param>
    public Finding OfferToAddItem(string item) => Tell(FixKeys.AddItem, item);

    /// <summary>Offers to put the items of the list that is wrong into another order.</summary>
    /// <param name="places">The items' places now, counted from 0, in the order in which they should stand.</param>
    public Finding OfferOrder(IEnumerable<int> places) => Tell(FixKeys.Order, string.Join(",", places));

    /// <summary>The kinds of fixes that the finding tells of.</summary>
    public RuleFixes Fixes => Properties.Keys.Aggregate(RuleFixes.None, (all, key) => all | key switch
    {
        Replacement => RuleFixes.Text,
        FixKeys.RemoveItem or FixKeys.AddItem or FixKeys.Order => RuleFixes.Items,
        _ => RuleFixes.Setting,
    });

    private Finding Tell(string key, string value)
    {
        Properties = new Dictionary<string, string>(Properties.ToDictionary(p => p.Key, p => p.Value)) { [key] = value };
        return this;
    }

    /// <summary>
    /// The same mistake, where the values that have a part in it are any of several and all of them make it: a message about one of them says so, and
    /// what a code fix would write stands only if it is the same for all.
    /// </summary>
    public Finding OrElse(Finding other) => new(Rule, At, Arguments)
    {
        Message = Message == other.Message || Message.EndsWith(Outcome.ForEach, StringComparison.Ordinal) ? Message : Message + Outcome.ForEach,
        Involved = [.. Involved, .. other.Involved.Where(o => !Involved.Any(i => Equals(i.Origin, o.Origin)))],
        Properties = Properties.Where(p => other.Properties.TryGetValue(p.Key, out var value) && value == p.Value).ToDictionary(p => p.Key, p => p.Value),
    };

    /// <summary>Whether another finding is about the same mistake.</summary>
    public bool IsSameAs(Finding other) => Rule.Id == other.Rule.Id && Message == other.Message && Equals(At.Origin, other.At.Origin);
}
