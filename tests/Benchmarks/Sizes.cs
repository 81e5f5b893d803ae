using System.IO.Compression;
using ConfigSdk.Catalog;

namespace ConfigSdk.Benchmarks;

/// <summary>Where the bytes are: the fact files, and what a package of ConfigSdk is made of.</summary>
internal static class Sizes
{
    public static void Print(string package)
    {
        Console.WriteLine("| fact file | raw | gzip | Brotli |\n|---|---:|---:|---:|");
        var facts = typeof(FactCatalog).Assembly;
        foreach (var name in facts.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            var bytes = FactFile.Bytes(name);
            Console.WriteLine($"| {name} | {bytes.Length:N0} | {Length(bytes, s => new GZipStream(s, CompressionLevel.SmallestSize)):N0} | {Length(bytes, s => new BrotliStream(s, CompressionLevel.SmallestSize)):N0} |");
        }

        Console.WriteLine($"\nThe package has {new FileInfo(package).Length:N0} bytes.\n\n| in the package | raw | compressed |\n|---|---:|---:|");
        using var zip = ZipFile.OpenRead(package);
        foreach (var entry in zip.Entries.Where(e => e.CompressedLength > 10_000).OrderByDescending(e => e.CompressedLength))
        {
            Console.WriteLine($"| {entry.FullName} | {entry.Length:N0} | {entry.CompressedLength:N0} |");
        }
    }

    private static long Length(byte[] bytes, Func<Stream, Stream> compress)
    {
        using var compressed = new MemoryStream();
        using (var stream = compress(compressed))
        {
            stream.Write(bytes);
        }

        return compressed.ToArray().Length;
    }
}
