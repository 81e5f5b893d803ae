using ConfigSdk.Tests;

namespace ConfigSdk.Catalog.Tests;

public class FactCountTests
{
    /// <summary>The counts were taken from nova's source and QEMU's own lists, not from the fact files. cpu-map-counts.tsv has libvirt's.</summary>
    [Fact]
    public void There_is_as_much_as_in_the_source_data()
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "SourceCounts.tsv")).Where(l => l[0] != '#').ToArray();
        Assert.Equal(rows, rows.Select(r => r.Split('\t')).Select(r => $"{r[0]}\t{r[1]}\t{Bundled(r[0], r[1])}"));
    }

    [Fact]
    public void Nothing_is_bundled_that_was_not_counted()
    {
        var counted = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "SourceCounts.tsv")).Where(l => l[0] != '#').Select(l => l.Split('\t')).ToLookup(r => r[0], r => r[1]);
        Assert.Equal(Release.All.Select(r => r.Tag), counted["nova option"]);
        Assert.Equal(Release.All.Where(r => FactCounts.ImageProperties(r) > 0).Select(r => r.Tag), counted["image property"]);
        Assert.Equal(
            FactCounts.QemuArchitectures.SelectMany(a => QemuFacts.Versions(a.Value).Select(v => $"{v.ToString(2)} {a.Key}")).Order(),
            counted["QEMU CPU model"].Order());
    }

    [Fact]
    public void The_table_says_what_is_bundled() => GeneratedDocument.SameAsGenerated("docs/facts.md", FactTables.Document());

    private static int Bundled(string what, string of)
    {
        return what switch
        {
            "nova option" => FactCounts.OfNova(Release.Parse(of)).Count(),
            "image property" => FactCounts.ImageProperties(Release.Parse(of)),
            "QEMU machine type" => Qemu().Machines.Count,
            "QEMU machine name" => Qemu().MachineNames.Count,
            "QEMU CPU model" => Qemu().Cpus.Count,
            _ => throw new ArgumentException(what),
        };

        QemuFacts Qemu() => of.Split(' ') is [var version, var architecture] && QemuFacts.For(VersionText.Parse(version)!, FactCounts.QemuArchitectures[architecture]) is { } facts
            && facts.Version == VersionText.Parse(version) ? facts : throw new ArgumentException(of);
    }
}
