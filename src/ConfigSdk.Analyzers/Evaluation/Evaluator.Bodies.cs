using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>Statements of functions. Locals are read where they are used, so their declarations are passed over.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Adds what the statements may return. Returns whether the function may go on behind them.</summary>
    private bool Run(IEnumerable<IOperation> statements, List<PartialValue> results, Walk walk) => statements.All(s => Run(s, results, walk));

    private bool Run(IOperation? statement, List<PartialValue> results, Walk walk)
    {
        switch (statement)
        {
            case null or IVariableDeclarationGroupOperation or ILocalFunctionOperation or IEmptyOperation:
            case IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation } }:
                return true;
            case IBlockOperation block:
                return Run(block.Operations, results, walk);
            case IConditionalOperation { Type: null } choice:
                var holds = Truth(choice.Condition, walk);
                return (holds != false && Run(choice.WhenTrue, results, walk)) | (holds != true && Run(choice.WhenFalse, results, walk));
            case IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation }:
                return false;
            case IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } result }:
                results.Add(Value(result, walk));
                return false;
            default:
                results.Add(Unknown.Instance);
                return false;
        }
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
