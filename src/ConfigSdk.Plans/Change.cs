namespace ConfigSdk.Plans;

/// <summary>One setting that changes.</summary>
/// <param name="Kind">What it is of: <c>option</c>, <c>module</c>, <c>parameter</c>, <c>modprobe</c>, <c>udev</c>, <c>sysctl</c>, <c>argument</c>, <c>file</c>, <c>target</c>, <c>image</c>.</param>
/// <param name="Name">The setting, as its file calls it.</param>
/// <param name="Before">Its value before; null for none.</param>
/// <param name="After">Its value after; null for none.</param>
/// <param name="Takes">What it takes until the change holds.</param>
public sealed record Change(string Kind, string Name, string? Before, string? After, IReadOnlyList<Effect> Takes)
{
    /// <summary>Whether the value before is nova's default.</summary>
    public bool BeforeIsDefault { get; init; }

    /// <summary>Whether the value after is nova's default.</summary>
    public bool AfterIsDefault { get; init; }
}
