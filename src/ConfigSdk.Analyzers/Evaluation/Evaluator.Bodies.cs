using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>Statements of functions. Locals are read where they are used, so their declarations are passed over.</summary>
internal sealed partial class Evaluator
{
    /// <summary>What the statements return; null where the function goes on behind them.</summary>
    private PartialValue? Run(IEnumerable<IOperation> statements, Walk walk)
    {
        foreach (var statement in statements)
        {
            switch (statement)
            {
                case IVariableDeclarationGroupOperation or ILocalFunctionOperation or IEmptyOperation:
                case IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation } }:
                    break;
                case IBlockOperation block:
                    if (Run(block.Operations, walk) is { } returned)
                    {
                        return returned;
                    }

                    break;
                case IConditionalOperation { Type: null } choice:
                    if (Truth(choice.Condition, walk) is not { } holds)
                    {
                        return Unknown.Instance;
                    }

                    if ((holds ? choice.WhenTrue : choice.WhenFalse) is { } branch && Run([branch], walk) is { } value)
                    {
                        return value;
                    }

                    break;
                case IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } result }:
                    return Value(result, walk);
                default:
                    return Unknown.Instance;
            }
        }

        return null;
    }

    /// <summary>What an iterator yields, as far as it is certain.</summary>
    private Sequence Yielded(IBlockOperation body, Walk walk)
    {
        var items = new List<PartialValue>();
        var end = Yield(body.Operations, items, walk);
        return new Sequence(items, isOpen: end == Progress.Lost, new Origin(body.Syntax));
    }

    /// <summary>Adds what the statements yield.</summary>
    private Progress Yield(IEnumerable<IOperation> statements, List<PartialValue> items, Walk walk)
    {
        foreach (var statement in statements)
        {
            var progress = statement switch
            {
                IVariableDeclarationGroupOperation or ILocalFunctionOperation or IEmptyOperation
                    or IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation } } => Progress.GoesOn,
                IReturnOperation { Kind: OperationKind.YieldBreak } => Progress.Ends,
                IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } value } => Add(Item(walk.Item(w => Value(value, w)), null)),
                IBlockOperation block => Yield(block.Operations, items, walk),
                IConditionalOperation { Type: null } choice => Truth(choice.Condition, walk) is { } holds
                    ? (holds ? choice.WhenTrue : choice.WhenFalse) is { } branch ? Yield([branch], items, walk) : Progress.GoesOn
                    : Progress.Lost,
                IForEachLoopOperation { IsAsynchronous: false } loop => YieldEach(loop, items, walk),
                _ => Progress.Lost,
            };
            if (progress != Progress.GoesOn)
            {
                return progress;
            }
        }

        return Progress.GoesOn;

        Progress Add(PartialValue item)
        {
            items.Add(item);
            return Progress.GoesOn;
        }
    }

    private Progress YieldEach(IForEachLoopOperation loop, List<PartialValue> items, Walk walk)
    {
        if (loop.LoopControlVariable is not IVariableDeclaratorOperation { Symbol: var variable } || Value(loop.Collection, walk) is not Sequence { IsOpen: false } rounds)
        {
            return Progress.Lost;
        }

        foreach (var round in rounds.Items)
        {
            if (!walk.Round())
            {
                return Progress.Lost;
            }

            var frame = new Frame(walk.Frame);
            frame.Bind(variable, round);
            var progress = walk.WithFrame(frame, w => Yield([loop.Body], items, w));
            if (progress != Progress.GoesOn)
            {
                return progress;
            }
        }

        return Progress.GoesOn;
    }

    /// <summary>How an iterator goes on behind a statement.</summary>
    private enum Progress
    {
        /// <summary>With the next statement.</summary>
        GoesOn,

        /// <summary>Not at all.</summary>
        Ends,

        /// <summary>Nobody knows; what it yields from here on is not certain.</summary>
        Lost,
    }
}
