using System.Text.RegularExpressions;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>Owner, group or mode of a device node that udev would misread.</summary>
internal sealed class UnwritableUdevRule : HostRule
{
    private static readonly Regex s_account = new(@"\A(?:[a-z_][a-z0-9_-]{0,31}|[0-9]{1,9})\z", RegexOptions.CultureInvariant);
    private static readonly Regex s_mode = new(@"\A[0-7]{3,4}\z", RegexOptions.CultureInvariant);

    /// <summary>Whether udev reads the text as an account.</summary>
    public static bool IsAccount(string text) => s_account.IsMatch(text);

    /// <summary>Whether udev reads the text as a mode.</summary>
    public static bool IsMode(string text) => s_mode.IsMatch(text);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2006", "Owner, group or mode that udev would misread",
        "{0} '{1}' of /dev/kvm is not {2}; udev would misread the rule or leave the device as it is, so nothing is written",
        Consequence.Refused, "A udev rule is a line of quoted assignments. Text that is no account's name or no octal number is ignored there, or ends the assignment early.")
    {
        IsConfigurable = false,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node) =>
        Check(node, ModelNames.Owner, s_account, "a user's name (lower-case letters, digits, _ and -, at most 32)")
            .Concat(Check(node, ModelNames.Group, s_account, "a group's name (lower-case letters, digits, _ and -, at most 32)"))
            .Concat(Check(node, ModelNames.Mode, s_mode, "three or four octal digits, such as 0660"));

    private IEnumerable<Finding> Check(NodeFacts node, string property, Regex form, string expected)
    {
        var value = node.Host(ModelNames.Udev, ModelNames.Kvm, property);
        return value.Text is { } text && !form.IsMatch(text) ? [Found(value, property, text, expected)] : [];
    }
}
