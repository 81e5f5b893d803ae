using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Cpu;

/// <summary>A host's CPU that libvirt has no name for.</summary>
internal sealed class UnknownHostModel : NodeRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1022", "Unknown model of the host's CPU",
        "The host's CPU model '{0}' is not in {1}'s map for {2}; what guests can have on it is not checked{3}",
        Consequence.Notable, "Models of hosts are named as virsh capabilities prints them on the host itself. What the target's libvirt does not know, it prints on no host.")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var model = node.Host(ModelNames.Cpu, ModelNames.Model);
        if (model.Text is { Length: > 0 } name && node.Target.CertainlyLacks(m => m.Find(name) is not null))
        {
            var since = node.Target.IfNewer(node.Target.Catalog.CpuMaps.FirstVersionWithModel(name, node.Target.Architecture!));
            var suggestion = node.Target.CpuMap!.FindInAnyCase(name)?.Name ?? Spelling.Nearest(name, node.Target.CpuMap.Models.Select(m => m.Name));
            yield return Found(model, name, node.Target.LibvirtName, node.Target.Architecture!,
                since is null ? Phrases.DidYouMean(suggestion) : $". It is first in libvirt {TargetFacts.Short(since)}.").ReplaceBy(since is null ? suggestion : null);
        }
    }
}
