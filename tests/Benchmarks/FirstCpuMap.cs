using BenchmarkDotNet.Attributes;
using ConfigSdk.Catalog;
using ConfigSdk.Tool.Tests;

namespace ConfigSdk.Benchmarks;

/// <summary>The first CPU map of a process: libvirt 11.3.0's of x86_64.</summary>
public class FirstCpuMap : FreshProcess
{
    private Dictionary<string, string> _xml = [];

    [Benchmark(Baseline = true)]
    public object? Catalog() => Kept = FactCatalog.Bundled.CpuMaps.For(new Version(11, 3), "x86_64");

    /// <summary>The map as libvirt has it, for all architectures of this one version; the files are in memory.</summary>
    [Benchmark]
    public object? XML_of_libvirt() => Kept = CpuMapXml.Read("index.xml", _xml.GetValueOrDefault).Map;

    /// <summary>What any first call costs here.</summary>
    [Benchmark]
    public object? Nothing() => Kept = null;

    [GlobalSetup(Target = nameof(XML_of_libvirt))]
    public void WriteXml() => _xml = CpuMapXmlWriter.Write(new Version(11, 3, 0, 0));
}
