using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>Operators: arithmetic, comparisons, logic, and the choice between expressions.</summary>
internal sealed partial class Evaluator
{
    private PartialValue Chosen(IConditionalOperation conditional, Walk walk) => Truth(conditional.Condition, walk) switch
    {
        true => Value(conditional.WhenTrue, walk),
        false => Value(conditional.WhenFalse, walk),
        null => AnyOf([conditional.WhenTrue, conditional.WhenFalse], conditional.Syntax, walk),
    };

    /// <summary>The value of any of the expressions. What is declared in them is judged by itself, for each may be the one that is not taken.</summary>
    private PartialValue AnyOf(IEnumerable<IOperation?> expressions, SyntaxNode choice, Walk walk)
    {
        var mark = walk.Mark;
        var value = OneOf.Of([.. expressions.Select(e => Value(e, walk))], new Origin(choice));
        walk.Forget(mark);
        return value;
    }

    private PartialValue Coalesced(ICoalesceOperation coalesce, Walk walk)
    {
        var kind = coalesce.ValueConversion;
        return OneOf.Map(Value(coalesce.Value, walk), value => value switch
        {
            Unset => Value(coalesce.WhenNull, walk),
            Unknown => Unknown.Instance,
            _ => kind.IsIdentity || kind.IsNullable || kind.IsReference ? value : Unknown.Instance,
        });
    }

    /// <summary>A condition's value; null if it is not known.</summary>
    private bool? Truth(IOperation? condition, Walk walk) => (Value(condition, walk) as Known)?.Value switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    private static PartialValue Truth(bool? value, IOperation operation) =>
        value is { } known ? new Known(known ? "true" : "false", new Origin(operation.Syntax)) : Unknown.Instance;

