namespace ConfigSdk.Rules;

/// <summary>How many settings a declaration has, and how many of them a witness knows. A list is one setting, and known if all of it is.</summary>
/// <param name="Known">How many are known.</param>
/// <param name="All">How many there are, as far as the witness can tell.</param>
public readonly record struct SettingCount(int Known, int All)
{
    /// <summary>Counts the settings in a value.</summary>
    public static SettingCount Of(PartialValue value) => value switch
    {
        Record record => record.Properties.Values.Aggregate(new SettingCount(0, record.IsOpen ? 1 : 0), (sum, part) => sum + Of(part)),
        Unset => default,
        _ => new(value.IsWhole ? 1 : 0, 1),
    };

    /// <summary>The settings of both.</summary>
    public static SettingCount operator +(SettingCount left, SettingCount right) => new(left.Known + right.Known, left.All + right.All);
}
