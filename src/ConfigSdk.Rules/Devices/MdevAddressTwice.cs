using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Devices;

/// <summary>A device that is to have two types of mediated devices.</summary>
internal sealed class MdevAddressTwice : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4042", "Device with two mediated device types",
        "Device {0} is listed for the type '{1}' and again for '{2}'; " + Outcome.NoStart + ". Keep it at one of them.",
        Consequence.Refused, "A physical device makes mediated devices of one type. nova refuses an address that it meets a second time.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        var seen = new Dictionary<string, (Known Type, Known Address)>(StringComparer.Ordinal);
        foreach (var device in node.Target.Release is { } release && MdevTypes.Of(node) is { } types ? types.Read(release) : [])
        {
            if (seen.TryGetValue(device.Address.Value, out var first))
            {
                yield return Found(device.Address, device.Address.Value, first.Type.Value, device.Type.Value).With(first.Address, first.Type, device.Type);
            }
            else
            {
                seen.Add(device.Address.Value, device);
            }
        }
    }
}
