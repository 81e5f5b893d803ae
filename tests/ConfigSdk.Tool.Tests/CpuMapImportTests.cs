using System.CommandLine;
using System.Reflection;
using ConfigSdk.Catalog;
using ConfigSdk.Tool.Catalog;

namespace ConfigSdk.Tool.Tests;

/// <summary>Imports of the maps in CpuMaps, which have libvirt's shapes but nothing of its maps.</summary>
public sealed class CpuMapImportTests : IDisposable
{
    private static readonly string s_maps = Path.Combine(AppContext.BaseDirectory, "CpuMaps");
    private static readonly string s_bundled = Path.Combine(
        typeof(CpuMapImportTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!, "src/ConfigSdk.Catalog/Facts/cpu-map.tsv");

    private readonly DirectoryInfo _facts = Directory.CreateTempSubdirectory("configsdk-");

    public CpuMapImportTests() => Start();

    public void Dispose() => _facts.Delete(recursive: true);

    private string Table => File.ReadAllText(Path.Combine(_facts.FullName, "cpu-map.tsv"));

    private string Sources => File.ReadAllText(Path.Combine(_facts.FullName, "sources.tsv"));

    private void Start()
    {
        File.WriteAllText(Path.Combine(_facts.FullName, "cpu-map.tsv"), "# what libvirt says\n");
        File.WriteAllText(Path.Combine(_facts.FullName, "sources.tsv"), "# sources\n");
    }

    private int Import(string version, string map, TextWriter? error = null) => CatalogCommand.Create().Parse(
        ["import", "cpu-map", "--libvirt", version, "--map", map, "--facts", _facts.FullName, "--source", "made up", "--collected", "2026-11-24"]).Invoke(
        new InvocationConfiguration { Error = error ?? Console.Error });

    private void Import(string version) => Assert.Equal(0, Import(version, Path.Combine(s_maps, version)));

    private (int ExitCode, string Error) Refused(string version, string map)
    {
        using var error = new StringWriter();
        return (Import(version, map, error), error.ToString().TrimEnd());
    }

    [Fact]
    public Task Each_version_says_what_its_map_says_and_ranges_are_as_long_as_they_can_be()
    {
        Import("12.0.0");
        Import("4.0.0");
        Import("8.0.0");
        return VerifyXunit.Verifier.Verify(Table + "\n" + Sources, "tsv");
    }

    [Fact]
    public void It_does_not_matter_in_which_order_versions_come()
    {
        var tables = new HashSet<string>();
        string[] versions = ["4.0.0", "8.0.0", "12.0.0"];
        foreach (var order in from a in versions from b in versions.Except([a]) from c in versions.Except([a, b]) select new[] { a, b, c })
        {
            Start();
            Array.ForEach(order, Import);
            tables.Add(Table);
        }

        Assert.Single(tables);
    }

    [Fact]
    public void What_is_known_already_changes_nothing_and_names_no_source()
    {
        Import("8.0.0");
        File.WriteAllText(Path.Combine(_facts.FullName, "sources.tsv"), "# sources\n");
        var before = Table;
        Import("8.0.0");
        Assert.Equal((before, "# sources\n"), (Table, Sources));
        Assert.Equal(0, Import("8.0", Path.Combine(s_maps, "8.0.0", "index.xml")));
        Assert.Equal((before, "# sources\n"), (Table, Sources));
    }

    [Fact]
    public void A_version_that_now_says_something_else_says_only_that()
    {
        Import("8.0.0");
        var before = Table;
        Assert.Equal(0, Import("8.0.0", Path.Combine(s_maps, "4.0.0", "cpu_map.xml")));
        Assert.Contains("arch\tppc64\n", Table, StringComparison.Ordinal);
        Assert.DoesNotContain("arch\tarm\n", Table, StringComparison.Ordinal);
        Assert.DoesNotContain("sse", Table, StringComparison.Ordinal);
        Import("8.0.0");
        Assert.Equal(before, Table);
    }

    [Fact]
    public void Versions_that_say_the_same_share_their_rows_though_another_was_between_them()
    {
        foreach (var version in new[] { "7.0.0", "8.0.0", "9.0.0" })
        {
            Assert.Equal(0, Import(version, Path.Combine(s_maps, "8.0.0")));
        }

        var together = Table;
        Assert.Contains("model\tblue\t7.0.0-\t", together, StringComparison.Ordinal);
        Assert.Equal(0, Import("8.0.0", Path.Combine(s_maps, "4.0.0")));
        Assert.Contains("model\tblue\t7.0.0-7.0.0\t", Table, StringComparison.Ordinal);
        Assert.Contains("model\tblue\t8.0.0-8.0.0\t", Table, StringComparison.Ordinal);
        Assert.Contains("model\tblue\t9.0.0-\t", Table, StringComparison.Ordinal);
        Assert.Equal(0, Import("8.0.0", Path.Combine(s_maps, "8.0.0")));
        Assert.Equal(together, Table);
    }

    [Fact]
    public void A_map_that_libvirt_would_not_load_changes_nothing_and_is_told_with_its_places()
    {
        Import("8.0.0");
        var (table, sources) = (Table, Sources);
        var map = Directory.CreateDirectory(Path.Combine(_facts.FullName, "map"));
        File.WriteAllText(Path.Combine(map.FullName, "index.xml"), "<cpus><arch name='x86'>\n<include filename='models.xml'/>\n  <include filename='gone.xml'/></arch></cpus>");
        var models = Path.Combine(map.FullName, "models.xml");
        File.WriteAllText(models, "<cpus>\n  <model name='m'><feature name='f'/></model>\n</cpus>");
        var (exit, error) = Refused("9.0.0", map.FullName);
        Assert.Equal(1, exit);
        Assert.Equal(
            [$"{models}(2,19): model 'm' has the feature 'f', which is not there", $"{Path.Combine(map.FullName, "index.xml")}(3,3): the included file 'gone.xml' is not there"],
            error.Split(Environment.NewLine));
        Assert.Equal((table, sources), (Table, Sources));
    }

    [Fact]
    public void What_is_no_map_at_all_is_told()
    {
        Assert.Equal((1, $"{_facts.FullName}: the folder has neither index.xml nor cpu_map.xml"), Refused("9.0.0", _facts.FullName));
        var file = Path.Combine(_facts.FullName, "x.xml");
        Assert.Equal((1, $"{file}(1,1): there is no such file"), Refused("9.0.0", file));
        File.WriteAllBytes(file, [(byte)'<', 0xff, 0xfe]);
        Assert.StartsWith($"{file}(1,1): this is not UTF-8: ", Refused("9.0.0", file).Error, StringComparison.Ordinal);
        File.WriteAllBytes(file, new byte[FactCatalog.MaxCharacters + 1]);
        Assert.Equal((1, $"{file}(1,1): the file has more than 16777216 bytes: this cannot be a cpu_map of libvirt"), Refused("9.0.0", file));
        File.WriteAllText(file, "<cpus><arch name='x86'><model name='a;b'/></arch></cpus>");
        Assert.Equal((1, "the model 'a;b' has a ';' in its name, which parts the names of models in the table"), Refused("9.0.0", file));
        Assert.Equal((1, "'nine' is no version of libvirt, such as 9.0.0"), Refused("nine", file));
    }

    [Fact]
    public void The_bundled_table_is_what_an_import_would_write() => Assert.Equal(Rows(File.ReadAllLines(s_bundled)), Rows(new CpuMapTable(Bundled()).Rows().Select(r => string.Join('\t', r).TrimEnd('\t'))));

    /// <summary>Each version's facts, written as libvirt's XML and forgotten, come back from that XML to the byte.</summary>
    [Fact]
    public void Every_bundled_version_that_is_removed_and_imported_again_leaves_the_same_table()
    {
        var before = Rows(File.ReadAllLines(s_bundled));
        var table = new CpuMapTable(Bundled());
        foreach (var version in FactCatalog.Bundled.CpuMaps.Versions)
        {
            table.Remove(version);
            Assert.NotEqual(before, Rows(table.Rows().Select(r => string.Join('\t', r).TrimEnd('\t'))));
            var files = CpuMapXmlWriter.Write(version);
            table.Replace(version, CpuMapXml.Read("index.xml", files.GetValueOrDefault).Map!);
            Assert.Equal(before, Rows(table.Rows().Select(r => string.Join('\t', r).TrimEnd('\t'))));
        }
    }

    private static IEnumerable<string[]> Bundled() => File.ReadAllLines(s_bundled).Where(l => l[0] != '#').Select(l => l.Split('\t'));

    private static List<string> Rows(IEnumerable<string> lines) => [.. lines.Where(l => l[0] != '#')];
}
