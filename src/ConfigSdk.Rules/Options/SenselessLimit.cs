using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Options;

/// <summary>A limit that oslo.config takes, and that who is to keep it refuses: libvirt, the kernel, eventlet.</summary>
internal sealed class SenselessLimit : LibvirtRule
{
    private static readonly OptionName s_powerPool = new("DEFAULT", "sync_power_state_pool_size");

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA5015", "Limit that cannot be kept",
        "{0} = {1}: {2}, so that {3}. Write {4}.",
        Consequence.Refused, "These options have no range of their own, so that oslo.config takes any number. What is behind them does not.");

    protected override IEnumerable<Finding> JudgeLibvirt(NodeFacts node)
    {
        // Which pool there is instead of eventlet's, and when it is made, was another thing in each release since.
        if (Number(node, s_powerPool, "22.0.0") is { Number: < 0 } pool && !node.Target.Release!.IsAtLeast("32.0.0"))
        {
            yield return Found(pool.At, s_powerPool.ToString(), pool.At.Value, "eventlet makes no pool of fewer than 0 threads (ValueError)", Outcome.NoStart, "how many guests are looked after at once");
        }

        if (Number(node, Libvirt("live_migration_bandwidth"), "22.0.0") is { Number: < 0 } bandwidth)
        {
            yield return Found(bandwidth.At, "[libvirt] live_migration_bandwidth", bandwidth.At.Value, "libvirt takes no number below 0 (OverflowError)", Outcome.NoMigration, "0 for no limit, or MiB/s");
        }

        const string Limited = "qemu-img under this limit is refused or killed before it has looked at an image";
        if (Number(node, Libvirt("images_cpu_time_limit"), "34.0.0") is { Number: 0 or < -1 } time)
        {
            yield return Found(time.At, "[libvirt] images_cpu_time_limit", time.At.Value, Limited, Outcome.SomeGuests, "seconds");
        }

        if (Number(node, Libvirt("images_address_space_limit"), "34.0.0") is { Number: <= 0 } space)
        {
            yield return Found(space.At, "[libvirt] images_address_space_limit", space.At.Value, Limited, Outcome.SomeGuests, "GiB");
        }
    }

    private static OptionName Libvirt(string option) => new("libvirt", option);

    private static (Known At, double Number)? Number(NodeFacts node, OptionName option, string since) =>
        node.Target.Release?.IsAtLeast(since) == true && node.Option(option.Group, option.Option) is Known { Origin: not null } at && node.NumberOf(option.Group, option.Option) is { } number ? (at, number) : null;
}
