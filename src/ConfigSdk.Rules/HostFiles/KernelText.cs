using System.Globalization;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>How the kernel reads the values of parameters.</summary>
internal static class KernelText
{
    private static readonly Version s_takesTrue = new(5, 11);
    private static readonly Version s_takesEnable = new(6, 2);

    /// <summary>What a switch is set to; null for what not every kernel reads as one.</summary>
    public static bool? Switch(string text) => text.Length == 0 ? null : text[0] switch
    {
        'y' or 'Y' or '1' => true,
        'n' or 'N' or '0' => false,
        'o' or 'O' when text.Length > 1 => text[1] switch { 'n' or 'N' => true, 'f' or 'F' => false, _ => null },
        _ => null,
    };

    /// <summary>What the type wants that the text is not; null if the text may do.</summary>
    /// <param name="type">The type as modinfo prints it.</param>
    /// <param name="text">The value.</param>
    /// <param name="kernel">The version of the kernel's package.</param>
    public static string? Unmet(string type, string text, string kernel) => type switch
    {
        "bool" or "bint" => Switch(text) is not null || IsNewSwitch(text, kernel) ? null : "a switch: 1 or 0",
        "byte" => Number(text, byte.MinValue, byte.MaxValue),
        "short" => Number(text, short.MinValue, short.MaxValue),
        "ushort" => Number(text, ushort.MinValue, ushort.MaxValue),
        "int" => Number(text, int.MinValue, int.MaxValue),
        "uint" => Number(text, uint.MinValue, uint.MaxValue),
        "long" => Number(text, long.MinValue, long.MaxValue),
        "ulong" => Number(text, ulong.MinValue, ulong.MaxValue),
        "charp" => text.Length > 1024 ? "a text of at most 1024 characters" : null,
        // The only one among the bundled facts, vfio_pci's ids, has room for so much.
        "string" => text.Length > 1023 ? "a text of at most 1023 characters" : null,
        _ => null,
    };

    /// <summary>The number; null if the kernel reads none: decimal, hexadecimal after <c>0x</c>, octal after <c>0</c>.</summary>
    public static decimal? Number(string text)
    {
        var start = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var digits = text.Substring(start);
        var radix = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && digits.Length > 2 ? 16 : digits.Length > 1 && digits[0] == '0' ? 8 : 10;
        decimal number = 0;
        foreach (var c in radix == 16 ? digits.Substring(2) : digits)
        {
            var digit = c is >= '0' and <= '9' ? c - '0' : c is >= 'a' and <= 'f' ? c - 'a' + 10 : c is >= 'A' and <= 'F' ? c - 'A' + 10 : int.MaxValue;
            if (digit >= radix || number > ulong.MaxValue)
            {
                return null;
            }

            number = (number * radix) + digit;
        }

        return digits.Length == 0 ? null : text[0] == '-' ? -number : number;
    }

    // A minus is no sign to the kernel where the type has none, not even before 0.
    private static string? Number(string text, decimal least, decimal most) =>
        Number(text) is { } number && number >= least && number <= most && (least < 0 || text[0] != '-') ? null
            : string.Format(CultureInfo.InvariantCulture, "a number from {0} to {1}", least, most);

    // Kernels of 2022 and later also take words that begin with t and f, those of 2024 and later with e and d; which one was the first is not certain.
    private static bool IsNewSwitch(string text, string kernel) =>
        Version.TryParse(string.Join(".", kernel.Split('.', '-').Take(2)), out var version) && text.Length > 0 && text[0] switch
        {
            't' or 'T' or 'f' or 'F' => version >= s_takesTrue,
            'e' or 'E' or 'd' or 'D' => version >= s_takesEnable,
            _ => false,
        };
}
