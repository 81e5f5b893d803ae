using System.Text.Json;
using ConfigSdk.Rules;

namespace ConfigSdk.Hosting;

/// <summary>The lines that the build's task reads. Only these are findings; whatever a declaration prints is not.</summary>
internal sealed class Protocol(Stream output) : IDisposable
{
    private static readonly byte[] s_prefix = "##configsdk "u8.ToArray();

    /// <summary>Reports a finding.</summary>
    public void Finding(string id, string severity, Place place, string message, string helpLink) => Line(json =>
    {
        json.WriteString("kind", "finding");
        json.WriteString("id", id);
        json.WriteString("severity", severity);
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteNumber("endLine", 0);
        json.WriteNumber("endColumn", 0);
        json.WriteString("message", message);
        json.WriteString("helpLink", helpLink);
    });

    /// <summary>A line for people.</summary>
    public void Print(string text) => Line(json =>
    {
        json.WriteString("kind", "text");
        json.WriteString("text", text);
    });

    /// <summary>Says that the host came to its end by itself; without this line the build fails.</summary>
    /// <param name="nodes">How many nodes were written.</param>
    /// <param name="files">How many files.</param>
    /// <param name="settings">How many settings the nodes have and the editor knows; null if nobody counted.</param>
    public void Done(int nodes, int files, SettingCount? settings = null) => Line(json =>
    {
        json.WriteString("kind", "done");
        json.WriteNumber("nodes", nodes);
        json.WriteNumber("files", files);
        if (settings is { } count)
        {
            json.WriteNumber("settings", count.All);
            json.WriteNumber("known", count.Known);
        }
    });

    /// <inheritdoc/>
    public void Dispose() => output.Dispose();

    private void Line(Action<Utf8JsonWriter> body)
    {
        using var line = new MemoryStream();
        line.Write(s_prefix);
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            body(json);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        output.Write(line.GetBuffer().AsSpan(0, (int)line.Length));
        output.Flush();
    }
}
