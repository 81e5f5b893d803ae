using System.Reflection;
using ConfigSdk.Catalog;
using ConfigSdk.Tool.Catalog;
using CsCheck;

namespace ConfigSdk.Conformance.Tests;

/// <summary>The installed libvirt's own cpu_map is what the catalog says of that version, and what libvirt does not load is refused.</summary>
public sealed class CpuMapConformance : IDisposable
{
    private const string Installed = "/usr/share/libvirt/cpu_map";
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("configsdk-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Its_import_changes_nothing_even_if_the_version_was_removed()
    {
        var version = Version();
        if (!FactCatalog.Bundled.CpuMaps.Versions.Contains(version))
        {
            Tool.Skip($"NOT JUDGED BY THE REAL LIBVIRT: no map of libvirt {version.ToString(3)}, which is installed here, is bundled");
        }

        var facts = Path.Combine(typeof(CpuMapConformance).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!, "src/ConfigSdk.Catalog/Facts");
        foreach (var name in new[] { "cpu-map.tsv", "sources.tsv" })
        {
            File.Copy(Path.Combine(facts, name), Path.Combine(_directory.FullName, name));
        }

        var before = File.ReadAllText(Path.Combine(_directory.FullName, "cpu-map.tsv"));
        Import(version);
        Assert.Equal(before, File.ReadAllText(Path.Combine(_directory.FullName, "cpu-map.tsv")));

        var table = FactTable.Open(_directory, "cpu-map");
        var versions = new CpuMapTable(table.Rows);
        versions.Remove(version);
        table.Rows = versions.Rows();
        Assert.True(table.Save());
        Import(version);
        Assert.Equal(before, File.ReadAllText(Path.Combine(_directory.FullName, "cpu-map.tsv")));
    }

    /// <summary>libvirt is asked to load a damaged copy of its map, in a mount namespace of its own.</summary>
    [Theory]
    [InlineData("x86_Conroe.xml", "", "")]
    [InlineData("x86_Conroe.xml", "<feature name='apic'/>", "<feature name='acip'/>")]
    [InlineData("x86_Conroe.xml", "<feature name='apic'/>", "<feature name='acip' removed='yes'/>")]
    [InlineData("x86_Conroe.xml", "<feature name='apic'/>", "<feature name='apic' removed='maybe'/>")]
    [InlineData("x86_Conroe.xml", "<feature name='apic'/>", "<feature name='apic'/><feature name='apic'/>")]
    [InlineData("x86_Conroe.xml", "<decode host='on' guest='on'/>", "")]
    [InlineData("x86_Conroe.xml", "<decode host='on' guest='on'/>", "<decode host='on'/>")]
    [InlineData("x86_Conroe.xml", "<vendor name='Intel'/>", "<vendor name='Itnel'/>")]
    [InlineData("x86_Conroe.xml", "<vendor name='Intel'/>", "<vendor/>")]
    [InlineData("x86_Conroe.xml", "<vendor name='Intel'/>", "<model name='Penryn'/>")]
    [InlineData("x86_Conroe.xml", "<vendor name='Intel'/>", "<model name='qemu64'/><model name='Penryn'/>")]
    [InlineData("x86_Conroe.xml", "model='22'", "")]
    [InlineData("x86_Conroe.xml", "model='22'", "model='0x16'")]
    [InlineData("x86_Conroe.xml", "model='22'", "model='22' stepping='16'")]
    [InlineData("x86_Conroe.xml", "model='22'", "model='22' stepping='0-3, 5,^1'")]
    [InlineData("x86_Conroe.xml", "<model name='Conroe'>", "<model name='qemu64'>")]
    [InlineData("x86_Conroe.xml", "<model name='Conroe'>", "<model>")]
    [InlineData("x86_Conroe.xml", "<cpus>", "<cpu>")]
    [InlineData("x86_Conroe.xml", "<cpus>", "<cpus><include filename='gone.xml'/>")]
    [InlineData("x86_features.xml", "<cpus>", "<cpus><feature name='x'/>")]
    [InlineData("x86_features.xml", "<cpus>", "<cpus><feature name='vme'><cpuid eax_in='1' edx='1'/></feature>")]
    [InlineData("x86_features.xml", "<cpus>", "<cpus><feature name='x'><cpuid edx='1'/></feature>")]
    [InlineData("x86_features.xml", "<cpus>", "<cpus><feature name='x'><cpuid eax_in='010' edx='1'/></feature>")]
    [InlineData("x86_features.xml", "<cpus>", "<cpus><feature name='x'><cpuid eax_in='09' edx='1'/></feature>")]
    [InlineData("x86_features.xml", "<cpus>", "<cpus><feature name='x'><cpuid eax_in='1' edx='0x100000000'/></feature>")]
    [InlineData("x86_vendors.xml", "<cpus>", "<cpus><vendor name='Intel' string='GenuineIntel'/>")]
    [InlineData("x86_vendors.xml", "<cpus>", "<cpus><vendor name='x' string='short'/>")]
    [InlineData("x86_vendors.xml", "<cpus>", "<cpus><vendor name='x' string='GenuineIntel'/>")]
    [InlineData("index.xml", "<include filename='x86_Conroe.xml'/>", "<include filename='x86_Cnoroe.xml'/>")]
    [InlineData("index.xml", "<include filename='x86_Conroe.xml'/>", "<include/>")]
    [InlineData("index.xml", "<include filename='x86_Conroe.xml'/>", "<include filename='x86_Conroe.xml'/><include filename='x86_Conroe.xml'/>")]
    [InlineData("index.xml", "</cpus>", "<arch name='x86'><model/></arch></cpus>")]
    public void What_libvirt_does_not_load_is_refused_and_nothing_else(string file, string old, string damage)
    {
        Version();
        if (Environment.UserName != "root")
        {
            Tool.Skip("NOT JUDGED BY THE REAL LIBVIRT: only root may put another map before it");
        }

        foreach (var original in Directory.GetFiles(Installed))
        {
            File.Copy(original, Path.Combine(_directory.FullName, Path.GetFileName(original)));
        }

        var damaged = Path.Combine(_directory.FullName, file);
        if (old.Length > 0)
        {
            var text = File.ReadAllText(damaged);
            Assert.Contains(old, text, StringComparison.Ordinal);
            File.WriteAllText(damaged, text.Replace(old, damage, StringComparison.Ordinal));
        }

        var answer = Tool.Run("/usr/bin/unshare", ["--mount", "sh", "-c", $"mount --bind '{_directory.FullName}' {Installed} && (virsh -c test:///default cpu-models x86_64 2>&1 || true)"]);
        var refused = answer.Contains("error:", StringComparison.Ordinal);
        Assert.True(refused || answer.Contains("qemu64", StringComparison.Ordinal), answer);
        var reading = Read(_directory.FullName, _ => null);
        Assert.Equal(answer, refused == reading.Flaws.Count > 0 ? answer : string.Join('\n', reading.Flaws));
    }

    [Fact]
    public void However_it_is_damaged_nothing_is_thrown_and_flaws_have_places()
    {
        Version();
        var names = Directory.GetFiles(Installed, "x86_*").Select(f => Path.GetFileName(f)!).Append("index.xml").ToArray();
        Gen.Select(Gen.OneOf<string>(names), Gen.Double[0, 1], Gen.Int[0, 300], Gen.OneOf<string>("", "<", "'", ">", "/>", "&#1;", "name=''", "<model name='Conroe'/>", "</cpus>")).Sample((name, where, length, piece) =>
        {
            var text = File.ReadAllText(Path.Combine(Installed, name));
            var at = (int)(where * text.Length);
            text = text[..at] + piece + text[Math.Min(at + length, text.Length)..];
            var reading = Read(Installed, p => Path.GetFileName(p) == name ? text : null);
            Assert.Equal(reading.Map is null, reading.Flaws.Count > 0);
            Assert.All(reading.Flaws, f =>
            {
                var lines = (Path.GetFileName(f.Path) == name ? text : File.ReadAllText(f.Path)).Split('\n');
                Assert.InRange(f.Line, 1, lines.Length);
                Assert.InRange(f.Column, 1, lines[f.Line - 1].Length + 1);
            });
        });
    }

    private static CpuMapReading Read(string folder, Func<string, string?> other) =>
        CpuMapXml.Read(Path.Combine(folder, "index.xml"), p => other(p) ?? (File.Exists(p) ? File.ReadAllText(p) : null));

    private static Version Version()
    {
        Tool.Require("libvirt", "libvirt-clients", "/usr/bin/virsh", "--version");
        Tool.Require("cpu_map of libvirt", "libvirt0 or libvirt-common", "/usr/bin/test", "-f", Path.Combine(Installed, "index.xml"));
        return VersionText.Parse(Tool.Run("/usr/bin/virsh", ["--version"]).Trim())!;
    }

    private void Import(Version version) => Assert.Equal(0, CatalogCommand.Create().Parse(
        ["import", "cpu-map", "--libvirt", version.ToString(3), "--map", Installed, "--facts", _directory.FullName, "--source", "the installed libvirt"]).Invoke());
}
