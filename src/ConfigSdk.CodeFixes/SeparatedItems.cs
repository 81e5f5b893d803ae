using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConfigSdk.CodeFixes;

/// <summary>Edits what stands between brackets with commas in between, in the style in which it is written. Comments stay with what they are about.</summary>
internal static class SeparatedItems
{
    /// <summary>The items without one of them, and without the comments on its line and right above it.</summary>
    public static SeparatedSyntaxList<T> Without<T>(SeparatedSyntaxList<T> items, T item)
        where T : SyntaxNode
    {
        var parts = items.GetWithSeparators().ToList();
        var at = parts.FindIndex(p => p == item);
        var startsLine = StartsLine(item);
        var above = UpToBlankLine(item.GetLeadingTrivia());
        if (at + 1 < parts.Count)
        {
            var behind = parts[at + 1].GetTrailingTrivia();
            if (at > 0 && (!startsLine || at + 2 == parts.Count))
            {
                parts[at - 1] = parts[at - 1].WithTrailingTrivia((startsLine ? parts[at - 1].GetTrailingTrivia() : behind).AddRange(above));
            }

            if (at + 2 < parts.Count && startsLine)
            {
                var next = parts[at + 2];
                // A comment between the comma and the next item is about that one, which now begins the line.
                var beside = EndsLine(behind) ? above : above.AddRange(Indentation(item)).AddRange(FromComment(behind));
                parts[at + 2] = next.WithLeadingTrivia(beside.AddRange(next.GetLeadingTrivia()));
            }

            parts.RemoveRange(at, 2);
        }
        else if (at > 0)
        {
            // The last one goes with the comma before it; the end of the line stays.
            var (own, before) = (item.GetTrailingTrivia(), parts[at - 1].GetTrailingTrivia());
            var end = !startsLine ? own : EndsLine(own) || HasComment(before) ? before.AddRange(above) : own;
            parts[at - 2] = parts[at - 2].WithTrailingTrivia(parts[at - 2].GetTrailingTrivia().AddRange(end));
            parts.RemoveRange(at - 1, 2);
        }
        else
        {
            parts.Clear();
        }

        return SyntaxFactory.SeparatedList<T>(parts);
    }

    /// <summary>The items with one more behind another one.</summary>
    public static SeparatedSyntaxList<T> With<T>(SeparatedSyntaxList<T> items, T neighbour, T added)
        where T : SyntaxNode
    {
        var parts = items.GetWithSeparators().ToList();
        var at = parts.FindIndex(p => p == neighbour);
        var isLast = at + 1 == parts.Count;
        var behind = isLast ? neighbour.GetTrailingTrivia() : parts[at + 1].GetTrailingTrivia();
        var space = SyntaxFactory.TriviaList(SyntaxFactory.Space);
        var ownLine = StartsLine(neighbour) && (isLast || EndsLine(behind));
        var lineEnd = SyntaxFactory.TriviaList(EndsLine(behind) ? LineEnd(behind) : ownLine ? LineEnd(Before(neighbour)) : SyntaxFactory.Space);
        added = added.WithLeadingTrivia(ownLine ? Indentation(neighbour) : default).WithTrailingTrivia();
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken);
        if (!isLast)
        {
            parts[at + 1] = ownLine ? parts[at + 1] : parts[at + 1].WithTrailingTrivia(space);
            parts.Insert(at + 2, added);
            parts.Insert(at + 3, comma.WithTrailingTrivia(ownLine ? lineEnd : behind));
        }
        else if (EndsLine(behind) && ownLine)
        {
            // The comment at the end of the line is about the neighbour.
            parts[at] = neighbour.WithTrailingTrivia();
            parts.Add(comma.WithTrailingTrivia(behind));
            parts.Add(added.WithTrailingTrivia(lineEnd));
        }
        else
        {
            var about = EndsLine(behind) ? default : ToComment(behind);
            parts[at] = neighbour.WithTrailingTrivia(about);
            parts.Add(comma.WithTrailingTrivia(ownLine ? lineEnd : space));
            parts.Add(added.WithTrailingTrivia(behind.Skip(about.Count)));
        }

