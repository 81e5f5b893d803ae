using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ConfigSdk.Tool.Catalog;

/// <summary>Reads what QMP answers to <c>query-machines</c> and <c>query-cpu-definitions</c>: the list itself, or the answer around it.</summary>
internal static partial class QemuAnswers
{
    private static readonly JsonSerializerOptions s_names = new() { PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower, Converters = { new NameConverter() } };

    public static List<QemuEntry> Machines(string file, byte[] answer) =>
    [
        .. Read<Machine>(file, answer).SelectMany(m => (QemuEntry[])
        [
            new(m.Name, "", m.IsDefault, m.Deprecated, m.CpuMax?.ToString(CultureInfo.InvariantCulture) ?? "", YesOrNo(m.HotpluggableCpus), YesOrNo(m.NumaMemSupported), m.DefaultCpuType ?? ""),
            .. m.Alias is null ? [] : (QemuEntry[])[new(m.Alias, m.Name, false, false)],
        ]),
    ];

    public static List<QemuEntry> Cpus(string file, byte[] answer) =>
        [.. Read<Cpu>(file, answer).Select(c => new QemuEntry(c.Name, c.AliasOf ?? "", false, c.Deprecated, YesOrNo(c.MigrationSafe)))];

    private static IEnumerable<T> Read<T>(string file, byte[] answer)
        where T : class
    {
        try
        {
            var isList = answer.FirstOrDefault(b => b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) == '[';
            var list = isList ? JsonSerializer.Deserialize<T?[]>(answer, s_names)! : JsonSerializer.Deserialize<Answer<T>>(answer, s_names)?.Return;
            return list is null || list.Contains(null) ? throw new ImportException($"{file}: null is no answer") : list.OfType<T>();
        }
        catch (JsonException e)
        {
            // The message ends with what the place says better.
            var message = e.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];
            throw new ImportException($"{file}({e.LineNumber + 1},{e.BytePositionInLine + 1}): {message}");
        }
    }

    private static string YesOrNo(bool? value) => value switch { true => "yes", false => "no", null => "" };

    private sealed record Answer<T>([property: JsonRequired] T?[] Return);

    private sealed record Machine(
        [property: JsonRequired] string Name, string? Alias, bool IsDefault, int? CpuMax, bool? HotpluggableCpus, bool? NumaMemSupported, string? DefaultCpuType, [property: JsonRequired] bool Deprecated);

    private sealed record Cpu([property: JsonRequired] string Name, string? AliasOf, bool? MigrationSafe, [property: JsonRequired] bool Deprecated);

    /// <summary>All texts that are read are names; anything else would be read as something else again from the fact file.</summary>
    private sealed partial class NameConverter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.GetString() is { } name && Name().IsMatch(name)
                ? name
                : throw new JsonException("A name has to stand here: letters, digits and . _ + -.");

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => throw new NotSupportedException();

        [GeneratedRegex(@"\A[A-Za-z0-9._+-]+\z")]
        private static partial Regex Name();
    }
}
