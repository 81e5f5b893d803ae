using ConfigSdk.Rules;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>The ways in which a value may be, where parts of it are any of several.</summary>
internal static class Worlds
{
    // What is rare may cost something, but not more than a few times as much as what is usual.
    private const int Most = 8;

    /// <summary>The value with one alternative for each choice in it, in every combination. What would be too many stays a choice.</summary>
    public static IReadOnlyList<PartialValue> Of(PartialValue value) => !value.HasChoice ? [value] : value switch
    {
        OneOf several => several.Alternatives.SelectMany(Of).ToArray() is { Length: <= Most } all ? all : [value],
        Record record => Parts([.. record.Properties.Values], parts => new Record(
            record.TypeName,
            record.Properties.Keys.Zip(parts, (key, part) => (key, part)).Where(p => record.IsOpen || !p.part.IsUnset).ToDictionary(p => p.key, p => p.part),
            record.IsOpen,
            record.Origin)),
        Sequence list => Parts(list.Items, items => new Sequence(items, list.IsOpen, list.Origin)),
        _ => [value],
    };

    /// <summary>What is made of the parts in each of their combinations.</summary>
    private static List<PartialValue> Parts(IReadOnlyList<PartialValue> parts, Func<IReadOnlyList<PartialValue>, PartialValue> make)
    {
        List<PartialValue[]> combinations = [[.. parts]];
        for (var i = 0; i < parts.Count; i++)
        {
            var worlds = Of(parts[i]);
            if (combinations.Count * worlds.Count <= Most)
            {
                var place = i;
                combinations = [.. combinations.SelectMany(c => worlds.Select(w => With(c, place, w)))];
            }
        }

        return combinations.ConvertAll(c => make(c));
    }

    private static PartialValue[] With(PartialValue[] parts, int place, PartialValue part)
    {
        var changed = (PartialValue[])parts.Clone();
        changed[place] = part;
        return changed;
    }
}
