using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Options;

/// <summary>The texts of a declaration in which nova looks for references to other options.</summary>
internal static class ReferringValues
{
    /// <summary>The texts that hold a dollar sign, of options that the release certainly reads.</summary>
    public static IEnumerable<(OptionName Name, OptionName ReadAs, Known Text)> Of(NodeFacts node, Release release)
    {
        // A secret has no place here at all: NOVA8001.
        var passing = node.Extra.Where(e => e.Name is not null).Select(e => new OptionSetting(e.Name!.Value, e.Value, node.Catalog.Options.Find(e.Name.Value)))
            .Where(o => o.History is { IsSecret: false } && Reads(o, release));
        return from option in node.EachOption.Concat(passing)
               let facts = option.History?.In(release)
               where facts is not null
               from text in KnownItems.Of(option.Value).Concat(option.Value is Known single ? [single] : [])
               where OptionText.HasReference(text.Value) && OptionText.Flaw(text.Value) is null
               select (option.Name, facts.Name, text);
    }

    private static bool Reads(OptionSetting passing, Release release) => passing.History!.In(release) is { } facts && (facts.Name == passing.Name || facts.OldNames.Contains(passing.Name));
}
