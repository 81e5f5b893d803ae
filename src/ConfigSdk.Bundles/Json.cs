using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConfigSdk.Bundles;

/// <summary>Writes JSON files: indented by two, LF, one at the end.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        // The files are read by people and by JSON parsers, never pasted into HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            body(json);
        }

        buffer.Write("\n"u8);
        // The writer breaks lines as the system does; inside of strings it escapes what breaks lines. The file of a large fleet is copied only where it must be.
        return Environment.NewLine == "\n" ? buffer.WrittenMemory
            : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(buffer.WrittenSpan).Replace(Environment.NewLine, "\n", StringComparison.Ordinal));
    }
}
