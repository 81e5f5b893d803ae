using System.Globalization;
using System.Text.RegularExpressions;

namespace ConfigSdk.Rules.Images;

/// <summary>The numbered properties of one kind, such as hw_numa_cpus.0: nova counts from 0 and stops at the first number that is missing.</summary>
internal sealed class NumaProperties
{
    private static readonly Regex s_name = new(@"\A(hw_numa_cpus|hw_numa_mem)\.(0|[1-9][0-9]{0,2})\z", RegexOptions.CultureInvariant);

    private NumaProperties(string kind, ImageFacts image)
    {
        var numbered = image.Extra
            .Select(e => (Match: s_name.Match(e.Name.Text ?? ""), e.Name, e.Value))
            .Where(e => e.Match.Success && e.Match.Groups[1].Value == kind)
            .Select(e => (Number: int.Parse(e.Match.Groups[2].Value, CultureInfo.InvariantCulture), e.Name, e.Value))
            .GroupBy(e => e.Number).OrderBy(g => g.Key).Select(g => g.Last()).ToArray();
        var count = numbered.TakeWhile((e, i) => e.Number == i).Count();
        Read = [.. numbered.Take(count).Select(e => (e.Name, e.Value))];
        Skipped = image.HasUnknownProperties ? [] : [.. numbered.Skip(count).Select(e => e.Name)];
        Count = image.HasUnknownProperties ? null : count;
        FirstMissing = $"{kind}.{count}";
    }

    /// <summary>The properties that nova certainly reads, in order.</summary>
    public IReadOnlyList<(PartialValue Name, PartialValue Value)> Read { get; }

    /// <summary>The names of those that it certainly does not, because a number before them is missing.</summary>
    public IReadOnlyList<PartialValue> Skipped { get; }

    /// <summary>How many nova reads; null if that is not known.</summary>
    public int? Count { get; }

    /// <summary>The name at which nova stops.</summary>
    public string FirstMissing { get; }

    /// <summary>The CPUs of the guest's NUMA nodes.</summary>
    public static NumaProperties Cpus(ImageFacts image) => new("hw_numa_cpus", image);

    /// <summary>The memory of the guest's NUMA nodes.</summary>
    public static NumaProperties Memory(ImageFacts image) => new("hw_numa_mem", image);

    /// <summary>Whether the name is a property of this kind.</summary>
    public static bool IsName(string name) => s_name.IsMatch(name);
}
