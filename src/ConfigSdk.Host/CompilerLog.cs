using System.Text.Json;
using ConfigSdk.Rules;

namespace ConfigSdk.Hosting;

/// <summary>What the compiler's run of the analyzer already said, from its SARIF log: a finding is shown once.</summary>
internal sealed class CompilerLog
{
    private readonly HashSet<(string Id, string File, int Line)> _said = [];

    private readonly bool _printedOnly;

    /// <summary>How much of the nodes the source tells; null if the compiler did not count, as where analyzers are switched off.</summary>
    public KnownToEditor? KnownToEditor { get; private set; }

    /// <summary>Reads the log.</summary>
    /// <param name="file">The log; null if there is none.</param>
    /// <param name="printedOnly">Whether to leave out what the compiler notes in its log and does not print: information.</param>
    public CompilerLog(string? file, bool printedOnly)
    {
        _printedOnly = printedOnly;
        if (file is null || !File.Exists(file))
        {
            return;
        }

        try
        {
            using var log = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var run in log.RootElement.GetProperty("runs").EnumerateArray())
            {
                foreach (var result in run.GetProperty("results").EnumerateArray())
                {
                    Add(result);
                }
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A log that is not of this form says nothing; then a warning may be shown twice, which is better than not at all.
        }
    }

    /// <summary>Whether the compiler reported the id on that line, or a suppression in source kept it from doing so.</summary>
    public bool Has(string id, Place place) => place.File is not null && _said.Contains((id, place.File, place.Line));

    private void Add(JsonElement result)
    {
        if (!result.TryGetProperty("ruleId", out var id) || id.GetString() is not { } rule || !rule.StartsWith("NOVA", StringComparison.Ordinal))
        {
            return;
        }

        if (rule == SdkDescriptors.PartlyKnown.Id)
        {
            KnownToEditor = new KnownToEditor(result);
            return;
        }

        if (_printedOnly && result.TryGetProperty("level", out var level) && level.GetString() == "note" && !result.TryGetProperty("suppressions", out _))
        {
            return;
        }

        // The analyzer speaks in the file that it looks at; a value of another file is among the related places.
        foreach (var places in new[] { "locations", "relatedLocations" })
        {
            foreach (var location in result.TryGetProperty(places, out var list) ? list.EnumerateArray() : default)
            {
                if (location.TryGetProperty("physicalLocation", out var physical)
                    && physical.TryGetProperty("artifactLocation", out var artifact) && physical.TryGetProperty("region", out var region)
                    && Uri.TryCreate(artifact.GetProperty("uri").GetString(), UriKind.Absolute, out var uri))
                {
                    _said.Add((rule, uri.LocalPath, region.GetProperty("startLine").GetInt32()));
                }
            }
        }
    }
}
