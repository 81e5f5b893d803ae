using System.Globalization;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>The texts of scalars.</summary>
internal static class Scalars
{
    private const long LargestExactInDouble = 1L << 53;

    /// <summary>A constant of a type.</summary>
    public static PartialValue Constant(object? value, ITypeSymbol? type, ModelTypes model, Origin origin)
    {
        var text = value switch
        {
            null => null,
            _ when type?.TypeKind == TypeKind.Enum => model.Defines(type) ? model.EnumText(type, value) : ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
            string s => s,
            char c => c.ToString(),
            bool b => b ? "true" : "false",
            double d => Text(d),
            sbyte or byte or short or ushort or int or uint or long or ulong => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
        return value is null ? Unset.Instance : text is null ? Unknown.Instance : new Known(text, origin);
    }

    /// <summary>A number after a conversion between numeric types.</summary>
    public static PartialValue Converted(PartialValue value, IOperation operand, ITypeSymbol from, ITypeSymbol to)
    {
        if (value is Known number && IsIntegral(from) && IsIntegral(to))
        {
            return Numbers.Integer(number.Value, to) is null ? Unknown.Instance : number;
        }

        if (to.SpecialType != SpecialType.System_Double)
        {
            return Unknown.Instance;
        }

        return operand.ConstantValue is { HasValue: true, Value: float f } ? new Known(Text(f), new Origin(operand.Syntax))
            : value is Known { Value: var text } && IsIntegral(from)
                && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
                && integer is >= -LargestExactInDouble and <= LargestExactInDouble ? new Known(Text(integer), value.Origin)
            : Unknown.Instance;
    }

    /// <summary>A switch as the kernel says it.</summary>
    public static PartialValue ToKernel(PartialValue value) => OneOf.Map(value, v => v switch
    {
        Known { Value: "true" } => new Known("1", v.Origin),
        Known { Value: "false" } => new Known("0", v.Origin),
        Known => Unknown.Instance,
        _ => v,
    });

    /// <summary>The kernel's word as C#'s.</summary>
    public static PartialValue FromKernel(PartialValue value) => OneOf.Map(value, v => v is Known known ? new Known(known.Value == "1" ? "true" : "false", v.Origin) : v);

    /// <summary>A number's text, of which the program reads the same number.</summary>
    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>An integer's text.</summary>
    public static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static bool IsIntegral(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;
}
