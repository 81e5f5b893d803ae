using System.Globalization;
using CsCheck;

namespace ConfigSdk.Tests;

/// <summary>What is drawn at random: the same for the same CONFIGSDK_SEED, a number, each draw by itself, so that the first of many are those of few.</summary>
internal static class Draws
{
    /// <summary>Of what all draws depend on beside their place.</summary>
    public static ulong Seed => ulong.Parse(Environment.GetEnvironmentVariable("CONFIGSDK_SEED") ?? "20261124", CultureInfo.InvariantCulture);

    /// <summary>Draws that many.</summary>
    public static IEnumerable<T> Draw<T>(this Gen<T> what, int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return what.Generate(new PCG((uint)i, Seed), null, out _);
        }
    }
}
