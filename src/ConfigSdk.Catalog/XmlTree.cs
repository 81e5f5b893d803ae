using System.Text.RegularExpressions;
using System.Xml;

namespace ConfigSdk.Catalog;

/// <summary>Reads XML that anybody may have written into elements that know their place. Nothing outside the text is ever read.</summary>
internal sealed class XmlTree(Action<InputFlaw> refuse)
{
    // Ten times what libvirt's own maps have.
    private const int MaxElements = 250_000;
    private const int MaxAttributes = 32;
    private const int MaxDepth = 32;

    private static readonly string[] s_lineBreaks = ["\r\n", "\r", "\n"];

    // What may stand before the DOCTYPE. Nothing follows in the pattern, so it never tries twice.
    private static readonly Regex s_prolog = new(@"\A(?>\s+|<\?.*?\?>|<!--.*?-->)*", RegexOptions.Singleline | RegexOptions.CultureInvariant);

    private int _elements;

    /// <summary>The root element; null if the text was refused.</summary>
    public PlacedElement? Read(string path, string text)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return Read(path, reader);
        }
        catch (XmlException e)
        {
            refuse(Place(path, text, e));
            return null;
        }
    }

    private PlacedElement? Read(string path, XmlReader reader)
    {
        PlacedElement? root = null;
        var open = new Stack<PlacedElement>();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var element = Element(path, reader);
                    var excess = ++_elements > MaxElements ? $"more than {MaxElements} elements"
                        : reader.AttributeCount > MaxAttributes ? $"more than {MaxAttributes} attributes in one element"
                        : open.Count >= MaxDepth ? $"elements more than {MaxDepth} deep"
                        : null;
                    if (excess is not null)
                    {
                        refuse(element.Flaw($"{excess}: this cannot be a cpu_map of libvirt"));
                        return null;
                    }

                    if (open.Count > 0)
                    {
                        open.Peek().Add(element);
                    }

                    root ??= element;
                    if (!reader.IsEmptyElement)
                    {
                        open.Push(element);
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    open.Peek().AddText(reader.Value);
                    break;
            }
        }

        return root;
    }

    private static PlacedElement Element(string path, XmlReader reader)
    {
        var place = (IXmlLineInfo)reader;
        // libvirt looks for elements of no namespace: a prefix stays in the name, so nothing takes them for its own.
        var name = reader.NamespaceURI.Length == 0 ? reader.Name : reader.NamespaceURI + ":" + reader.LocalName;
        // The place is that of the '<'.
        var element = new PlacedElement(path, name, place.LineNumber, Math.Max(place.LinePosition - 1, 1));
        if (reader.AttributeCount <= MaxAttributes)
        {
            while (reader.MoveToNextAttribute())
            {
                element.Set(reader.Name, reader.Value);
            }

            reader.MoveToElement();
        }

        return element;
    }

    private static InputFlaw Place(string path, string text, XmlException e)
    {
        // XmlReader does not say where the DOCTYPE is that it may not read.
        var prolog = s_prolog.Match(text).Value;
        if (string.CompareOrdinal(text, prolog.Length, "<!DOCTYPE", 0, 9) == 0)
        {
            var before = prolog.Split(s_lineBreaks, StringSplitOptions.None);
            return new InputFlaw(path, before.Length, before[before.Length - 1].Length + 1, "a DOCTYPE is refused, and with it all entities of its own: libvirt's cpu_map has none");
        }

        // Where the text ends too early, XmlReader may say that it is in line 0.
        var lines = text.Split(s_lineBreaks, StringSplitOptions.None);
        var line = Math.Min(Math.Max(e.LineNumber, 1), lines.Length);
        return new InputFlaw(path, line, Math.Min(Math.Max(e.LinePosition, 1), lines[line - 1].Length + 1), $"this is not well-formed XML: {e.Message}");
    }
}

/// <summary>An element and its place.</summary>
internal sealed class PlacedElement(string path, string name, int line, int column)
{
    private readonly List<KeyValuePair<string, string>> _attributes = [];
    private readonly List<PlacedElement> _children = [];

    /// <summary>The name.</summary>
    public string Name => name;

    /// <summary>The text directly in it.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The attribute's value; null if there is none.</summary>
    public string? this[string attribute] => _attributes.Find(a => a.Key == attribute).Value;

    /// <summary>The child elements.</summary>
    public IReadOnlyList<PlacedElement> Children => _children;

    // Nothing needs long texts, and comments may cut one into a million pieces.
    public void AddText(string text) => Text = Text.Length < 100 ? Text + text : Text;

    public void Add(PlacedElement child) => _children.Add(child);

    public void Set(string attribute, string value) => _attributes.Add(new(attribute, value));

    /// <summary>The child elements of one name.</summary>
    public IEnumerable<PlacedElement> All(string child) => _children.Where(c => c.Name == child);

    /// <summary>The first child element of one name; null if there is none.</summary>
    public PlacedElement? First(string child) => _children.FirstOrDefault(c => c.Name == child);

    /// <summary>Something that is wrong with this element.</summary>
    public InputFlaw Flaw(string message) => new(path, line, column, message);
}
