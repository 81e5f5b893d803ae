using System.Globalization;
using System.Text.Json;
using ConfigSdk.Hosting.Source;
using ConfigSdk.Rules;

namespace ConfigSdk.Hosting;

/// <summary>How much of the nodes the analyzer knew from their source, as it noted in the compiler's log.</summary>
internal sealed class KnownToEditor
{
    private readonly Dictionary<string, int> _fleets = new(StringComparer.Ordinal);
    private readonly Dictionary<Place, int> _lines = [];

    /// <summary>Reads the note.</summary>
    /// <param name="note">The entry of the log.</param>
    public KnownToEditor(JsonElement note)
    {
        if (!note.TryGetProperty("properties", out var properties) || !properties.TryGetProperty("customProperties", out var counts))
        {
            return;
        }

        foreach (var count in counts.EnumerateObject())
        {
            // What is of another form nobody counted.
            if (!int.TryParse(count.Value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var known))
            {
                continue;
            }

            var bracket = count.Name.LastIndexOf('(');
            if (bracket >= 0 && int.TryParse(count.Name.AsSpan(bracket + 1).TrimEnd(')'), NumberStyles.None, CultureInfo.InvariantCulture, out var line))
            {
                _lines[new Place(count.Name[..bracket], line, 0)] = known;
            }
            else
            {
                _fleets[count.Name] = known;
            }
        }
    }

    /// <summary>How many settings the nodes of a fleet have, and how many of them the editor knows.</summary>
    public SettingCount Of(LoadedFleet fleet, SourceLocator locator)
    {
        // To find where nodes are created costs reading their source, which a fleet that is known as a whole need not.
        var known = _fleets.TryGetValue(fleet.Name, out var ofFleet) ? ofFleet : fleet.Nodes.Items.Sum(n => KnownOf(n, locator));
        var all = fleet.Nodes.Items.Sum(n => n.Settings.All);
        return new(Math.Min(known, all), all);
    }

    private int KnownOf(PartialValue node, SourceLocator locator)
    {
        var all = node.Settings.All;
        return node.Origin is ObjectOrigin origin && locator.FindCreation(origin.Owner)?.Place is { } place && _lines.TryGetValue(place with { Column = 0 }, out var known)
            ? Math.Min(known, all)
            : all;
    }
}
