using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Images;

/// <summary>
/// A rule over what images ask of the nodes. An image can run on any node, so it is wrong only if it is wrong on every one of them:
/// such a rule has nothing to say before all nodes and their releases are known, or where another driver than libvirt's may be at work.
/// </summary>
internal abstract class GuestRule : ImageRule
{
    public sealed override IEnumerable<Finding> Judge(FleetFacts fleet)
    {
        if (fleet.Images.Count == 0 || Releases(fleet) is null || fleet.Nodes.Any(n => n.MayUseOtherDriver()))
        {
            return [];
        }

        return fleet.Images.SelectMany(i => Judge(i, fleet.Nodes.Select(n => new GuestFacts(i, n))));
    }

    /// <summary>What is wrong with an image's guests on the nodes, of which there is at least one.</summary>
    protected abstract IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests);

    /// <summary>The nodes' releases as messages say them.</summary>
    protected static string Nova(IEnumerable<GuestFacts> guests) => Names([.. guests.Select(g => g.Release).Distinct().OrderBy(r => r.Ordinal)]);

    /// <summary>The nodes' virt types as messages say them.</summary>
    protected static string VirtTypes(IEnumerable<GuestFacts> guests) =>
        "virt_type " + Phrases.OneOf([.. guests.Select(g => g.Node.VirtType()!).Distinct()]);

    /// <summary>The guests' machine types as messages say them.</summary>
    protected static string MachineTypes(IEnumerable<GuestFacts> guests) =>
        "machine type " + Phrases.OneOf([.. guests.Select(g => g.MachineType.Text!).Distinct()]);

    /// <summary>Values of nodes that have a part in a finding.</summary>
    protected static PartialValue[] Origins(IEnumerable<PartialValue> values) => [.. values.Where(v => v.Origin is not null).GroupBy(v => v.Origin).Select(g => g.First())];

    /// <summary>The first of the reasons that the guests' facts give, if every one of them gives one.</summary>
    protected static string? ReasonOnEach(IEnumerable<GuestFacts> guests, Func<GuestFacts, string?> reason)
    {
        string? first = null;
        foreach (var guest in guests)
        {
            if (reason(guest) is not { } found)
            {
                return null;
            }

            first ??= found;
        }

        return first;
    }
}
