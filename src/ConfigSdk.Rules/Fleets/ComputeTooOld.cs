using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Fleets;

/// <summary>A node whose nova is older than the newest one beside it takes.</summary>
internal sealed class ComputeTooOld : FleetRule
{
    // The service version that a release ends with, and the oldest release that it takes beside itself. Releases of one number are one to it.
    private static readonly Dictionary<string, (int Version, string Oldest)> s_releases = new()
    {
        ["22"] = (52, ""),
        ["23"] = (54, ""),
        ["24"] = (57, "23"),
        ["25"] = (61, "24"),
        ["26"] = (64, "25"),
        ["27"] = (66, "25"),
        ["28"] = (66, "27"),
        ["29"] = (66, "27"),
        ["30"] = (67, "29"),
        ["31"] = (68, "29"),
        ["32"] = (70, "31"),
        ["33"] = (72, "31"),
        ["34"] = (74, "33"),
    };

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA6027", "Older nova than a newer one takes",
        "Migration group '{0}' has nodes of {1} and of {2}, which takes no node of its cell that is older than nova {3}; on the newer nodes {4}. Upgrade by way of releases that go together.",
        Consequence.Refused, "When a nova service starts, it looks for the oldest nova-compute of its cell, and refuses to start beside one that its release no longer supports.");

    public override IEnumerable<Finding> Judge(FleetFacts fleet)
    {
        foreach (var g in fleet.MigrationGroups)
        {
            var nodes = g.Nodes.Where(n => n.Target.Release is not null).OrderBy(n => n.Target.Release).ToArray();
            if (nodes.Length < 2)
            {
                continue;
            }

            var (oldest, newest) = (nodes[0], nodes.Where(Refuses).LastOrDefault());
            if (newest?.Target.Release is { } release && Limit(release) is { } limit && VersionOf(oldest.Target.Release!) < limit.Version)
            {
                yield return Found(
                    newest.Target.Declared, g.Name, oldest.Target.Release!.DisplayName, release.DisplayName, Release.Parse(limit.Series).Tag, Outcome.NoStart)
                    .With([oldest.Target.Declared, .. g.Memberships]);
            }
        }
    }

    private static bool Refuses(NodeFacts node) =>
        node.Option("workarounds", "disable_compute_service_check_for_ffu").IsUnset || node.IsOn("workarounds", "disable_compute_service_check_for_ffu") == false;

    // Before the oldest number that is known here, all were smaller.
    private static int VersionOf(Release release) => s_releases.TryGetValue(release.Series, out var facts) ? facts.Version : release.IsAtLeast("34.0.0") ? int.MaxValue : 0;

    private static (int Version, string Series)? Limit(Release release) =>
        s_releases.TryGetValue(release.Series, out var facts) && facts.Oldest.Length > 0 ? (s_releases[facts.Oldest].Version, facts.Oldest) : null;
}
