using System.Globalization;

namespace ConfigSdk.Hosting;

/// <summary>The time that a reproducible build goes by.</summary>
internal static class SourceDate
{
    public const string Variable = "SOURCE_DATE_EPOCH";

    // Eleven octal digits, as a tar archive has for a time.
    private const long Latest = 0x1_FFFF_FFFF;

    /// <summary>Reads the variable: seconds since 1970; without it, none.</summary>
    public static bool TryRead(string? text, out DateTimeOffset time)
    {
        time = DateTimeOffset.UnixEpoch;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > Latest)
        {
            return false;
        }

        time = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return true;
    }
}
