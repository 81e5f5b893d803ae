using System.Collections.Concurrent;
using System.Globalization;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>
/// Reads declarations from their source, as far as it is certain: a value that is known here is the value that the program has.
/// What is not understood is unknown. One for a compilation; it remembers the values of members.
/// </summary>
internal sealed partial class Evaluator(Compilation compilation, ModelTypes model)
{
    private readonly ConcurrentDictionary<ISymbol, PartialValue> _members = new(SymbolEqualityComparer.Default);
    private readonly Sources _sources = new(compilation);

    /// <summary>The value of an expression.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="initializes">The member in whose initializer it stands; null if it stands in none.</param>
    /// <param name="cancellation">Ends the evaluation.</param>
    public PartialValue Evaluate(IOperation operation, ISymbol? initializes, CancellationToken cancellation) =>
        Value(operation, new Walk(initializes, cancellation));

    /// <summary>The value of a member or local.</summary>
    public PartialValue Evaluate(ISymbol symbol, CancellationToken cancellation) => Member(symbol, new Walk(null, cancellation));

    /// <summary>What a fleet's property returns.</summary>
    public PartialValue Returned(IPropertySymbol property, PropertyDeclarationSyntax syntax, CancellationToken cancellation) =>
        _sources.Getter(property, syntax, cancellation) is { } value ? Value(value, new Walk(null, cancellation) { EachItemAlone = true }) : Unknown.Instance;

    private PartialValue Value(IOperation? operation, Walk walk)
    {
        var mayGoOn = walk.Enter();
        try
        {
            return operation is null || !mayGoOn ? Unknown.Instance
                : operation.ConstantValue is { HasValue: true } constant ? Scalars.Constant(constant.Value, operation.Type, model, new Origin(operation.Syntax))
                : operation.Syntax is CollectionExpressionSyntax && operation is not IConversionOperation ? Collection(operation, null, walk)
                : Computed(operation, walk);
        }
        finally
        {
            walk.Leave();
        }
    }

    private PartialValue Computed(IOperation operation, Walk walk) => operation switch
    {
        IParenthesizedOperation parenthesized => Value(parenthesized.Operand, walk),
        IConversionOperation conversion => Converted(conversion, walk),
        IDefaultValueOperation { Type: { } type } => type.IsReferenceType || !SymbolEqualityComparer.Default.Equals(ModelTypes.Underlying(type), type) ? Unset.Instance : Unknown.Instance,
        IObjectCreationOperation creation => Created(creation, walk),
        IWithOperation with => Copied(with, walk),
        IInvocationOperation invocation => Called(invocation, walk),
        IFieldReferenceOperation field => MemberOf(field, field.Instance, walk),
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => PropertyOf(property, walk),
        ILocalReferenceOperation { IsDeclaration: false } local => Referenced(local.Local, local.Syntax, walk),
        IArrayCreationOperation array => Array(array, walk),
        IInterpolatedStringOperation interpolated => Interpolated(interpolated, walk),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => Joined([Text(sum.LeftOperand, walk), Text(sum.RightOperand, walk)], sum.Syntax),
        _ => Unknown.Instance,
    };

    private PartialValue Converted(IConversionOperation conversion, Walk walk)
    {
        if (conversion.Type is not { } to || conversion.IsTryCast)
        {
            return Unknown.Instance;
        }

        if (conversion.Operand.Syntax is CollectionExpressionSyntax && conversion.Operand is not IConversionOperation)
        {
            return Collection(conversion.Operand, ItemType(to), walk);
        }

        if (conversion.OperatorMethod is { } method)
        {
            return model.Defines(method) && method.Parameters is [{ Type.SpecialType: SpecialType.System_String }]
                && Value(conversion.Operand, walk) is Known name ? Item(name, to) : Unknown.Instance;
        }

        var value = Value(conversion.Operand, walk);
        var kind = conversion.GetConversion();
        var (from, target) = (ModelTypes.Underlying(conversion.Operand.Type ?? to), ModelTypes.Underlying(to));
        return kind.IsEnumeration ? Unknown.Instance
            : value is Unset or Sequence or Record || kind.IsReference || kind.IsBoxing || kind.IsUnboxing || ModelTypes.Same(from, target) ? value
            : kind.IsImplicit ? Scalars.Widen(value, conversion.Operand, from, target)
            : Unknown.Instance;
    }

    private PartialValue Interpolated(IInterpolatedStringOperation interpolated, Walk walk) => Joined(
        interpolated.Parts.Select(part => part switch
        {
            IInterpolatedStringTextOperation text => text.Text.ConstantValue.Value as string,
            IInterpolationOperation { Alignment: null, FormatString: null } hole => Text(hole.Expression, walk),
            _ => null,
        }),
        interpolated.Syntax);

    /// <summary>The text of a string; null if it is not known.</summary>
    private string? Text(IOperation operation, Walk walk) =>
        operation.Type?.SpecialType != SpecialType.System_String ? null : Value(operation, walk) switch
        {
            Known known => known.Value,
            Unset => "",
            _ => null,
        };

    private static PartialValue Joined(IEnumerable<string?> parts, SyntaxNode syntax)
    {
        var texts = parts.ToArray();
        return texts.Contains(null) ? Unknown.Instance : new Known(string.Concat(texts), new Origin(syntax));
    }

    /// <summary>A factory's text, of the format that the model gives for it.</summary>
    private PartialValue Formatted(string format, IInvocationOperation invocation, Walk walk)
    {
        var arguments = invocation.Arguments.OrderBy(a => a.Parameter?.Ordinal).Select(a => a.Value);
        var texts = (invocation.Instance is { } instance ? arguments.Prepend(instance) : arguments)
            .Select(a => ArgumentText(Value(a, walk))).ToArray();
        return texts.Contains(null)
            ? Unknown.Instance
            : new Known(string.Format(CultureInfo.InvariantCulture, format, texts), new Origin(invocation.Syntax));
    }

    private static string? ArgumentText(PartialValue argument) =>
        argument is Sequence { IsOpen: false } list && list.Items.All(i => i is Known) ? string.Join(",", list.Items.Select(i => i.Text)) : argument.Text;
}
