namespace ConfigSdk.Rules;

/// <summary>
/// What findings tell code fixes, besides <see cref="Finding.Replacement"/>. Removing and setting are two fixes to choose from.
/// Both are about the object initializer that holds the value at which the finding is.
/// </summary>
public static class FixKeys
{
    /// <summary>The C# property whose assignment can be removed, such as <c>CpuMode</c>.</summary>
    public const string RemoveSetting = nameof(RemoveSetting);

    /// <summary>The C# property that can be set, or added where it is not, such as <c>CpuModels</c>.</summary>
    public const string SetSetting = nameof(SetSetting);

    /// <summary>The C# expression that <see cref="SetSetting"/> can be set to, such as <c>CpuMode.Custom</c>.</summary>
    public const string SetValue = nameof(SetValue);
}
