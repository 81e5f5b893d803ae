using System.Globalization;
using System.Numerics;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>Arithmetic on the texts of numbers, as the program does it. What would overflow or divide by zero has no text.</summary>
internal static class Numbers
{
    /// <summary>The result's text; null if it is not known.</summary>
    public static string? Compute(BinaryOperatorKind kind, string left, string right, ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Double
            ? Double(left) is { } a && Double(right) is { } b && Compute(kind, a, b) is { } result ? Scalars.Text(result) : null
            : Integer(left, type) is { } x && Integer(right, type) is { } y && Compute(kind, x, y) is { } whole ? Text(whole, type) : null;

    /// <summary>How the numbers compare: less than 0, 0 or more than 0; null if that is not known.</summary>
    public static int? Compare(string left, string right, ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Double
            ? Double(left) is { } a && Double(right) is { } b && !double.IsNaN(a) && !double.IsNaN(b) ? a.CompareTo(b) : null
            : Integer(left, type) is { } x && Integer(right, type) is { } y ? x.CompareTo(y) : null;

    /// <summary>What a comparison's operator makes of the order; null for other operators.</summary>
    public static bool? Holds(BinaryOperatorKind kind, int order) => kind switch
    {
        BinaryOperatorKind.LessThan => order < 0,
        BinaryOperatorKind.LessThanOrEqual => order <= 0,
        BinaryOperatorKind.GreaterThan => order > 0,
        BinaryOperatorKind.GreaterThanOrEqual => order >= 0,
        _ => null,
    };

    /// <summary>The negative of a number; null if it is not known.</summary>
    public static string? Negate(string text, ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Double ? Double(text) is { } number ? Scalars.Text(-number) : null
            : Integer(text, type) is { } integer ? Text(-integer, type) : null;

    /// <summary>The integer of a text that is one of the type's; null if it is not.</summary>
    public static BigInteger? Integer(string text, ITypeSymbol type) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) && Fits(integer, type) ? integer : null;

    /// <summary>The item's place in a list; null if it is not known.</summary>
    public static int? Index(PartialValue value) =>
        value is Known { Value: var text } && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static string? Text(BigInteger integer, ITypeSymbol type) => Fits(integer, type) ? integer.ToString(CultureInfo.InvariantCulture) : null;

    private static bool Fits(BigInteger integer, ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_SByte => integer >= sbyte.MinValue && integer <= sbyte.MaxValue,
        SpecialType.System_Byte => integer >= byte.MinValue && integer <= byte.MaxValue,
        SpecialType.System_Int16 => integer >= short.MinValue && integer <= short.MaxValue,
        SpecialType.System_UInt16 => integer >= ushort.MinValue && integer <= ushort.MaxValue,
        SpecialType.System_Int32 => integer >= int.MinValue && integer <= int.MaxValue,
        SpecialType.System_UInt32 => integer >= uint.MinValue && integer <= uint.MaxValue,
        SpecialType.System_Int64 => integer >= long.MinValue && integer <= long.MaxValue,
        SpecialType.System_UInt64 => integer >= ulong.MinValue && integer <= ulong.MaxValue,
        _ => false,
    };

    private static BigInteger? Compute(BinaryOperatorKind kind, BigInteger left, BigInteger right) => kind switch
    {
        BinaryOperatorKind.Add => left + right,
        BinaryOperatorKind.Subtract => left - right,
        BinaryOperatorKind.Multiply => left * right,
        BinaryOperatorKind.Divide => right.IsZero ? null : BigInteger.Divide(left, right),
        BinaryOperatorKind.Remainder => right.IsZero ? null : BigInteger.Remainder(left, right),
        _ => null,
    };

    private static double? Compute(BinaryOperatorKind kind, double left, double right) => kind switch
    {
        BinaryOperatorKind.Add => left + right,
        BinaryOperatorKind.Subtract => left - right,
        BinaryOperatorKind.Multiply => left * right,
        BinaryOperatorKind.Divide => left / right,
        _ => null,
    };

    private static double? Double(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
