using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>What becomes of values that are merged, completed or reached through a reference.</summary>
internal static class Changes
{
    /// <summary>A record with some of its properties set anew; what is certainly left out is left out.</summary>
    public static Record Record(string typeName, Dictionary<string, PartialValue> properties, bool isOpen, Origin origin)
    {
        if (!isOpen)
        {
            List<string>? unset = null;
            foreach (var property in properties)
            {
                if (property.Value.IsUnset)
                {
                    (unset ??= []).Add(property.Key);
                }
            }

            unset?.ForEach(key => properties.Remove(key));
        }

        return new Record(typeName, properties, isOpen, origin);
    }

    /// <summary>
    /// What <c>Override</c> makes: what the changes set wins, groups are merged setting by setting. As much as is certain, where a part is unknown.
    /// </summary>
    public static PartialValue Merge(PartialValue inherited, PartialValue changes, ModelTypes model, Origin origin) =>
        OneOf.Combine([inherited, changes], origin, both => MergeKnown(both[0], both[1], model, origin));

    private static PartialValue MergeKnown(PartialValue inherited, PartialValue changes, ModelTypes model, Origin origin)
    {
        if (changes is not Record changed)
        {
            return Unknown.Instance;
        }

        if (inherited is not Record old)
        {
            return inherited is Unknown ? Opened(changed, model, origin) : Unknown.Instance;
        }

        var merged = old.Properties.ToDictionary(p => p.Key, p => p.Value);
        // Changes that may set more may change anything.
        foreach (var key in changed.IsOpen ? old.Properties.Keys.Union(changed.Properties.Keys) : changed.Properties.Keys)
        {
            merged[key] = MergeSetting(old[key], changed[key], model);
        }

        return Record(old.TypeName, merged, old.IsOpen || changed.IsOpen, origin);
    }

    /// <summary>The value, reached through one more reference.</summary>
    public static PartialValue Through(PartialValue value, SyntaxNode reference, ISymbol symbol) =>
        value.WithOrigins(o => (o as Origin)?.Through(reference, symbol));

    private static PartialValue MergeSetting(PartialValue inherited, PartialValue changed, ModelTypes model) => OneOf.Map(changed, c => c switch
    {
        Unset => inherited,
        Record group when model.IsGroup(group.TypeName) && !inherited.IsUnset => Merge(inherited, group, model, (Origin)group.Origin!),
        _ => c,
    });

    // The settings stay; what they leave out is no longer certain.
    private static Record Opened(Record group, ModelTypes model, Origin origin) => new(
        group.TypeName,
        group.Properties.Where(p => !p.Value.IsUnset).ToDictionary(
            p => p.Key,
            p => p.Value is Record inner && model.IsGroup(inner.TypeName) ? Opened(inner, model, (Origin)inner.Origin!) : p.Value),
        isOpen: true,
        origin);
}