    private PartialValue Unary(IUnaryOperation unary, Walk walk)
    {
        if (unary.OperatorMethod is not null || unary.Type is not { } type)
        {
            return Unknown.Instance;
        }

        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Not when type.SpecialType == SpecialType.System_Boolean => Truth(!Truth(unary.Operand, walk), unary),
            UnaryOperatorKind.Plus => Value(unary.Operand, walk),
            UnaryOperatorKind.Minus => OneOf.Map(Value(unary.Operand, walk), v => v is Known number ? Computed(Numbers.Negate(number.Value, ModelTypes.Underlying(type)), unary) : Unknown.Instance),
            _ => Unknown.Instance,
        };
    }

    private PartialValue Binary(IBinaryOperation binary, Walk walk) => binary switch
    {
        { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } => Joined([Text(binary.LeftOperand, walk), Text(binary.RightOperand, walk)], binary.Syntax),
        { OperatorKind: BinaryOperatorKind.Equals } => Truth(Equal(binary, walk), binary),
        { OperatorKind: BinaryOperatorKind.NotEquals } => Truth(!Equal(binary, walk), binary),
        { OperatorMethod: not null } => Unknown.Instance,
        { Type.SpecialType: SpecialType.System_Boolean, LeftOperand.Type.SpecialType: SpecialType.System_Boolean } => Logical(binary, walk),
        _ => Numeric(binary, walk),
    };

    private PartialValue Logical(IBinaryOperation binary, Walk walk)
    {
        // What alone decides it: false of "and", true of "or".
        bool? decides = binary.OperatorKind switch
        {
            BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => false,
            BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => true,
            _ => null,
        };
        if (decides is null)
        {
            return Unknown.Instance;
        }

        var left = Truth(binary.LeftOperand, walk);
        return Truth(left == decides ? decides : Truth(binary.RightOperand, walk) is { } right && (right == decides || left is not null) ? right : null, binary);
    }

    private PartialValue Numeric(IBinaryOperation binary, Walk walk)
    {
        if (binary.LeftOperand.Type is not { } left || binary.Type is not { } result)
        {
            return Unknown.Instance;
        }

        var type = ModelTypes.Underlying(left);
        return OneOf.Combine([Value(binary.LeftOperand, walk), Value(binary.RightOperand, walk)], new Origin(binary.Syntax), sides => sides is [Known { Value: var a }, Known { Value: var b }]
            ? result.SpecialType == SpecialType.System_Boolean
                ? Truth(Numbers.Compare(a, b, type) is { } order ? Numbers.Holds(binary.OperatorKind, order) : null, binary)
                : ModelTypes.Same(type, ModelTypes.Underlying(result)) ? Computed(Numbers.Compute(binary.OperatorKind, a, b, type), binary) : Unknown.Instance
            : Unknown.Instance);
    }

    private static PartialValue Computed(string? text, IOperation operation) => text is null ? Unknown.Instance : new Known(text, new Origin(operation.Syntax));

    /// <summary>Whether both sides are equal; null if that is not known.</summary>
    private bool? Equal(IBinaryOperation binary, Walk walk)
    {
        if (binary.LeftOperand.Type is null && binary.RightOperand.Type is null)
        {
            return null;
        }

        var type = ModelTypes.Underlying(binary.LeftOperand.Type ?? binary.RightOperand.Type!);
        if (binary.OperatorMethod is { } method && !model.Defines(method) && method.ContainingType.SpecialType != SpecialType.System_String)
        {
            return null;
        }

        return Equal(Value(binary.LeftOperand, walk), Value(binary.RightOperand, walk), type);
    }

    private bool? Equal(PartialValue left, PartialValue right, ITypeSymbol type) => (left, right) switch
    {
        (Unknown, _) or (_, Unknown) => null,
        (Unset, Unset) => true,
        (Unset, _) or (_, Unset) => false,
        (Known a, Known b) => type.SpecialType == SpecialType.System_Double ? Numbers.Compare(a.Value, b.Value, type) is { } order ? order == 0 : null
            : IsComparedByText(type) ? string.Equals(a.Value, b.Value, StringComparison.Ordinal)
            : null,
        _ => null,
    };

    private bool IsComparedByText(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum || type.SpecialType is SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Char
        || Scalars.IsIntegral(type) || (type.IsValueType && model.IsOpenValue(type));

    private PartialValue Switched(ISwitchExpressionOperation selection, Walk walk)
    {
        var value = Value(selection.Value, walk);
        var possible = new List<IOperation>();
        foreach (var arm in selection.Arms)
        {
            var matches = Matches(arm.Pattern, value, walk);
            if (matches != false && arm.Guard is not null)
            {
                matches = matches & Truth(arm.Guard, walk);
            }

            if (matches != false)
            {
                possible.Add(arm.Value);
            }

            if (matches == true)
            {
                break;
            }
        }

        // Behind the last arm the program throws.
        return possible is [var only] ? Value(only, walk) : AnyOf(possible, selection.Syntax, walk);
    }

    /// <summary>Whether a value is what the pattern asks for; null if that is not known.</summary>
    private bool? Matches(IPatternOperation pattern, PartialValue value, Walk walk)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true }:
                return true;
            case INegatedPatternOperation negated:
                return !Matches(negated.Pattern, value, walk);
            case IBinaryPatternOperation binary:
                var (left, right) = (Matches(binary.LeftPattern, value, walk), Matches(binary.RightPattern, value, walk));
                return binary.OperatorKind switch
                {
                    BinaryOperatorKind.And => left & right,
                    BinaryOperatorKind.Or => left | right,
                    _ => null,
                };
            case IConstantPatternOperation { Value: var constant }:
                return constant.ConstantValue is { HasValue: true, Value: null } || IsOfType(constant.Type, pattern.InputType)
                    ? Equal(value, Value(constant, walk), ModelTypes.Underlying(pattern.InputType))
                    : null;
            case IRelationalPatternOperation { Value: var bound } relational when IsOfType(bound.Type, pattern.InputType):
                return value is Unset ? false
                    : value is Known { Value: var a } && Value(bound, walk) is Known { Value: var b } && Numbers.Compare(a, b, bound.Type!) is { } order ? Numbers.Holds(relational.OperatorKind, order)
                    : null;
            default:
                return null;
        }
    }

    private static bool IsOfType(ITypeSymbol? type, ITypeSymbol input) => ModelTypes.Same(type, ModelTypes.Underlying(input));

    private PartialValue Accessed(IConditionalAccessOperation access, Walk walk)
    {
        var receiver = Value(access.Operation, walk);
        return OneOf.Map(receiver, r => r is Unset or Unknown ? r : walk.WithReceiver(r, w => Value(access.WhenNotNull, w)));
    }
}
