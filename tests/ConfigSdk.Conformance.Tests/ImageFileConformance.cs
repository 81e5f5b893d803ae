using ConfigSdk.Catalog;
using ConfigSdk.Rules.Tests;

namespace ConfigSdk.Conformance.Tests;

/// <summary>
/// Files of every disk format that nova might be given, fetched by nodes that look at them more and less closely. Debian's nova 26 has got the inspection
/// that 26.0.0 does not have.
/// </summary>
public sealed class ImageFileConformance
{
    private static readonly string[] s_formats = ["raw", "qcow2", "vmdk", "vhd", "vhdx", "vdi", "iso", "ami", "ploop"];
    private static readonly string[] s_settings =
    [
        "", "DEFAULT.force_raw_images = false", "compute.vmdk_allowed_types =", "workarounds.disable_deep_image_inspection = true",
        "workarounds.disable_deep_image_inspection = true | compute.vmdk_allowed_types =", "virt_type = qemu",
    ];

    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public async Task Image_files_become_disks_or_do_not(string root)
    {
        var nova = StartingNova.In(root);
        string[] command = [.. root == "/" ? Array.Empty<string>() : ["/usr/sbin/chroot", root], "/usr/bin/qemu-img", "--version"];
        Tool.Require("qemu-img", "qemu-utils", command[0], command[1..]);
        var tally = new Tally("image files", nova.Release);
        string[] formats = [.. s_formats.Intersect(DiskFormats.OfGlance(nova.Release))];
        foreach (var line in s_settings)
        {
            Setting[] settings = [.. line.Split(" | ", StringSplitOptions.RemoveEmptyEntries).Select(Setting.Parse)];
            if (settings.Any(s => FactCatalog.Bundled.Options.Find(s.Option)?.In(nova.Release) is null))
            {
                continue;
            }

            var node = Setting.LibvirtNode(nova.Release, settings);
            var verdict = await nova.Judge(node, [.. formats.Select(f => new { Format = f, IsFetched = true })]);
            Assert.True(verdict.Started, verdict.Error);
            foreach (var (format, refusal) in formats.Zip(verdict.Guests))
            {
                var findings = SomeImages.Judge(node, SomeImages.Declared(format, []));
                var refused = findings.Where(f => f.Message.Contains("starts no guest from", StringComparison.Ordinal)).ToArray();
                tally.Judged(refusal is not null, refused.Length > 0);
                if ((refusal is not null) == (refused.Length > 0))
                {
                    tally.Confirm(refused.Select(f => f.Rule.Id), Evidence.Refused);
                }
                else if (refusal is not null && (nova.Release.Tag == "26.0.0" ? "a later update of the release" : HostStates.ReasonOf(refusal)) is { } reason)
                {
                    tally.Explain(reason);
                }
                else
                {
                    tally.Differ($"{line} || {format}: {(refusal is null ? "nova makes a disk of it" : $"nova makes no disk of it ({refusal}), and no error says so")}{string.Concat(findings.Select(f => $"\n    {f.Rule.Id}: {f.Message}"))}");
                }
            }
        }

        tally.Report();
    }
}
