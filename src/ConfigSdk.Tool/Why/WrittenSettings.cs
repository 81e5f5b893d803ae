using System.Text.Json;
using ConfigSdk.Plans;

namespace ConfigSdk.Tool.Why;

/// <summary>A node's sources/NODE.json, or an image's sources/images/IMAGE.json.</summary>
/// <param name="Settings">Each setting with its places: the one that holds, then those that it overrides.</param>
internal sealed record WrittenSettings(IReadOnlyList<(string Name, IReadOnlyList<WrittenAt> Places)> Settings)
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="PlanException">It is none.</exception>
    public static WrittenSettings Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return new([.. json.RootElement.GetProperty("settings").EnumerateArray().Select(s => (
                s.GetProperty("setting").GetString()!,
                (IReadOnlyList<WrittenAt>)[.. s.GetProperty("places").EnumerateArray().Select(p => new WrittenAt(
                    p.GetProperty("file").GetString()!, p.GetProperty("line").GetInt32(), p.GetProperty("member").GetString(), p.GetProperty("value").GetString()))]))]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new PlanException($"{path}: cannot be read; build the bundles again.");
        }
    }
}

/// <summary>Where a value was written.</summary>
/// <param name="File">The source file, relative to the project.</param>
/// <param name="Line">The line.</param>
/// <param name="Member">The member in whose declaration it stands.</param>
/// <param name="Value">The text of what was written.</param>
internal sealed record WrittenAt(string File, int Line, string? Member, string? Value)
{
    public override string ToString() => $"{File}:{Line}{(Member is null ? "" : $" in {Member}")}";
}