        return SyntaxFactory.SeparatedList<T>(parts);
    }

    /// <summary>The one item of what was empty.</summary>
    /// <param name="open">The bracket before it.</param>
    /// <param name="item">The item.</param>
    /// <param name="close">The bracket behind it.</param>
    /// <param name="spaces">Whether blanks stand inside the brackets where they are on one line.</param>
    public static (SyntaxToken Open, SeparatedSyntaxList<T> Items) Only<T>(SyntaxToken open, T item, SyntaxToken close, bool spaces)
        where T : SyntaxNode
    {
        if (!EndsLine(open.TrailingTrivia))
        {
            var space = spaces ? SyntaxFactory.TriviaList(SyntaxFactory.Space) : default;
            return (HasComment(open.TrailingTrivia) ? open : open.WithTrailingTrivia(space), SyntaxFactory.SingletonSeparatedList(item.WithTrailingTrivia(space)));
        }

        var indentation = SyntaxFactory.TriviaList(close.LeadingTrivia.Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse().Take(1)).Add(SyntaxFactory.Whitespace("    "));
        return (open, SyntaxFactory.SeparatedList<T>(new SyntaxNodeOrToken[]
        {
            item.WithLeadingTrivia(indentation).WithTrailingTrivia(),
            SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(LineEnd(open.TrailingTrivia)),
        }));
    }

    /// <summary>The items in another order; null if they are not those, or if it is not clear which comment belongs to which.</summary>
    /// <param name="items">The items.</param>
    /// <param name="places">Their places now, in the order in which they should stand.</param>
    public static SeparatedSyntaxList<T>? InOrder<T>(SeparatedSyntaxList<T> items, IReadOnlyList<int> places)
        where T : SyntaxNode
    {
        if (!places.OrderBy(p => p).SequenceEqual(Enumerable.Range(0, items.Count)))
        {
            return null;
        }

        var commas = items.GetSeparators().ToArray();
        var parts = new List<SyntaxNodeOrToken>();
        var ownLines = items.All(StartsLine);
        if (!ownLines && (items.Any(i => HasComment(i.GetLeadingTrivia()) || HasComment(i.GetTrailingTrivia())) || commas.Any(c => HasComment(c.TrailingTrivia))))
        {
            return null;
        }

        for (var slot = 0; slot < items.Count; slot++)
        {
            var (here, item) = (items[slot], items[places[slot]]);
            var isCommaHere = slot < commas.Length;
            if (!ownLines)
            {
                parts.Add(item.WithTriviaFrom(here));
                parts.AddRange(isCommaHere ? [commas[slot]] : []);
                continue;
            }

            // The comments go with the item; whether the line ends is the slot's.
            var about = Behind(items, commas, places[slot]).Where(t => !t.IsKind(SyntaxKind.EndOfLineTrivia)).ToArray();
            var ends = Behind(items, commas, slot).Where(t => t.IsKind(SyntaxKind.EndOfLineTrivia)).ToArray();
            var tail = SyntaxFactory.TriviaList(about.Concat(ends.Length == 0 && about.Any(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia)) ? [LineEnd(Before(items[0]))] : ends));
            parts.Add(item.WithTrailingTrivia(isCommaHere ? default : tail));
            parts.AddRange(isCommaHere ? [commas[slot].WithLeadingTrivia().WithTrailingTrivia(tail)] : []);
        }

        return SyntaxFactory.SeparatedList<T>(parts);
    }

    private static IEnumerable<SyntaxTrivia> Behind<T>(SeparatedSyntaxList<T> items, SyntaxToken[] commas, int at)
        where T : SyntaxNode =>
        at < commas.Length ? items[at].GetTrailingTrivia().Concat(commas[at].LeadingTrivia).Concat(commas[at].TrailingTrivia) : items[at].GetTrailingTrivia();

    private static SyntaxTriviaList Before(SyntaxNode item) => item.GetFirstToken().GetPreviousToken().TrailingTrivia;

    private static bool StartsLine(SyntaxNode item) => EndsLine(Before(item));

    private static bool EndsLine(SyntaxTriviaList trivia) => trivia.Any(SyntaxKind.EndOfLineTrivia);

    private static SyntaxTrivia LineEnd(SyntaxTriviaList trivia) => trivia.First(t => t.IsKind(SyntaxKind.EndOfLineTrivia));

    private static SyntaxTriviaList Indentation(SyntaxNode item) =>
        SyntaxFactory.TriviaList(item.GetLeadingTrivia().Reverse().TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse());

    private static bool IsComment(SyntaxTrivia trivia) => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia);

    private static bool HasComment(SyntaxTriviaList trivia) => trivia.Any(IsComment);

    private static SyntaxTriviaList FromComment(SyntaxTriviaList trivia) => SyntaxFactory.TriviaList(trivia.SkipWhile(t => !IsComment(t)));

    private static SyntaxTriviaList ToComment(SyntaxTriviaList trivia) => SyntaxFactory.TriviaList(trivia.Reverse().SkipWhile(t => !IsComment(t)).Reverse());

    /// <summary>What stands above the last blank line.</summary>
    private static SyntaxTriviaList UpToBlankLine(SyntaxTriviaList trivia)
    {
        var (end, isBlank) = (0, true);
        for (var i = 0; i < trivia.Count; i++)
        {
            if (!trivia[i].IsKind(SyntaxKind.EndOfLineTrivia))
            {
                isBlank &= !IsComment(trivia[i]);
                continue;
            }

            end = isBlank ? i + 1 : end;
            isBlank = true;
        }

        return SyntaxFactory.TriviaList(trivia.Take(end));
    }
}
