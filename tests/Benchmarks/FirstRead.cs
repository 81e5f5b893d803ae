using System.IO.Compression;
using BenchmarkDotNet.Attributes;
using ConfigSdk.Catalog;

namespace ConfigSdk.Benchmarks;

/// <summary>What it would cost if the fact files were embedded compressed: the bytes of nova-options.tsv.</summary>
public class FirstRead : FreshProcess
{
    private byte[] _deflated = [];

    /// <summary>With what loading the assembly takes.</summary>
    [Benchmark(Baseline = true)]
    public object? As_embedded() => Kept = FactFile.Bytes("nova-options.tsv");

    /// <summary>What would come on top: the assembly is loaded, the compressed bytes are read.</summary>
    [Benchmark]
    public object? Inflated()
    {
        using var deflate = new DeflateStream(new MemoryStream(_deflated), CompressionMode.Decompress);
        using var text = new MemoryStream();
        deflate.CopyTo(text);
        return Kept = text.ToArray();
    }

    [GlobalSetup(Target = nameof(Inflated))]
    public void Deflate()
    {
        using var deflated = new MemoryStream();
        using (var deflate = new DeflateStream(deflated, CompressionLevel.SmallestSize))
        {
            deflate.Write(FactFile.Bytes("nova-options.tsv"));
        }

        _deflated = deflated.ToArray();
    }
}
