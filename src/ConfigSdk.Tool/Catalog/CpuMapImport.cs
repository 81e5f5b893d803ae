using System.CommandLine;
using System.Text;
using ConfigSdk.Catalog;

namespace ConfigSdk.Tool.Catalog;

/// <summary><c>configsdk catalog import cpu-map</c>: has a libvirt version say in cpu-map.tsv what its own cpu_map says.</summary>
internal static class CpuMapImport
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Command Create()
    {
        var libvirt = new Option<string>("--libvirt") { Description = "libvirt's version, such as 9.0.0.", Required = true };
        var map = new Option<string>("--map") { Description = "libvirt's cpu_map: the folder, its index.xml, or the cpu_map.xml of old versions.", Required = true };
        return Import.Command("cpu-map", "Reads libvirt's cpu_map.", [libvirt, map], (parsed, table) =>
        {
            var version = CpuMapTable.Parse(parsed.GetRequiredValue(libvirt));
            var versions = new CpuMapTable(table.Rows);
            versions.Replace(version, Read(parsed.GetRequiredValue(map)));
            table.Rows = versions.Rows();
            return CpuMapTable.Text(version);
        });
    }

    private static CpuMapData Read(string path)
    {
        var file = !Directory.Exists(path) ? path
            : Array.Find([Path.Combine(path, "index.xml"), Path.Combine(path, "cpu_map.xml")], File.Exists)
                ?? throw new ImportException($"{path}: the folder has neither index.xml nor cpu_map.xml");
        var (map, flaws) = CpuMapXml.Read(file, Text);
        return map ?? throw new ImportException(string.Join(Environment.NewLine, flaws.Select(f => $"{f.Path}({f.Line},{f.Column}): {f.Message}")));
    }

    private static string? Text(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        if (new FileInfo(path).Length > FactCatalog.MaxCharacters)
        {
            throw new ImportException($"{path}(1,1): the file has more than {FactCatalog.MaxCharacters} bytes: this cannot be a cpu_map of libvirt");
        }

        try
        {
            return File.ReadAllText(path, s_utf8);
        }
        catch (DecoderFallbackException e)
        {
            throw new ImportException($"{path}(1,1): this is not UTF-8: {e.Message}");
        }
    }
}
