using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>Calls of the project's own functions, read as if their bodies stood in the calls' place.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Whether calls of the method are read: it always runs the same body, which is at hand.</summary>
    public bool Reads(IMethodSymbol method, CancellationToken cancellation) =>
        method is { IsGenericMethod: false, IsAsync: false, IsAbstract: false, IsExtern: false, RefKind: RefKind.None, MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction, ContainingType.IsGenericType: false }
        && !(method is { IsVirtual: true } or { IsOverride: true, IsSealed: false } && !method.ContainingType.IsSealed)
        && !model.Defines(method) && _sources.BodyOf(method, cancellation) is not null;

    private PartialValue OfProject(IInvocationOperation invocation, Walk walk)
    {
        var method = invocation.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return Function(invocation.Instance, walk) is { } function && function.Symbol.Parameters.Length == invocation.Arguments.Length
                ? Applied(function, [.. invocation.Arguments.OrderBy(a => a.Parameter?.Ordinal).Select(a => Value(a.Value, walk))], walk)
                : Unknown.Instance;
        }

        if (invocation.Instance is not (null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }) || !Reads(method, walk.Cancellation))
        {
            return Unknown.Instance;
        }

        var (mark, body) = (walk.Mark, _sources.BodyOf(method, walk.Cancellation)!);
        var frame = new Frame(walk.Frame);
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.None } parameter)
            {
                if (Function(argument.Value, walk) is { } function)
                {
                    frame.Bind(parameter, function);
                }
                else
                {
                    frame.Bind(parameter, Bound(parameter, Value(argument.Value, walk), body));
                }
            }
        }

        var value = Called(method, body, frame, walk);
        // What was read of the body is judged there; where nothing came of it, the arguments are judged by themselves.
        if (value is Record)
        {
            walk.Read(invocation.Syntax);
        }
        else
        {
            walk.Forget(mark);
        }

        return Changes.Through(value, invocation.Syntax, method);
    }

    private PartialValue Called(IMethodSymbol method, Body body, Frame frame, Walk walk)
    {
        if (!walk.Begin(method))
        {
            return Unknown.Instance;
        }

        try
        {
            return walk.WithFrame(frame, w => Result(body, w));
        }
        finally
        {
            walk.End();
        }
    }

    /// <summary>What a lambda returns for these arguments.</summary>
    private PartialValue Applied(IAnonymousFunctionOperation function, IReadOnlyList<PartialValue> arguments, Walk walk)
    {
        if (function.Symbol is { IsAsync: true } || !walk.Begin(function.Symbol))
        {
            return Unknown.Instance;
        }

        try
        {
            var frame = new Frame(walk.Frame);
            var body = new Body(function.Body, IsIterator: false);
            for (var i = 0; i < arguments.Count; i++)
            {
                frame.Bind(function.Symbol.Parameters[i], Bound(function.Symbol.Parameters[i], arguments[i], body));
            }

            return walk.WithFrame(frame, w => Result(body, w));
        }
        finally
        {
            walk.End();
        }
    }

    /// <summary>An argument as the body sees it: unknown where the body may change it.</summary>
    private PartialValue Bound(IParameterSymbol parameter, PartialValue argument, Body body)
    {
        var uses = _sources.UsesIn(body, parameter.Name);
        return parameter.RefKind != RefKind.None || uses.AreWrites ? Unknown.Instance
            : CanBeChanged(parameter.Type) && uses.Count > 1 ? OneOf.Map(argument, WithoutItems)
            : argument;
    }

    /// <summary>The lambda that an expression is; null if it is none, or if nobody knows which.</summary>
    private IAnonymousFunctionOperation? Function(IOperation? operation, Walk walk) => operation switch
    {
        IAnonymousFunctionOperation function => function,
        IDelegateCreationOperation creation => Function(creation.Target, walk),
        IConversionOperation { OperatorMethod: null } conversion => Function(conversion.Operand, walk),
        IParenthesizedOperation parenthesized => Function(parenthesized.Operand, walk),
        IParameterReferenceOperation reference => walk.Frame?.FindFunction(reference.Parameter),
        ILocalReferenceOperation { IsDeclaration: false, Type.TypeKind: TypeKind.Delegate } local when _sources.ValuesOf(local.Local, walk.Cancellation) is [var only] => Function(only, walk),
        _ => null,
    };
}
