using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.GuestMemory;

/// <summary>Memory that is kept for the host out of guests' memory files, which are no memory of the host. nova first warned of it.</summary>
internal abstract class ReservedFileBackedMemory(string id, string title, Consequence consequence, string description) : FileBackedRule
{
    public sealed override RuleDescriptor Descriptor { get; } = new(
        id, title,
        "[libvirt] file_backed_memory is {0} MiB, of which [DEFAULT] reserved_host_memory_mb keeps {1} for the host{2}; {3}. Set Default.ReservedHostMemoryMb to 0.",
        consequence, description)
    {
        Fixes = RuleFixes.Setting,
    };

    /// <summary>What happens then; null where it is the other rule's.</summary>
    protected abstract string? WhatHappens(Release release, bool isAllOfIt);

    protected sealed override IEnumerable<Finding> Judge(NodeFacts node, PartialValue declared, double size, Release release)
    {
        var reserved = node.Option("DEFAULT", "reserved_host_memory_mb");
        if (release.IsAtLeast("22.0.0") && !FileBackedOnOtherHypervisor.IsFoundIn(node)
            && node.NumberOf("DEFAULT", "reserved_host_memory_mb") is > 0 and var kept && WhatHappens(release, kept >= size) is { } what)
        {
            yield return Found(reserved.IsSet ? reserved : declared, declared.Text!, node.TextOf("DEFAULT", "reserved_host_memory_mb")!, reserved.IsSet ? "" : " by default", what)
                .With(reserved.IsSet ? declared : reserved)
                .OfferToSet(new OptionName("DEFAULT", "reserved_host_memory_mb"), "0");
        }
    }
}
