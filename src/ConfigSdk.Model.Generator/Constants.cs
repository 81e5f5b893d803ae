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

        void Write(string type, IEnumerable<string> names, Func<string, string> summary) =>
            source.Line().Block($"public readonly partial record struct {type}", () =>
            {
                foreach (var name in names.OrderBy(n => n, StringComparer.Ordinal))
                {
                    source.Summary(summary(name)).Line($"[Value({SourceWriter.Literal(name)})]")
                        .Line($"public static {type} {CSharpNames.Pascal(name)} => new({SourceWriter.Literal(name)});");
                }
            });

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
                source.Line().Summary($"{p.Title}: {p.Nova.DisplayName}, libvirt {p.Libvirt}, QEMU {p.Qemu}, {p.Architecture}.");
                foreach (var (property, text) in new[] { ("Nova", p.Nova.Tag), ("Libvirt", p.Libvirt), ("Qemu", p.Qemu), ("Architecture", p.Architecture), ("Platform", p.Name) })
                {
                    source.Line($"[Sets({SourceWriter.Literal(property)}, {SourceWriter.Literal(text)})]");
                }

                source.Line($"public static Target {p.MemberName} {{ get; }} = new(NovaRelease.{p.Nova.Name}, {SourceWriter.Literal(p.Libvirt)}, {SourceWriter.Literal(p.Qemu)}, {SourceWriter.Literal(p.Architecture)}, \"\", 0)")
                    .Line("{")
                    .Line($"    Platform = {SourceWriter.Literal(p.Name)},")
                    .Line("};");
            }
        });
        return source.ToString();
    }
}
