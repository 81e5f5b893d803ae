using System.Globalization;
using System.Text;

namespace ConfigSdk.Catalog.Tests;

/// <summary>docs/facts.md.</summary>
internal static class FactTables
{
    private static CpuMaps Maps => FactCatalog.Bundled.CpuMaps;

    public static string Document()
    {
        var text = new StringBuilder(
            """
            # What is bundled

            These tables are generated from the facts; run the tests of the catalog with `UPDATE=1` to write them anew. Another test holds the counts
            against counts of the source data.

            ## nova

            An option that nova renamed counts once in each release. Groups are those that nova's own options are in. What libraries register in
            nova.conf (oslo.messaging, keystoneauth and others) was listed beside some releases only; beside others it is not judged.


            """);
        Table(
            text, ["nova", "OpenStack", "nova's own options", "groups", "options of libraries", "image properties", "disk formats", "container formats"],
            Release.All.Select(r => new object[]
            {
                r.Tag, $"{r.Coordinated} {r.Name}".Trim(),
                FactCounts.OfNova(r).Count(), FactCounts.OfNova(r).Select(o => o.Name.Group).Distinct().Count(),
                FactCatalog.Bundled.Options.LibrariesListedBeside.Contains(r) ? FactCounts.OfLibraries(r).Count() : "not listed",
                FactCounts.ImageProperties(r) is > 0 and var properties ? properties : "not bundled",
                DiskFormats.OfGlance(r).Count(), ContainerFormats.OfGlance(r).Count(),
            }));

        text.Append("\n## libvirt's CPU maps\n\nFor a version that is not here the map of the nearest older one stands in.\n\n");
        string[] parts = ["x86", "ppc64", "arm"];
        Table(
            text, ["libvirt", .. parts.SelectMany(p => new[] { $"{p} models", $"{p} features" })],
            Maps.Versions.Select(v => (object[])[v.ToString(3), .. parts.SelectMany(p => Maps.Of(v, p) is { } map ? new object[] { map.Models.Count, map.Features.Count } : [0, 0])]));

        text.Append("\n## QEMU\n\nMachine names are what `-machine` takes: machine types and aliases such as `q35`.\n\n");
        Table(
            text, ["QEMU", "program", "machine types", "machine names", "CPU models"],
            FactCounts.QemuArchitectures.SelectMany(a => QemuFacts.Versions(a.Value).Select(v => (Program: a.Key, Facts: QemuFacts.For(v, a.Value)!)))
                .OrderBy(q => q.Facts.Version).Select(q => new object[]
                {
                    q.Facts.Version.ToString(2), "qemu-system-" + q.Program, q.Facts.Machines.Count, q.Facts.MachineNames.Count, q.Facts.Cpus.Count,
                }));

        text.Append("\n## Kernel modules\n\nBuilt-in modules count. Parameters are known of the modules that compute nodes use.\n\n");
        Table(
            text, ["platform", "kernel", "modules", "parameters"],
            Platforms.All.Where(p => p.Kernel.Length > 0).Select(p => new object[]
            {
                p.Kernel, KernelModules.KernelVersion(p.Kernel)!, KernelModules.Names(p.Kernel)!.Count,
                KernelModules.Names(p.Kernel)!.Sum(m => KernelModules.Parameters(m).Count(f => f.Platforms.Contains(p.Kernel))),
            }));

        text.Append("\n## Targets\n\nWhere the facts of the version itself are not bundled, those of the older one in brackets stand in, and NOVA5007 says so.\n\n");
        Table(
            text, ["target", "what it is", "nova", "libvirt", "QEMU", "architecture", "kernel modules"],
            Platforms.All.Select(p => new object[]
            {
                p.Name, p.Title, p.Nova?.Tag ?? "to be named",
                WithStandIn(p.Libvirt, Maps.For(VersionText.Parse(p.Libvirt)!, p.Architecture)?.Version),
                WithStandIn(p.Qemu, QemuFacts.For(VersionText.Parse(p.Qemu)!, p.Architecture)?.Version),
                p.Architecture, p.Kernel.Length > 0 ? p.Kernel : "not bundled",
            }));

        text.Append("\n## Where it is from\n\n");
        Table(text, ["facts", "versions", "source", "collected"], FactSource.All.Select(s => new object[] { s.FactSet, s.Versions, s.Source, s.Collected }));
        return text.ToString();
    }

    private static string WithStandIn(string version, Version? facts) =>
        facts is null ? version + " (not bundled)"
        : facts == VersionText.Parse(version) ? version
        : $"{version} ({facts.ToString(version.Count(c => c == '.') + 1)})";

    private static void Table(StringBuilder text, string[] heads, IEnumerable<object[]> rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", heads)} |\n|{string.Concat(heads.Select(_ => "---|"))}\n");
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row.Select(c => Convert.ToString(c, CultureInfo.InvariantCulture)))} |\n");
        }
    }
}
