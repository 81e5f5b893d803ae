using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ConfigSdk.Tasks;

/// <summary>One line of the host's that is meant for the build: a mark, and an object in JSON.</summary>
internal readonly struct HostLine
{
    private const string Mark = "##configsdk ";

    private readonly XElement _object;

    private HostLine(XElement value) => _object = value;

    /// <summary>Reads a line; null if it is not meant for the build.</summary>
    public static HostLine? Parse(string line)
    {
        if (!line.StartsWith(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            using var reader = JsonReaderWriterFactory.CreateJsonReader(
                Encoding.UTF8.GetBytes(line.Substring(Mark.Length)), XmlDictionaryReaderQuotas.Max);
            return new HostLine(XElement.Load(reader));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The text of a member; null if it is null or left out.</summary>
    public string? Text(string member) =>
        _object.Element(member) is { } element && element.Attribute("type")?.Value != "null" ? element.Value : null;

    /// <summary>The number of a member; zero if it is left out.</summary>
    public int Number(string member) => Text(member) is { } text ? XmlConvert.ToInt32(text) : 0;
}
