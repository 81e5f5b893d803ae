using System.Globalization;

namespace ConfigSdk;

/// <summary>
/// A set of host CPUs, by their numbers from 0, as nova writes one: numbers and ranges separated by commas, what stands behind a
/// <c>^</c> is excluded. <c>2-31,^5</c> is 2 to 31 without 5. Of <c>[compute] cpu_dedicated_set</c>, <c>[compute] cpu_shared_set</c>
/// and <c>[DEFAULT] vcpu_pin_set</c>.
/// </summary>
/// <remarks>
/// What is excluded anywhere is excluded from the whole, wherever it stands: <c>2-31,^5,5</c> is without 5. nova refuses any other
/// text, and a set that is empty although its text is not. nova 13.0.0 and later exclude ranges, earlier releases single CPUs.
/// </remarks>
/// <param name="Text">The text; empty for no set at all.</param>
public readonly record struct CpuSet(string? Text) : IOpenValue
{
    /// <summary>These CPUs: <c>0,1,4</c>.</summary>
    /// <param name="cpus">The CPUs' numbers, from 0.</param>
    [Value("{0}")]
    public static CpuSet Of(params int[] cpus) => new(string.Join(",", cpus.Select(Number)));

    /// <summary>The CPUs from one to another: <c>2-31</c>.</summary>
    /// <param name="first">The first CPU's number, from 0.</param>
    /// <param name="last">The last CPU's number; it belongs to the set.</param>
    [Value("{0}-{1}")]
    public static CpuSet Range(int first, int last) => new($"{Number(first)}-{Number(last)}");

    /// <summary>These and others. What either set excludes is excluded from both.</summary>
    /// <param name="others">The others.</param>
    [Value("{0},{1}")]
    public CpuSet And(CpuSet others) => new($"{Text},{others.Text}");

    /// <summary>Without a CPU: <c>2-31,^5</c>.</summary>
    /// <param name="cpu">The CPU's number.</param>
    [Value("{0},^{1}")]
    public CpuSet Except(int cpu) => new($"{Text},^{Number(cpu)}");

    /// <summary>Without the CPUs from one to another: <c>2-31,^8-11</c>. nova takes that from 13.0.0 (Mitaka) on.</summary>
    /// <param name="first">The first CPU that does not belong to the set.</param>
    /// <param name="last">The last CPU that does not.</param>
    [Value("{0},^{1}-{2}")]
    public CpuSet ExceptRange(int first, int last) => new($"{Text},^{Number(first)}-{Number(last)}");

    /// <summary>The set that nova reads from this text.</summary>
    public static implicit operator CpuSet(string text) => new(text);

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";

    private static string Number(int cpu) => cpu.ToString(CultureInfo.InvariantCulture);
}
