using ConfigSdk.Catalog;

namespace ConfigSdk.Model.Generator;

/// <summary>Constants for names that the catalog knows.</summary>
internal static class Constants
{
    public static string WriteOpenValues()
    {
        var source = new SourceWriter();
        var maps = FactCatalog.Bundled.CpuMaps;
        var models = maps.Versions
            .SelectMany(v => new[] { maps.For(v, "x86_64"), maps.For(v, "ppc64") })
            .OfType<CpuMap>().SelectMany(m => m.Models.Select(x => x.Name)).Distinct();
        var features = maps.Versions.Select(v => maps.For(v, "x86_64")).OfType<CpuMap>().SelectMany(m => m.Features).Distinct();
        Write("CpuModel", models, n => $"The CPU model {n}{Since(maps.FirstVersionWithModel(n, "x86_64") ?? maps.FirstVersionWithModel(n, "ppc64"))}.");
        Write("CpuFlag", features, n => $"The CPU feature {n}{Since(maps.FirstVersionWithFeature(n, "x86_64"))}.");
        return source.ToString();

        void Write(string type, IEnumerable<string> names, Func<string, string> summary) => source.Line().OpenValues(type, names, summary);

        static string Since(Version? version) => version is null ? "" : $", in libvirt since {version.ToString(3)} or before";
    }

    public static string WriteReleases()
    {
        var source = new SourceWriter();
        source.Line().Summary("A release of nova.").Block("public enum NovaRelease", () =>
        {
            foreach (var release in Release.All)
            {
                source.Summary(release.DisplayName).Line($"[Value({SourceWriter.Literal(release.Tag)})]").Line($"{release.Name},");
            }
        });
        return source.ToString();
    }

    public static string WriteTargets()
    {
        var source = new SourceWriter();
        source.Line().Block("public sealed partial record Target", () =>
        {
            foreach (var p in Platforms.All)
            {
                var nova = p.Nova is null ? "" : $"{p.Nova.DisplayName}, ";
                source.Line().Summary($"{p.Title}: {nova}libvirt {p.Libvirt}, QEMU {p.Qemu}, {p.Architecture}.{StandIns(p)}");
                if (p.Nova is null)
                {
                    source.Line("/// <param name=\"nova\">nova's release, which is not the distribution's own.</param>")
                        .Line("/// <param name=\"file\">Filled in by the compiler.</param>")
                        .Line("/// <param name=\"line\">Filled in by the compiler.</param>");
                }
                else
                {
                    Sets("Nova", p.Nova.Tag);
                }

                Sets("Libvirt", p.Libvirt);
                Sets("Qemu", p.Qemu);
                Sets("Architecture", p.Architecture);
                Sets("Platform", p.Name);
                var versions = $"{SourceWriter.Literal(p.Libvirt)}, {SourceWriter.Literal(p.Qemu)}, {SourceWriter.Literal(p.Architecture)}";
                source.Line(p.Nova is null
                        ? $"public static Target {p.MemberName}(NovaRelease nova, [global::System.Runtime.CompilerServices.CallerFilePath] string file = \"\", [global::System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => new(nova, {versions}, file, line)"
                        : $"public static Target {p.MemberName} {{ get; }} = new(NovaRelease.{p.Nova.Name}, {versions}, \"\", 0)")
                    .Line("{")
                    .Line($"    Platform = {SourceWriter.Literal(p.Name)},")
                    .Line("};");
            }

            void Sets(string property, string text) => source.Line($"[Sets({SourceWriter.Literal(property)}, {SourceWriter.Literal(text)})]");
        });
        return source.ToString();
    }

    /// <summary>Which facts stand in for versions that are not bundled.</summary>
    private static string StandIns(Platform platform)
    {
        var (libvirt, qemu) = (VersionText.Parse(platform.Libvirt)!, VersionText.Parse(platform.Qemu)!);
        var (map, facts) = (FactCatalog.Bundled.CpuMaps.For(libvirt, platform.Architecture)?.Version, QemuFacts.For(qemu, platform.Architecture)?.Version);
        return (map is null || map == libvirt ? "" : $" Of libvirt, the CPU map of {map.ToString(3)} stands in.")
            + (facts is null || facts == qemu ? "" : $" Of QEMU, the facts of {facts.ToString(2)} stand in.");
    }
}
