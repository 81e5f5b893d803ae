using System.Xml.Linq;
using ConfigSdk.Catalog;

namespace ConfigSdk.Tool.Tests;

/// <summary>Writes what a bundled libvirt version says in libvirt's XML.</summary>
internal static class CpuMapXmlWriter
{
    /// <summary>The files by their names: an index, and a file for each model, for only includes can be in groups.</summary>
    public static Dictionary<string, string> Write(Version version)
    {
        var files = new Dictionary<string, string>();
        var index = new XElement("cpus");
        foreach (var name in new[] { "x86", "ppc64", "arm" })
        {
            if (CpuMapFacts.Bundled.Part(version, name) is { } part)
            {
                var architecture = new XElement("arch", new XAttribute("name", name),
                    part.Vendors.Select(v => new XElement("vendor", Name(v[1]), Optional(name == "arm" ? "value" : "string", v[3]))),
                    part.Features.Select(Feature));
                foreach (var model in part.Models)
                {
                    var file = $"{name}_{files.Count}.xml";
                    files.Add(file, new XElement("cpus", Model(model)).ToString());
                    var include = new XElement("include", new XAttribute("filename", file));
                    architecture.Add(model[13].Length > 0 ? new XElement("group", Name(model[13]), include) : include);
                }

                index.Add(architecture);
            }
        }

        files.Add("index.xml", index.ToString());
        return files;
    }

    private static XElement Feature(FactFile.Row row) => new("feature", Name(row[1]), Optional("migratable", row[3]),
        row.Words(4).Select(w => w.Split(':', 2)).Select(a => new XElement("alias", Name(a[1]), Optional("source", a[0]))),
        row.Words(5).Select(w => w.Split(':')).Select(b => b[0] == "msr"
            ? new XElement("msr", new XAttribute("index", b[1]), new XAttribute(b[3], b[4]))
            : new XElement("cpuid", new XAttribute("eax_in", b[1]), new XAttribute("ecx_in", b[2]), new XAttribute(b[3], b[4]))));

    private static XElement Model(FactFile.Row row) => new("model", Name(row[1]),
        row[7].Length > 0 ? new XElement("check", new XAttribute("partial", row[7])) : null,
        row[5].Split(',') is [var host, var guest] ? new XElement("decode", new XAttribute("host", host), new XAttribute("guest", guest)) : null,
        row[3].Length > 0 ? new XElement("model", Name(row[3])) : null,
        row.Words(8).Select(w => w.Split('/')).Select(s => new XElement("signature", new XAttribute("family", s[0]), new XAttribute("model", s[1]), s.Length > 2 ? new XAttribute("stepping", s[2]) : null)),
        row[4].Length > 0 ? new XElement("vendor", Name(row[4])) : null,
        row.Words(9).Select(f => new XElement("feature", Name(f))),
        row.Words(10).Select(f => new XElement("feature", Name(f), new XAttribute("removed", "yes"))),
        row.Words(11).Select(f => new XElement("feature", Name(f), new XAttribute("added", "yes"))),
        row.Words(12).Select(w => w.Split('/')).Select(p => new XElement("pvr", new XAttribute("value", p[0]), p.Length > 1 ? new XAttribute("mask", p[1]) : null)));

    private static XAttribute Name(string name) => new("name", name);

    private static XAttribute? Optional(string name, string value) => value.Length > 0 ? new(name, value) : null;
}
