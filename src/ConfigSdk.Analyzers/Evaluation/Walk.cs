using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>One evaluation under way: what it may still spend, and which members it is in the middle of.</summary>
internal sealed class Walk
{
    /// <summary>How many rounds of loops and of LINQ's functions are made at most.</summary>
    public const int MaxRounds = 256;

    private const int MaxSteps = 5_000;
    private const int MaxDepth = 64; // a list in a group in a profile is 11 deep, each profile that it inherits from adds 2
    private readonly List<ISymbol> _active = [];
    private readonly List<SyntaxNode> _read = [];
    private int _steps;
    private int _depth;
    private int _rounds;

    /// <param name="initializes">The member or local whose value is being made; null if none is.</param>
    /// <param name="cancellation">Ends the evaluation.</param>
    public Walk(ISymbol? initializes, CancellationToken cancellation)
    {
        Cancellation = cancellation;
        if (initializes is not null)
        {
            _active.Add(initializes);
        }
    }

    public CancellationToken Cancellation { get; }

    /// <summary>Whether each item of a list is a declaration with a budget of its own, as in a fleet's collections.</summary>
    public bool EachItemAlone { get; init; }

    /// <summary>What the parameters of the call under way stand for; null outside of calls.</summary>
    public Frame? Frame { get; private set; }

    /// <summary>What stands before the innermost <c>?.</c>; null outside of such expressions.</summary>
    public PartialValue? Receiver { get; private set; }

    /// <summary>The declarations that were read into the value, in the order in which they were.</summary>
    public IReadOnlyList<SyntaxNode> Declarations => _read;

    /// <summary>How many declarations were read so far.</summary>
    public int Mark => _read.Count;

    /// <summary>How many steps it took so far.</summary>
    public int Steps => _steps;

    /// <summary>How often something was cut short, which makes a result one of this walk alone.</summary>
    public int Cuts { get; private set; }

    /// <summary>One step deeper; false where the budget is spent.</summary>
    public bool Enter()
    {
        Cancellation.ThrowIfCancellationRequested();
        _steps++;
        _depth++;
        if (_steps <= MaxSteps && _depth <= MaxDepth)
        {
            return true;
        }

        Cuts++;
        return false;
    }

    public void Leave() => _depth--;

    /// <summary>Whether the member is among those that are being made, or is made after one of them.</summary>
    public bool IsTooEarly(ISymbol symbol) => _active.Any(a => SymbolEqualityComparer.Default.Equals(a, symbol) || IsTooEarly(a, symbol));

    /// <summary>Which static member is being made; false where it is more than one.</summary>
    public bool Initializes(out ISymbol? member)
    {
        var members = _active.Where(a => a.IsStatic && Sources.IsStored(a)).Take(2).ToArray();
        member = members.FirstOrDefault();
        return members.Length < 2;
    }

    /// <summary>Begins with a member's value; false where that would go in a circle, or where the program would not have the value yet.</summary>
    public bool Begin(ISymbol symbol)
    {
        if (IsTooEarly(symbol))
        {
            Cuts++;
            return false;
        }

        _active.Add(symbol);
        return true;
    }

    public void End() => _active.RemoveAt(_active.Count - 1);

    /// <summary>Whether one more round of a loop may be made.</summary>
    public bool Round()
    {
        if (++_rounds <= MaxRounds)
        {
            return true;
        }

        Cuts++;
        return false;
    }

    /// <summary>Notes that a declaration was read into the value.</summary>
    public void Read(SyntaxNode declaration) => _read.Add(declaration);

    /// <summary>Forgets the declarations that were read since then: they are in no value.</summary>
    public void Forget(int mark) => _read.RemoveRange(mark, _read.Count - mark);

    /// <summary>Evaluates in a call of its own; null outside of all calls.</summary>
    public T WithFrame<T>(Frame? frame, Func<Walk, T> evaluate)
    {
        var before = (Frame, Receiver);
        (Frame, Receiver) = (frame, null);
        try
        {
            return evaluate(this);
        }
        finally
        {
            (Frame, Receiver) = before;
        }
    }

    /// <summary>Evaluates what stands behind a <c>?.</c>.</summary>
    public PartialValue WithReceiver(PartialValue receiver, Func<Walk, PartialValue> evaluate)
    {
        var before = Receiver;
        Receiver = receiver;
        try
        {
            return evaluate(this);
        }
        finally
        {
            Receiver = before;
        }
    }

    /// <summary>Evaluates an item of a list, with a budget of its own where it is a declaration of its own.</summary>
    public PartialValue Item(Func<Walk, PartialValue> evaluate)
    {
        if (!EachItemAlone)
        {
            return evaluate(this);
        }

        var alone = new Walk(null, Cancellation) { Frame = Frame, Receiver = Receiver };
        alone._active.AddRange(_active);
        var value = evaluate(alone);
        Cuts += alone.Cuts;
        return value;
    }

    // Static members get their values in the order in which they are written; of several files nobody knows the order.
    private static bool IsTooEarly(ISymbol initializing, ISymbol needed)
    {
        if (!needed.IsStatic || !initializing.IsStatic || needed is ILocalSymbol
            || !SymbolEqualityComparer.Default.Equals(initializing.ContainingType, needed.ContainingType)
            || !Sources.IsStored(needed) || !Sources.IsStored(initializing))
        {
            return false;
        }

        return needed.DeclaringSyntaxReferences is not [var first] || initializing.DeclaringSyntaxReferences is not [var second]
            || first.SyntaxTree != second.SyntaxTree || first.Span.Start >= second.Span.Start;
    }
}
