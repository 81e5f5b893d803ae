namespace ConfigSdk.Catalog;

/// <summary>Reads numbers as C does: hexadecimal after <c>0x</c>, octal after <c>0</c>, else decimal.</summary>
internal static class NumberText
{
    /// <summary>The number; null if the text is none or does not fit into 32 bits.</summary>
    public static uint? Parse(string text)
    {
        var (start, radix) = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? (2, 16) : text.Length > 1 && text[0] == '0' ? (1, 8) : (0, 10);
        ulong number = 0;
        for (var i = start; i < text.Length; i++)
        {
            var digit = text[i] switch
            {
                >= '0' and <= '9' and var c => c - '0',
                >= 'a' and <= 'f' and var c => c - 'a' + 10,
                >= 'A' and <= 'F' and var c => c - 'A' + 10,
                _ => int.MaxValue,
            };
            if (digit >= radix || (number = (number * (ulong)radix) + (ulong)digit) > uint.MaxValue)
            {
                return null;
            }
        }

        return text.Length > start ? (uint)number : null;
    }
}
