using Microsoft.CodeAnalysis;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>Where a value was written, and through which references it got to where it is used.</summary>
/// <param name="syntax">What was written.</param>
/// <param name="reachedThrough">The last of the references; null where the value is used where it is written.</param>
internal sealed class Origin(SyntaxNode syntax, Reference? reachedThrough = null)
{
    /// <summary>What was written.</summary>
    public SyntaxNode Syntax { get; } = syntax;

    /// <summary>The references, the one next to the value first.</summary>
    public IEnumerable<Reference> References
    {
        get
        {
            var references = new Stack<Reference>();
            for (var r = reachedThrough; r is not null; r = r.Inner)
            {
                references.Push(r);
            }

            return references;
        }
    }

    /// <summary>The same value, used through one more reference.</summary>
    public Origin Through(SyntaxNode reference, ISymbol symbol) => new(Syntax, new Reference(reference, symbol, reachedThrough));
}

/// <summary>A reference to a member or local, through which a value was reached.</summary>
/// <param name="Syntax">The reference as written.</param>
/// <param name="Symbol">What it refers to.</param>
/// <param name="Inner">The reference in that symbol's value through which it got there.</param>
internal sealed record Reference(SyntaxNode Syntax, ISymbol Symbol, Reference? Inner);
