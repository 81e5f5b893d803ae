using BenchmarkDotNet.Attributes;
using ConfigSdk.Catalog;

namespace ConfigSdk.Benchmarks;

/// <summary>Single queries once all is loaded, as an analyzer asks them while somebody types.</summary>
[MemoryDiagnoser]
[WarmupCount(5)]
[IterationCount(20)]
[IterationTime(100)]
public class Warm
{
    private static readonly NovaOptions s_options = FactCatalog.Bundled.Options;
    private static readonly CpuMaps s_maps = FactCatalog.Bundled.CpuMaps;
    private static readonly Version s_libvirt = new(11, 3, 0, 0);
    private readonly OptionHistory _option = s_options.Find("libvirt", "cpu_models")!;
    private readonly Release _release = Release.Parse("31.0.0");
    private readonly CpuMap _map = s_maps.For(s_libvirt, "x86_64")!;
    private readonly string[] _models = [.. s_maps.For(s_libvirt, "x86_64")!.Models.Select(m => m.Name)];
    private readonly FactFile.Row _row = CpuMapFacts.Bundled.Part(s_libvirt, "x86")!.Models.Single(m => m[1] == "Cascadelake-Server-v5");

    [Benchmark]
    public object? Option_found() => s_options.Find("libvirt", "cpu_models");

    [Benchmark]
    public object? Option_unknown() => s_options.Find("libvirt", "cpu_modles");

    [Benchmark]
    public object? Option_in_a_release() => _option.In(_release);

    [Benchmark]
    public object? Cpu_map_first_time() => new CpuMap(s_libvirt, isOwn: false, CpuMapFacts.Bundled.Part(s_libvirt, "x86")!);

    [Benchmark]
    public object? Cpu_map_again() => s_maps.For(s_libvirt, "x86_64");

    [Benchmark]
    public object? Features_of_a_model_first_time() => new CpuMapModel(_map, _row).Features;

    [Benchmark]
    public object? Features_of_a_model_again() => _map.Find("Cascadelake-Server-v5")!.Features;

    [Benchmark]
    public object? Nearest_of_all_models() => Spelling.Nearest("Nehalm", _models);

    [Benchmark]
    public object? Image_property_found() => Catalog.ImageProperties.Find("hw_qemu_guest_agent");
}
