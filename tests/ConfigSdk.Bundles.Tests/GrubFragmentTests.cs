using System.Text;
using ConfigSdk.Catalog;
using ConfigSdk.Hosting;
using ConfigSdk.Rules;
using CsCheck;

namespace ConfigSdk.Bundles.Tests;

/// <summary>/etc/default/grub.d/nova-compute.cfg, as this machine's shell and the kernel read it.</summary>
public sealed class GrubFragmentTests : IDisposable
{
    private const string File = "rootfs/etc/default/grub.d/nova-compute.cfg";

    private static readonly Gen<string> s_name = Gen.Char["nosmtk_-.29= \"'$`\\;#{\n"].Array[0, 4].Select(c => new string(c));
    private static readonly Gen<string?> s_value = Gen.Frequency(
        (1, Gen.Const(0).Select(_ => (string?)null)),
        (4, Gen.Char["29aZ-,:=/@%^~!_+. \"'$`\\;&|<>(){}*?#\t\n\u00a0é\u0001"].Array[0, 4].Select(c => (string?)new string(c))));

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("configsdk-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("the vendor is not known", null, true, "intel_iommu=on")]
    [InlineData("the vendor is not known", null, false, "intel_iommu=off amd_iommu=off")]
    [InlineData("Intel", CpuVendor.Intel, true, "intel_iommu=on")]
    [InlineData("Intel", CpuVendor.Intel, false, "intel_iommu=off")]
    [InlineData("AMD's is at work by itself", CpuVendor.Amd, true, "")]
    [InlineData("AMD", CpuVendor.Amd, false, "amd_iommu=off")]
    [InlineData("Hygon", CpuVendor.Hygon, false, "amd_iommu=off")]
    public void The_iommu_is_switched_by_the_word_of_the_cpus_vendor(string what, CpuVendor? vendor, bool isOn, string arguments) => Assert.Equal(
        (what, arguments), (what, Arguments(new() { Iommu = isOn }, vendor is { } known ? new HostCpu(known) : null)));

    [Fact]
    public void Other_architectures_have_no_word_for_the_iommu() => Assert.Equal(
        "", Arguments(new() { Iommu = true }, target: new(NovaRelease.Caracal, "10.0", "8.2", "aarch64")));

    [Theory]
    [InlineData("managed_irq,domain,2-7", "isolcpus=managed_irq,domain,2-7")]
    [InlineData(null, "isolcpus=2-4,6-7")]
    public void A_further_argument_takes_the_place_of_what_would_be_made_of_the_declaration(string? isolated, string argument) => Assert.Equal(
        argument, Arguments(new() { IsolatedCpus = "2-7,^5", Arguments = isolated is null ? null : [new("isolcpus", isolated)] }));

    [Fact]
    public void Pages_of_a_size_are_one_number_and_sizes_are_in_order()
    {
        Assert.Equal("hugepagesz=2M hugepages=96 hugepagesz=1G hugepages=4", Arguments(new() { HugePages = [new("1G", 4), new("2M", 64), new("2048K", 32), new("64K", 0)] }));
        Assert.Equal("default_hugepagesz=1G hugepages=4", Arguments(new() { HugePages = [new("1G", 4)], Arguments = [new("default_hugepagesz", "1G"), new("hugepages", "4")] }));
        Assert.Equal("intel-iommu=on,sm_on", Arguments(new() { Iommu = true, Arguments = [new("intel-iommu", "on,sm_on")] }, HostCpu.Intel()));
    }

    [Fact]
    public void Without_arguments_there_is_no_file() => Assert.DoesNotContain(
        Render.Node(new() { Target = Target.Debian13, Host = new() { Kernel = new() { IsolatedCpus = "", HugePages = [], GrubFragment = true } } }).Files, f => f.Path == File);

    /// <summary>Whatever an argument is made of, the kernel gets it as declared, or a rule says that it would not.</summary>
    [Fact]
    public void An_argument_is_refused_or_read_back()
    {
        Shell.Require("sh");
        List<string[]> written = [];
        var refused = 0;
        Gen.Select(s_name, s_value).Array[1, 2].Sample(arguments =>
        {
            var profile = new NodeProfile
            {
                Target = Target.Debian13,
                Host = new() { Kernel = new() { IsolatedCpus = "2-7,^4", GrubFragment = true, Arguments = [.. arguments.Select(a => new KernelArgument(a.Item1, a.Item2))] } },
            };
            var node = NodeFacts.OfNode(ObjectReader.Read(new ComputeNode("cmp01", profile), null), FactCatalog.Bundled)!;
            if (RuleCatalog.Judge(node).AboutValues.Any(f => f.Rule.Id == "NOVA2035"))
            {
                refused++;
                return;
            }

            System.IO.File.WriteAllBytes(Path.Combine(_directory.FullName, $"{written.Count:00000}.cfg"), NodeBundle.Render(node).Files.Single(f => f.Path == File).Content.ToArray());
            written.Add(["quiet", "isolcpus=2-3,5-7", .. arguments.Select(a => a.Item2 is null ? a.Item1 : $"{a.Item1}={a.Item2}")]);
        }, iter: 2000, threads: 1);

        Assert.True(written.Count > 20 && refused > 20, $"{written.Count} written, {refused} refused");
        // As grub-mkconfig does.
        var (code, output, error) = Shell.Run("sh", ["-c", "set -e; for f in \"$1\"/*.cfg; do GRUB_CMDLINE_LINUX=quiet; . \"$f\"; printf '%s\\0' \"$GRUB_CMDLINE_LINUX\"; done", "sh", _directory.FullName]);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(written, output.Split('\0').SkipLast(1).Select(SplitByKernel));
    }

    private static string Arguments(HostKernel kernel, HostCpu? cpu = null, Target? target = null)
    {
        var bundle = Render.Node(new() { Target = target ?? Target.Debian13, Host = new() { Cpu = cpu, Kernel = kernel with { GrubFragment = true } } });
        var line = bundle.Files.FirstOrDefault(f => f.Path == File) is { } file ? Encoding.UTF8.GetString(file.Content.Span).Split('\n')[2] : "";
        return line.Replace("GRUB_CMDLINE_LINUX=\"$GRUB_CMDLINE_LINUX ", "", StringComparison.Ordinal).TrimEnd('"');
    }

    /// <summary>Arguments end at white space, Latin-1's too, outside of double quotes, which are taken away.</summary>
    private static string[] SplitByKernel(string line)
    {
        List<StringBuilder> arguments = [];
        var (isQuoted, isInside) = (false, false);
        foreach (var c in line)
        {
            var ends = !isQuoted && c is ' ' or (>= '\t' and <= '\r') or '\u00a0';
            isQuoted ^= c == '"';
            if (!ends && !isInside)
            {
                arguments.Add(new());
            }

            isInside = !ends;
            if (!ends && c != '"')
            {
                arguments[^1].Append(c);
            }
        }

        return [.. arguments.Select(a => a.ToString())];
    }
}
