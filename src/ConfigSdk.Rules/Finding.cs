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
    public string Message { get; }

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

    /// <summary>Adds what a code fix needs to know.</summary>
    public Finding Tell(string key, string value)
    {
        Properties = new Dictionary<string, string>(Properties.ToDictionary(p => p.Key, p => p.Value)) { [key] = value };
        return this;
    }

    /// <summary>Whether another finding is about the same mistake.</summary>
    public bool IsSameAs(Finding other) => Rule.Id == other.Rule.Id && Message == other.Message && Equals(At.Origin, other.At.Origin);
}
