using System.Globalization;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>Texts that are put together. The build runs declarations with the invariant culture, so what a number looks like is known.</summary>
internal sealed partial class Evaluator
{
    private PartialValue Interpolated(IInterpolatedStringOperation interpolated, Walk walk) => Joined(
        interpolated.Parts.Select(part => part switch
        {
            IInterpolatedStringTextOperation text => Value(text.Text, walk),
            IInterpolationOperation hole => Hole(hole, walk),
            _ => Unknown.Instance,
        }),
        interpolated.Syntax);

    private PartialValue Hole(IInterpolationOperation hole, Walk walk)
    {
        var text = hole.FormatString is null ? Text(hole.Expression, walk)
            : OneOf.Map(Value(hole.Expression, walk), v =>
                v is Known number && hole.FormatString.ConstantValue.Value is string format ? Computed(Formatted(number.Value, hole.Expression.Type, format), hole) : Unknown.Instance);
        return hole.Alignment is null ? text
            : Numbers.Index(Value(hole.Alignment, walk)) is not { } width || Math.Abs((long)width) > 1_000 ? Unknown.Instance
            : OneOf.Map(text, t => Computed(width < 0 ? t.Text?.PadRight(-width) : t.Text?.PadLeft(width), hole));
    }

    /// <summary>An integer in a format of its own. Digits of negative numbers depend on the type's width.</summary>
    private static string? Formatted(string number, ITypeSymbol? type, string format)
    {
        if (type is null || format.Length > 20 || Numbers.Integer(number, ModelTypes.Underlying(type)) is not { Sign: >= 0 } integer || integer > long.MaxValue)
        {
            return null;
        }

        try
        {
            return ((long)integer).ToString(format, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            // The program throws it too.
            return null;
        }
    }

    /// <summary>What a value looks like as part of a text.</summary>
    private PartialValue Text(IOperation operation, Walk walk)
    {
        // What is put into a text is first made an object, which does not change what it looks like.
        var value = operation is IConversionOperation { OperatorMethod: null, IsImplicit: true, Type.SpecialType: SpecialType.System_Object } boxed ? boxed.Operand : operation;
        if (value.Type is null)
        {
            return Computed(value.ConstantValue is { HasValue: true, Value: null } ? "" : null, value);
        }

        var type = ModelTypes.Underlying(value.Type);
        return OneOf.Map(Value(value, walk), v => Computed(v switch
        {
            Unset => "",
            Known { Value: var text } when type.SpecialType is SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Double
                || Scalars.IsIntegral(type) || (type.IsValueType && model.IsOpenValue(type)) => text,
            Known { Value: var text } when type.SpecialType == SpecialType.System_Boolean => text == "true" ? bool.TrueString : bool.FalseString,
            _ => null,
        }, value));
    }

    private static PartialValue Joined(IEnumerable<PartialValue> parts, SyntaxNode syntax)
    {
        var origin = new Origin(syntax);
        return OneOf.Combine([.. parts], origin, all =>
        {
            var texts = all.Select(p => p.Text).ToArray();
            return texts.Contains(null) || texts.Sum(t => (long)t!.Length) > MaxText ? Unknown.Instance : new Known(string.Concat(texts), origin);
        });
    }

    /// <summary>A factory's text, of the format that the model gives for it.</summary>
    private PartialValue Formatted(string format, IInvocationOperation invocation, Walk walk)
    {
        var arguments = invocation.Arguments.OrderBy(a => a.Parameter?.Ordinal).Select(a => a.Value);
        var origin = new Origin(invocation.Syntax);
        return OneOf.Combine([.. (invocation.Instance is { } instance ? arguments.Prepend(instance) : arguments).Select(a => Value(a, walk))], origin, values =>
        {
            var texts = values.Select(ArgumentText).ToArray();
            return texts.Contains(null) ? Unknown.Instance : new Known(string.Format(CultureInfo.InvariantCulture, format, texts), origin);
        });
    }

    private static string? ArgumentText(PartialValue argument) =>
        argument is Sequence { IsOpen: false } list && list.Items.All(i => i is Known) ? string.Join(",", list.Items.Select(i => i.Text)) : argument.Text;

    /// <summary>What a method of the framework makes of texts and numbers: those whose result is the same everywhere.</summary>
    private PartialValue OfFramework(IInvocationOperation invocation, Walk walk)
    {
        var method = invocation.TargetMethod;
        var arguments = invocation.Arguments.OrderBy(a => a.Parameter?.Ordinal).Select(a => a.Value).ToArray();
        if (method.Name == "ToString" && invocation.Instance is { Type: { } type } printed)
        {
            return arguments.Length == 0 ? Joined([Value(printed, walk) is Known ? Text(printed, walk) : Unknown.Instance], invocation.Syntax)
                : arguments.Length == 1 && Value(printed, walk) is Known number && Value(arguments[0], walk) is Known format ? Computed(Formatted(number.Value, type, format.Value), invocation)
                : Unknown.Instance;
        }

        if (method.ContainingType.SpecialType != SpecialType.System_String)
        {
            return method is { Name: "Min" or "Max", ContainingType: { Name: "Math", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } && arguments.Length == 2
                ? Extreme(method, Value(arguments[0], walk), Value(arguments[1], walk))
                : Unknown.Instance;
        }

        if (method.IsStatic)
        {
            return (method.Name, arguments.Length) switch
            {
                ("Concat", > 1) => Joined(arguments.Select(a => Text(a, walk)), invocation.Syntax),
                ("Concat", 1) => Joined(Texts(arguments[0], walk), invocation.Syntax),
                ("Join", 2) when Text(arguments[0], walk) is var separator =>
                    Joined(Texts(arguments[1], walk).SelectMany((t, i) => i == 0 ? [t] : new[] { separator, t }), invocation.Syntax),
                ("IsNullOrEmpty", 1) => Truth(Text(arguments[0], walk).Text is { } text ? text.Length == 0 : null, invocation),
                ("IsNullOrWhiteSpace", 1) => Truth(Text(arguments[0], walk).Text is { } text ? string.IsNullOrWhiteSpace(text) : null, invocation),
                _ => Unknown.Instance,
            };
        }

        return Value(invocation.Instance, walk) is Known { Value: var self } ? OfText(self, invocation, arguments, walk) : Unknown.Instance;
    }

    private PartialValue OfText(string self, IInvocationOperation invocation, IOperation[] arguments, Walk walk)
    {
        var values = arguments.Select(a => Value(a, walk)).ToArray();
        if (values.Any(v => v is not Known))
        {
            return Unknown.Instance;
        }

        var texts = values.Select(v => v.Text!).ToArray();
        var areTexts = arguments.All(a => a.Type?.SpecialType is SpecialType.System_String or SpecialType.System_Char);
        var areNumbers = arguments.All(a => a.Type?.SpecialType == SpecialType.System_Int32);
        return (invocation.TargetMethod.Name, texts.Length) switch
        {
            ("Trim", 0) => Computed(self.Trim(), invocation),
            ("ToUpperInvariant" or "ToUpper", 0) when IsAscii(self) => Computed(self.ToUpperInvariant(), invocation),
            ("ToLowerInvariant" or "ToLower", 0) when IsAscii(self) => Computed(self.ToLowerInvariant(), invocation),
            ("Replace", 2) when areTexts && texts[0].Length > 0 && (long)self.Length * texts[1].Length <= MaxText => Joined([new Known(self.Replace(texts[0], texts[1]), null)], invocation.Syntax),
            ("Contains", 1) when areTexts => Truth(self.IndexOf(texts[0], StringComparison.Ordinal) >= 0, invocation),
            ("Substring", 1) when areNumbers && Numbers.Index(values[0]) is { } start && start >= 0 && start <= self.Length => Computed(self.Substring(start), invocation),
            ("Substring", 2) when areNumbers && Numbers.Index(values[0]) is { } start && Numbers.Index(values[1]) is { } length
                && start >= 0 && length >= 0 && start <= self.Length - length => Computed(self.Substring(start, length), invocation),
            ("Equals", 1) when areTexts && arguments[0].Type?.SpecialType == SpecialType.System_String => Truth(self == texts[0], invocation),
            _ => Unknown.Instance,
        };
    }

    private IEnumerable<PartialValue> Texts(IOperation list, Walk walk) =>
        Value(list, walk) is Sequence { IsOpen: false } sequence && ItemType(list.Type!)?.SpecialType == SpecialType.System_String
            ? sequence.Items
            : [Unknown.Instance];

    private static PartialValue Extreme(IMethodSymbol method, PartialValue left, PartialValue right) =>
        left is Known a && right is Known b && Numbers.Compare(a.Value, b.Value, method.ReturnType) is { } order && (order != 0 || a.Value == b.Value)
            ? order < 0 == (method.Name == "Min") ? left : right
            : Unknown.Instance;

    private static bool IsAscii(string text) => text.All(c => c < 128);
}
