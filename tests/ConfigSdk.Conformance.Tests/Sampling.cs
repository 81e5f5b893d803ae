using System.Globalization;
using CsCheck;

namespace ConfigSdk.Conformance.Tests;

/// <summary>How much is drawn at random, and what is needed of a draw.</summary>
internal static class Sampling
{
    /// <summary>How many a variable of the environment asks for, or a few.</summary>
    public static int Count(string variable, int few) => int.Parse(Environment.GetEnvironmentVariable(variable) ?? few.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>One of several, each as often as every other.</summary>
    public static Gen<T> AnyOf<T>(IReadOnlyList<T> all) => Gen.Int[0, all.Count - 1].Select(i => all[i]);

    /// <summary>The parts without which there is no difference: each one that is not needed is left out, until none is left that is not.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="difference">What differs with some of them; null if nothing does.</param>
    public static async Task<IReadOnlyList<T>> Reduced<T>(IReadOnlyList<T> parts, Func<IReadOnlyList<T>, Task<string?>> difference)
    {
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            T[] fewer = [.. parts.Take(i), .. parts.Skip(i + 1)];
            if (await difference(fewer) is not null)
            {
                // What was needed with it may not be without it.
                (parts, i) = (fewer, fewer.Length);
            }
        }

        return parts;
    }
}
