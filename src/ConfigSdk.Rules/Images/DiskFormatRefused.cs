using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Images;

/// <summary>A disk format that Glance or the nodes do not take.</summary>
internal sealed class DiskFormatRefused : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3001", "Disk format that is refused",
        "Disk format '{0}': {1}. Convert the image with qemu-img, for instance to qcow2 or raw.",
        Consequence.Refused, "Glance takes the formats in its list disk_formats. nova has its own idea of which images it starts guests from.");

    public override IEnumerable<Finding> Judge(FleetFacts fleet)
    {
        var releases = Releases(fleet);
        foreach (var image in fleet.Images)
        {
            if (image.DiskFormat.Text is { } format && Reason(format, fleet, releases) is { } reason)
            {
                yield return Found(image.DiskFormat, format, reason);
            }
        }
    }

    private static string? Reason(string format, FleetFacts fleet, IReadOnlyList<Release>? releases)
    {
        if (!Release.All.Any(r => DiskFormats.OfGlance(r).Contains(format)))
        {
            return "no release of Glance has it in its list disk_formats, so the upload is refused";
        }

        if (releases is null)
        {
            return null;
        }

        if (!releases.Any(r => DiskFormats.OfGlance(r).Contains(format)))
        {
            return $"Glance of the time of {Names(releases)} does not have it in its list disk_formats, so the upload is refused";
        }

        var types = fleet.Nodes.Select(n => (Type: n.MayUseOtherDriver() || MaySkipInspection(n) ? null : n.VirtType(), n.Target.Release)).ToArray();
        return types.All(t => t.Type is not null && DiskFormats.CanBoot(format, t.Type, t.Release!) == false)
            ? $"{Names(releases)} starts no guest from it with virt_type {Phrases.OneOf([.. types.Select(t => t.Type!).Distinct()])}"
            : null;
    }

    // Without nova's inspection an image can be whatever qemu-img reads.
    private static bool MaySkipInspection(NodeFacts node) =>
        node.Target.Release!.IsAtLeast("27.0.0") && node.IsOn("workarounds", "disable_deep_image_inspection") != false;
}
