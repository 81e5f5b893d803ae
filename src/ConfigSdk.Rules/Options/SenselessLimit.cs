using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Options;

/// <summary>A limit that oslo.config takes, and that libvirt or the kernel refuses each time.</summary>
internal sealed class SenselessLimit : LibvirtRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5015", "Limit that cannot be kept",
        "{0} = {1}: {2}, so that {3}. Write {4}.",
        Consequence.Refused, "These options have no range of their own, so that oslo.config takes any number. What is behind them does not.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        if (Number(node, "live_migration_bandwidth", "22.0.0") is { Number: < 0 } bandwidth)
        {
            yield return Found(bandwidth.At, "[libvirt] live_migration_bandwidth", bandwidth.At.Value, "libvirt takes no number below 0 (OverflowError)", Outcome.NoMigration, "0 for no limit, or MiB/s");
        }

        const string Limited = "qemu-img under this limit is refused or killed before it has looked at an image";
        if (Number(node, "images_cpu_time_limit", "34.0.0") is { Number: 0 or < -1 } time)
        {
            yield return Found(time.At, "[libvirt] images_cpu_time_limit", time.At.Value, Limited, Outcome.SomeGuests, "seconds");
        }

        if (Number(node, "images_address_space_limit", "34.0.0") is { Number: <= 0 } space)
        {
            yield return Found(space.At, "[libvirt] images_address_space_limit", space.At.Value, Limited, Outcome.SomeGuests, "GiB");
        }
    }

    private static (Known At, double Number)? Number(NodeFacts node, string option, string since) =>
        node.Target.Release?.IsAtLeast(since) == true && node.Option("libvirt", option) is Known { Origin: not null } at && node.NumberOf("libvirt", option) is { } number ? (at, number) : null;
}
