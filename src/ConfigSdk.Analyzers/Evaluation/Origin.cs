using Microsoft.CodeAnalysis;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>Where a value was written, and through which references it got to where it is used.</summary>
internal sealed class Origin
{
    private readonly Reference? _reachedThrough;

    private Origin(object written, Reference? reachedThrough) => (Written, _reachedThrough) = (written, reachedThrough);

    /// <summary>A value that is used where it is written.</summary>
    public Origin(SyntaxNode syntax)
        : this(syntax, null)
    {
    }

    /// <summary>A value of which an assembly tells, and not where it was written.</summary>
    public static Origin OfAssembly() => new(new object(), null);

    /// <summary>What tells places apart.</summary>
    public object Written { get; }

    /// <summary>What was written; null if only an assembly tells of it.</summary>
    public SyntaxNode? Syntax => Written as SyntaxNode;

    /// <summary>The references, the one next to the value first.</summary>
    public IEnumerable<Reference> References
    {
        get
        {
            var references = new Stack<Reference>();
            for (var r = _reachedThrough; r is not null; r = r.Inner)
            {
                references.Push(r);
            }

            return references;
        }
    }

    /// <summary>The same value, used through one more reference.</summary>
    public Origin Through(SyntaxNode reference, ISymbol symbol) => new(Written, new Reference(reference, symbol, _reachedThrough));
}

/// <summary>A reference to a member or local, through which a value was reached.</summary>
/// <param name="Syntax">The reference as written.</param>
/// <param name="Symbol">What it refers to.</param>
/// <param name="Inner">The reference in that symbol's value through which it got there.</param>
internal sealed record Reference(SyntaxNode Syntax, ISymbol Symbol, Reference? Inner);
