namespace ConfigSdk.Catalog;

/// <summary>
/// Reads a cpu_map as libvirt ships it, of any version: <c>index.xml</c> with the files that it includes, or the single <c>cpu_map.xml</c> of before 4.7.0.
/// A map that libvirt itself would not load is refused, and so is what no map has, such as a DOCTYPE. Bad input never throws.
/// </summary>
public static class CpuMapXml
{
    /// <summary>After this many flaws no more are told.</summary>
    public const int MaxFlaws = 100;

    /// <summary>Reads a map.</summary>
    /// <param name="path">The path of <c>index.xml</c> or <c>cpu_map.xml</c>.</param>
    /// <param name="textOf">The text of a file by its path; null if there is none. It is asked for the path itself and for files in the same folder.</param>
    public static CpuMapReading Read(string path, Func<string, string?> textOf)
    {
        var flaws = new List<InputFlaw>();
        var map = new Reader(textOf, f =>
        {
            if (flaws.Count < MaxFlaws)
            {
                flaws.Add(f);
            }
        }).Read(path);
        return new CpuMapReading(flaws.Count == 0 ? map : null, flaws);
    }

    private sealed class Reader(Func<string, string?> textOf, Action<InputFlaw> refuse)
    {
        private readonly XmlTree _trees = new(refuse);
        private readonly Dictionary<string, PlacedElement?> _files = new(StringComparer.Ordinal);
        private int _characters;

        public CpuMapData? Read(string path)
        {
            if (textOf(path) is not { } text)
            {
                refuse(new InputFlaw(path, 1, 1, "there is no such file"));
                return null;
            }

            if (Root(path, text) is not { } root)
            {
                return null;
            }

            var parts = new Dictionary<string, CpuMapPart>(StringComparer.Ordinal);
            foreach (var element in root.All("arch"))
            {
                // libvirt takes the first part of an architecture and never looks at another.
                if (element["name"] is { Length: > 0 } name && !parts.ContainsKey(name))
                {
                    parts.Add(name, Part(path, name, element));
                }
            }

            if (parts.Count == 0)
            {
                refuse(root.Flaw("there is no <arch name='…'> in it: libvirt's own map has one for x86"));
            }

            return new CpuMapData(parts);
        }

        private CpuMapPart Part(string path, string architecture, PlacedElement element)
        {
            var part = new CpuMapPartReader(architecture, refuse);
            part.Add(element, "");
            var read = new HashSet<string>(StringComparer.Ordinal) { path.Substring(Folder(path).Length) };
            foreach (var child in element.Children)
            {
                switch (child.Name)
                {
                    case "include":
                        Include(child, "");
                        break;
                    case "group" when child["name"] is { } group:
                        foreach (var include in child.All("include"))
                        {
                            Include(include, group);
                        }

                        break;
                }
            }

            return part.Finish();

            void Include(PlacedElement include, string group)
            {
                if (include["filename"] is not { Length: > 0 } name)
                {
                    refuse(include.Flaw("<include> names no file: filename is missing"));
                }
                else if (name is "." or ".." || name.Any(c => c is '/' or '\\' or ':' || char.IsControl(c)))
                {
                    refuse(include.Flaw($"<include> may only name a file of the same folder, not '{name}'"));
                }
                else if (!read.Add(name))
                {
                    refuse(include.Flaw($"'{name}' is read already, so nothing may include it again"));
                }
                else if (File(Folder(path) + name, include) is { } file)
                {
                    // libvirt follows no <include> of an included file, so none can lead back to itself.
                    part.Add(file, group);
                }
            }
        }

        private PlacedElement? File(string path, PlacedElement include)
        {
            if (!_files.TryGetValue(path, out var root))
            {
                var text = textOf(path);
                if (text is null)
                {
                    refuse(include.Flaw($"the included file '{include["filename"]}' is not there"));
                }

                root = text is null ? null : Root(path, text);
                _files.Add(path, root);
            }

            return root;
        }

        private PlacedElement? Root(string path, string text)
        {
            if (text.Length > FactCatalog.MaxCharacters - _characters)
            {
                refuse(new InputFlaw(path, 1, 1, $"the map has more than {FactCatalog.MaxCharacters} characters: this cannot be a cpu_map of libvirt"));
                return null;
            }

            _characters += text.Length;
            var root = _trees.Read(path, text);
            if (root is not null && root.Name != "cpus")
            {
                refuse(root.Flaw($"this is no cpu_map of libvirt: it begins with <{root.Name}> where <cpus> should stand"));
                return null;
            }

            return root;
        }

        private static string Folder(string path) => path.Substring(0, path.LastIndexOfAny(['/', '\\']) + 1);
    }
}
