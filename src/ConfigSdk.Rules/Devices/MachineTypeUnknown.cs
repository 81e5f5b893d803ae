using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>A machine type that the target's QEMU does not have.</summary>
internal sealed class MachineTypeUnknown : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4053", "Unknown machine type",
        "Machine type '{0}' for {1}: {2}; {3}{4}",
        Consequence.Refused, "nova looks for the name in what libvirt can run when it starts a guest, since 26.0.0; before, libvirt refuses the guest. QEMU drops old machine types, and names of newer versions are not there yet.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        var target = node.Target;
        if (target is not { Release: { } release, Architecture: { } host, Qemu: { } qemu } || node.VirtType() is not ("kvm" or "qemu"))
        {
            yield break;
        }

        foreach (var architecture in MachineTypes.Of(node).Select(e => e.Architecture).Distinct())
        {
            if (MachineTypes.For(node, architecture) is not { } entry || !MayRun(architecture, host, release))
            {
                continue;
            }

            var outcome = architecture == host ? Outcome.NoGuest : Outcome.SomeGuests;
            if (MachineTypes.HasNoPci(architecture, entry.Type))
            {
                yield return Found(entry.Item, entry.Type, architecture, MachineTypes.NoPci, outcome, "");
            }
            else if (MachineTypes.AreLacking(target, architecture, entry.Type))
            {
                var near = MachineTypes.FactsOf(qemu, architecture) is { } facts ? Spelling.Nearest(entry.Type, facts.MachineNames) : null;
                yield return Found(entry.Item, entry.Type, architecture, $"QEMU {TargetFacts.Short(qemu)} has no such machine", outcome, Phrases.DidYouMean(near))
                    .With(target.Declared).ReplaceBy(near is null ? null : $"{architecture}={near}");
            }
        }
    }

    // Up to 19 nova looks for the host's architecture alone, up to 24 a guest's is one that the host's CPU can run.
    private static bool MayRun(string architecture, string host, Release release) =>
        architecture == host || (MachineTypes.IsArchitecture(architecture) && release.IsAtLeast("20.0.0") && (release.IsAtLeast("25.0.0") || (architecture, host) == ("i686", "x86_64")));
}
