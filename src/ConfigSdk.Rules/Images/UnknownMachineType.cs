using System.Text.RegularExpressions;
using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Images;

/// <summary>A machine type that no node's QEMU has.</summary>
internal sealed class UnknownMachineType : GuestRule
{
    private static readonly string[] s_short = ["pc", "q35", "virt", "isapc", "microvm"];
    private static readonly Regex s_version = new(@"-[0-9]+\.[0-9]+(\.[0-9]+)?\z", RegexOptions.CultureInvariant);

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3033", "Machine type that no node has",
        "hw_machine_type = {0} is no machine type of {1}, so every guest of the image would fail to start{2}",
        Consequence.Refused, "nova takes any text for a machine type. Since 26.0.0 it holds it against what libvirt reports when a guest is created, before that libvirt refuses the guest.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var value = image.Property("hw_machine_type");
        if (value.Text is not { } machine || !guests.All(g => g.UsesQemu && g.Property("hw_machine_type").IsSet && IsMissing(g, machine)))
        {
            yield break;
        }

        var facts = guests.Select(g => FactsOf(g)!).Distinct().ToArray();
        var meant = Spelling.Nearest(machine, facts[0].MachineNames.Where(m => facts.All(f => f.FindMachine(m) is not null)));
        yield return Found(value, machine, $"QEMU {Phrases.OneOf([.. facts.Select(f => TargetFacts.Short(f.Version)).Distinct()])} for {guests.First().Architecture}", Phrases.DidYouMean(meant)).ReplaceBy(meant);
    }

    /// <summary>The facts of the node's own QEMU; those of an older one do not tell what came since.</summary>
    private static QemuFacts? FactsOf(GuestFacts guest) =>
        guest.Node.Target.Qemu is { } qemu && guest.Architecture is { } architecture && QemuFacts.For(qemu, architecture) is { } facts
        && (facts.Version.Major, facts.Version.Minor) == (qemu.Major, qemu.Minor) ? facts : null;

    // Distributions add machine types under their own names, such as pc-q35-noble and pc-q35-rhel9.6.0, but no versions of QEMU's to its boards;
    // and none is named nearly like one of the short names.
    private static bool IsMissing(GuestFacts guest, string machine) =>
        FactsOf(guest) is { } facts && facts.FindMachine(machine) is null
        && (s_version.IsMatch(machine) ? facts.Machines.Any(m => s_version.IsMatch(m.Name) && Board(m.Name) == Board(machine)) : Spelling.Nearest(machine, s_short.Where(facts.MachineNames.Contains)) is not null);

    private static string Board(string machine) => s_version.Replace(machine, "");
}
