namespace ConfigSdk.Rules;

/// <summary>
/// What findings tell code fixes, besides <see cref="Finding.Replacement"/>. Where a finding has several keys, they are fixes to choose from.
/// Rules write them through the methods of <see cref="Finding"/>.
/// </summary>
public static class FixKeys
{
    /// <summary>The C# property whose assignment can be removed, such as <c>CpuMode</c>, from the object initializer that holds the value at which the finding is.</summary>
    public const string RemoveSetting = nameof(RemoveSetting);

    /// <summary>The C# property that can be set in that initializer, or added to it, such as <c>CpuModels</c>.</summary>
    public const string SetSetting = nameof(SetSetting);

    /// <summary>The option that can be set beside the finding's, below <c>Nova</c>, whatever its group, such as <c>Default.RamAllocationRatio</c>.</summary>
    public const string SetOption = nameof(SetOption);

    /// <summary>The C# expression that <see cref="SetSetting"/> or <see cref="SetOption"/> can be set to, such as <c>CpuMode.Custom</c>.</summary>
    public const string SetValue = nameof(SetValue);

    /// <summary>Present where the list's item at which the finding is can be removed; its value says nothing.</summary>
    public const string RemoveItem = nameof(RemoveItem);

    /// <summary>The C# expression of an item that can be added to the end of the list at which the finding is.</summary>
    public const string AddItem = nameof(AddItem);

    /// <summary>The order in which the items of the list at which the finding is should stand: their places now, counted from 0, separated by commas.</summary>
    public const string Order = nameof(Order);

    /// <summary>
    /// Written by the analyzer, not by rules: present where the diagnostic is shown elsewhere than at the value at which the finding is, such as at
    /// the node that the value came to. The value's place is then the first of the other places.
    /// </summary>
    public const string ShownElsewhere = nameof(ShownElsewhere);
}
