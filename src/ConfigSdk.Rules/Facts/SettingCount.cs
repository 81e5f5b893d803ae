namespace ConfigSdk.Rules;

/// <summary>How many settings a declaration has, and how many of them a witness knows.</summary>
/// <param name="Known">How many are known.</param>
/// <param name="All">How many there are, as far as the witness can tell.</param>
public readonly record struct SettingCount(int Known, int All)
{
    /// <summary>The settings of both.</summary>
    public static SettingCount operator +(SettingCount left, SettingCount right) => new(left.Known + right.Known, left.All + right.All);
}
