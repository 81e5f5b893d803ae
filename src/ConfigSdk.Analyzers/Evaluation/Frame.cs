using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>
/// What parameters, loop variables and locals stand for in one call, or in one round of a loop. A call knows what its callers' symbols stand for:
/// no function is called inside itself, so that each symbol has one meaning at a time.
/// </summary>
internal sealed class Frame(Frame? outer)
{
    private readonly Dictionary<ISymbol, PartialValue> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IAnonymousFunctionOperation> _functions = new(SymbolEqualityComparer.Default);

    public void Bind(ISymbol symbol, PartialValue value) => _values[symbol] = value;

    public void Bind(ISymbol symbol, IAnonymousFunctionOperation function) => _functions[symbol] = function;

    /// <summary>What the symbol stands for; null if it is none of this call's or its callers'.</summary>
    public PartialValue? Find(ISymbol symbol)
    {
        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            if (frame._values.TryGetValue(symbol, out var value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The function that the symbol stands for; null if that is not known.</summary>
    public IAnonymousFunctionOperation? FindFunction(ISymbol symbol)
    {
        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            if (frame._functions.TryGetValue(symbol, out var function))
            {
                return function;
            }
        }

        return null;
    }

    private Frame? Outer { get; } = outer;
}
