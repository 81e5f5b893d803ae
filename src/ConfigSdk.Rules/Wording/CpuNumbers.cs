using System.Globalization;

namespace ConfigSdk.Rules.Wording;

/// <summary>CPUs as messages name them.</summary>
internal static class CpuNumbers
{
    /// <summary>A set in its shortest form, <c>0-1,16</c>; the rest of a long one is left out.</summary>
    public static string Of(IEnumerable<int> cpus)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var cpu in cpus.OrderBy(c => c))
        {
            if (ranges.Count > 0 && ranges[ranges.Count - 1].Last == cpu - 1)
            {
                ranges[ranges.Count - 1] = (ranges[ranges.Count - 1].First, cpu);
            }
            else
            {
                ranges.Add((cpu, cpu));
            }
        }

        return string.Join(",", ranges.Take(8).Select(r => r.First == r.Last ? Text(r.First) : $"{Text(r.First)}-{Text(r.Last)}")) + (ranges.Count > 8 ? ",..." : "");
    }

    private static string Text(int cpu) => cpu.ToString(CultureInfo.InvariantCulture);
}
