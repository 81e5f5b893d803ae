using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Hypervisor;

/// <summary>A virt type that a release without a list of choices takes, and then has no code for.</summary>
internal sealed class VirtTypeOfLaterRelease : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1031", "Virt type of a later release",
        "[libvirt] virt_type cannot be 'parallels' in {0}, which takes the text and knows no such virt type; {1}. It is first in nova 2015.1.0.",
        Consequence.Refused, "Until nova 12.0.0 the option took any text, and nova found out with each guest that it has no code for it.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        var type = node.Option("libvirt", "virt_type");
        if (node.Target.Release is { } release && !release.IsAtLeast("2015.1.0") && type.Text == "parallels")
        {
            yield return Found(type, release.DisplayName, Outcome.NoGuest);
        }
    }
}
