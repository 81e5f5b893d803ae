using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConfigSdk.Plans;

/// <summary>A plan for programs. Members may be added; none is renamed or removed.</summary>
public static class PlanJson
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the plan.</summary>
    public static void Write(Plan plan, Stream output)
    {
        using var json = new Utf8JsonWriter(output, s_options);
        json.WriteStartObject();
        json.WriteBoolean("hasChanges", plan.HasChanges);
        Write(json, "nodes", plan.Nodes);
        Write(json, "images", plan.Images);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string member, IReadOnlyList<NodePlan> nodes)
    {
        json.WriteStartArray(member);
        foreach (var node in nodes)
        {
            json.WriteStartObject();
            json.WriteString("name", node.Name);
            json.WriteString("fate", node.Fate switch { Fate.Added => "added", Fate.Removed => "removed", _ => "stays" });
            Write(json, node.Takes);
            json.WriteStartArray("changes");
            foreach (var change in node.Changes)
            {
                json.WriteStartObject();
                json.WriteString("kind", change.Kind);
                json.WriteString("name", change.Name);
                json.WriteString("before", change.Before);
                json.WriteString("after", change.After);
                json.WriteBoolean("beforeIsDefault", change.BeforeIsDefault);
                json.WriteBoolean("afterIsDefault", change.AfterIsDefault);
                Write(json, change.Takes);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("notCompared");
            foreach (var name in node.NotCompared)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<Effect> takes)
    {
        json.WriteStartArray("takes");
        foreach (var effect in takes)
        {
            json.WriteStringValue(effect.Key());
        }

        json.WriteEndArray();
    }
}
