using System.Collections.Concurrent;
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
    // No configuration has longer ones; without a bound, what doubles at each step would grow for ever.
    private const int MaxText = 100_000;
    private const int MaxItems = 10_000;

    private readonly ConcurrentDictionary<ISymbol, PartialValue> _members = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, PartialValue> _returned = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(SyntaxNode Syntax, ISymbol? Initializes), (PartialValue Value, HashSet<SyntaxNode> Parts)> _declarations = new();
    private readonly Sources _sources = new(compilation);

    /// <summary>The value of a declaration, and the declarations inside it that were read into the value.</summary>
    /// <param name="operation">The declaration.</param>
    /// <param name="initializes">The member in whose initializer it stands; null if it stands in none.</param>
    /// <param name="cancellation">Ends the evaluation.</param>
    public (PartialValue Value, HashSet<SyntaxNode> Parts) Read(IOperation operation, ISymbol? initializes, CancellationToken cancellation)
    {
        // What has been made before a static member is, is another matter for each of them.
        return _declarations.GetOrAdd((operation.Syntax, initializes is { IsStatic: true } && Sources.IsStored(initializes) ? initializes : null), key =>
        {
            var walk = new Walk(key.Initializes, cancellation);
            return (Value(operation, walk), [.. walk.Declarations]);
        });
    }

    /// <summary>The operation of an expression; null if it is none of this compilation's.</summary>
    public IOperation? Operation(SyntaxNode expression, CancellationToken cancellation)
    {
        // Not every part of a collection expression can be asked for by itself.
        for (var syntax = expression; syntax is not null; syntax = syntax.Parent)
        {
            if (_sources.Operation(syntax, cancellation) is { } operation)
            {
                return operation.DescendantsAndSelf().FirstOrDefault(o => o.Syntax == expression && o is not IConversionOperation);
            }
        }

        return null;
    }

    /// <summary>The value of a member or local.</summary>
    public PartialValue Evaluate(ISymbol symbol, CancellationToken cancellation) => Member(symbol, new Walk(null, cancellation));

    /// <summary>What a fleet's property returns.</summary>
    public PartialValue Returned(IPropertySymbol property, PropertyDeclarationSyntax syntax, CancellationToken cancellation) =>
        _returned.GetOrAdd(property, p =>
        {
            var walk = new Walk(null, cancellation) { EachItemAlone = true };
            return _sources.Initializer(syntax, cancellation) is { } value ? Value(value, walk)
                : _sources.DeclaredBody(p, cancellation) is { } body ? Result(body, walk)
                : Unknown.Instance;
        });

    /// <summary>The value of an expression.</summary>
    public PartialValue Value(IOperation? operation, Walk walk)
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
        IConditionalOperation conditional => Chosen(conditional, walk),
        ICoalesceOperation coalesce => Coalesced(coalesce, walk),
        ISwitchExpressionOperation selection => Switched(selection, walk),
        IIsPatternOperation test => Truth(Matches(test.Pattern, Value(test.Value, walk), walk), test),
        IUnaryOperation unary => Unary(unary, walk),
        IBinaryOperation binary => Binary(binary, walk),
        IConditionalAccessOperation access => Accessed(access, walk),
        IConditionalAccessInstanceOperation => walk.Receiver ?? Unknown.Instance,
        IThrowOperation => OneOf.None,
        ITranslatedQueryOperation query => Value(query.Operation, walk),
        IParameterReferenceOperation parameter => walk.Frame?.Find(parameter.Parameter) ?? Unknown.Instance,
        IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } empty => new Known("", new Origin(empty.Syntax)),
        IFieldReferenceOperation field => MemberOf(field, field.Instance, walk),
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => PropertyOf(property, walk),
        IPropertyReferenceOperation { Instance: { Type: { } type } list, Arguments: [{ Value: { Type.SpecialType: SpecialType.System_Int32 } place }] } when IsCollection(type) => ItemAt(Value(list, walk), Value(place, walk)),
        IArrayElementReferenceOperation { Indices: [{ Type.SpecialType: SpecialType.System_Int32 } place] } element => ItemAt(Value(element.ArrayReference, walk), Value(place, walk)),
        ILocalReferenceOperation { IsDeclaration: false } local => Referenced(local.Local, local.Syntax, walk),
        IArrayCreationOperation array => Array(array, walk),
        IInterpolatedStringOperation interpolated => Interpolated(interpolated, walk),
        { IsImplicit: true, Parent: IArgumentOperation { ArgumentKind: ParamCollection } } => Gathered(operation, walk),
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
                ? OneOf.Map(Value(conversion.Operand, walk), v => v is Known name ? Item(name, to) : Unknown.Instance)
                : Unknown.Instance;
        }

        var kind = conversion.GetConversion();
        var (from, target) = (ModelTypes.Underlying(conversion.Operand.Type ?? to), ModelTypes.Underlying(to));
        return OneOf.Map(Value(conversion.Operand, walk), value => kind.IsEnumeration ? Unknown.Instance
            : value is Unset or Sequence or Record || kind.IsReference || kind.IsBoxing || kind.IsUnboxing || ModelTypes.Same(from, target) ? value
            : kind.IsNumeric || kind.IsNullable ? Scalars.Converted(value, conversion.Operand, from, target)
            : Unknown.Instance);
    }
}
