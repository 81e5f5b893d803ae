using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Devices;

/// <summary>A type of mediated devices of which nobody says where to make them, beside others.</summary>
internal sealed class MdevTypeWithoutAddresses : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA4041", "Mediated device type without device addresses",
        "'{0}' is one of several types of [devices] enabled_mdev_types, but no [{1}] device_addresses says which devices have it: {2}. Set them through Nova.Extra, or list one type.",
        Consequence.Harmful, "With several types nova has to be told the devices of each. One type without them stands for all other devices since 29.0.0; before, it makes nova give up all types but the first.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (node.Target.Release is not { } release || !release.IsAtLeast("21.0.0") || MdevTypes.Of(node) is not { All.Count: > 1 } types)
        {
            yield break;
        }

        var section = release.IsAtLeast("24.0.0") ? "mdev_" : "vgpu_";
        // A type of which nothing is known may be one without addresses, too, and decides what becomes of those after it.
        var without = types.All.TakeWhile(t => t.Addresses is not null).Where(t => t.Addresses!.Count == 0).Select(t => t.Type).ToArray();
        if (release.IsAtLeast("29.0.0"))
        {
            foreach (var later in without.Skip(1))
            {
                yield return Found(later, later.Value, section + later.Value, $"'{without[0].Value}' already stands for all other devices, and {release.DisplayName} would drop '{later.Value}' with a warning").With(without[0]);
            }
        }
        else if (without.Length > 0)
        {
            var first = types.All[0].Type;
            yield return Found(without[0], without[0].Value, section + without[0].Value, $"{release.DisplayName} would offer the first type '{first.Value}' alone, on every device").With(first);
        }
    }
}
