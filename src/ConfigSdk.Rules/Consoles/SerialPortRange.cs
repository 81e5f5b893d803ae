using System.Globalization;
using System.Text.RegularExpressions;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Consoles;

/// <summary>A range of ports in which there is none.</summary>
internal sealed class SerialPortRange : LibvirtRule
{
    private static readonly Regex s_range = new(@"\A([0-9]{1,9}):([0-9]{1,9})\z", RegexOptions.CultureInvariant);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA7025", "Range of serial ports that is empty",
        "[serial_console] port_range is {0}, in which there is no port: nova takes the ports from the first number up to, and without, the second; it logs a warning and uses 10000:20000 instead. Write the smaller number first.",
        Consequence.Harmful, "nova counts from the first number to the one before the second. For a range without ports it takes its own.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.Sets("serial_console", "port_range") && node.IsOn("serial_console", "enabled") == true && node.Option("serial_console", "port_range") is Known range && s_range.Match(range.Value) is { Success: true } match)
        {
            var (start, stop) = (Number(match.Groups[1]), Number(match.Groups[2]));
            if (start >= stop)
            {
                yield return Found(range, range.Value).With(node.Option("serial_console", "enabled")).ReplaceBy(start > stop ? $"{stop}:{start}" : null);
            }
        }
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);
}
