using System.Globalization;
using System.Text.Json;
using ConfigSdk.Catalog;
using ConfigSdk.Rules.Tests;
using ConfigSdk.Tests;

namespace ConfigSdk.Conformance.Tests;

/// <summary>
/// Files of many options at random, read by the real oslo.config: it knows all of them, refuses exactly the values that NOVA5001 refuses, and reads
/// all others as they are declared.
/// </summary>
public sealed class RandomFilesConformance
{
    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public async Task Files_at_random_are_read_as_declared(string root)
    {
        var reader = InstalledNova.In(root);
        var tally = new Tally("nova.conf at random", reader.Release);
        foreach (var settings in new SomeSettings(reader.Release).Many.Draw(Sampling.Count("CONFIGSDK_FILES", 300)))
        {
            if (await Differences(settings, tally) is not null)
            {
                tally.Differ((await Differences(await Sampling.Reduced(settings, s => Differences(s, null)), null))!);
            }
        }

        tally.Report();

        Task<string?> Differences(IReadOnlyList<Setting> settings, Tally? tally)
        {
            var node = Setting.Node(reader.Release, settings);
            var findings = Judged.Of(node);
            if (findings.Any(f => !f.Rule.IsConfigurable))
            {
                // No line can hold it as it is meant, and no file is written.
                return Task.FromResult<string?>(null);
            }

            var verdict = reader.Read(InstalledNova.ConfOf(node));
            var refused = findings.Where(f => f.Rule.Id == "NOVA5001").Select(f => ((Setting)f.At.Origin!).Option).ToHashSet();
            tally?.Judged(verdict.Errors.Count > 0, refused.Count > 0);
            tally?.Confirm(refused.Select(_ => "NOVA5001"), Evidence.Refused);
            tally?.Confirm(settings.Where(s => !refused.Contains(s.Option)).Select(_ => "NOVA5001"), Evidence.Silent);
            var differences = verdict.Unknown.Select(u => $"{u} is not known").ToList();
            // nova registers these three of keystoneauth's adapters as dummies, which read as nothing whatever is written.
            foreach (var setting in settings.Where(s => s.Option.Option is not ("version" or "min_version" or "max_version")))
            {
                var name = FactCatalog.Bundled.Options.Find(setting.Option)!.In(reader.Release)!.Name.ToString();
                var error = verdict.Errors.GetValueOrDefault(name);
                if (error is not null != refused.Contains(setting.Option))
                {
                    differences.Add($"{setting}: {(error is null ? "we refuse it" : "nova refuses it: " + error)}");
                }
                else if (error is null && IsComparable(setting, reader.Release))
                {
                    var value = verdict.Values.GetValueOrDefault(name);
                    if (Reads(setting, value, reader.Release))
                    {
                        tally?.Read(KindOf(value));
                    }
                    else
                    {
                        differences.Add($"{setting}: is read as {(value.ValueKind == JsonValueKind.Undefined ? "nothing" : value.GetRawText())}");
                    }
                }
            }

            return Task.FromResult(differences.Count == 0 ? null : string.Join("\n", differences));
        }
    }

    /// <summary>Whether the option's own text says what is to be read: where it is a reference to another option, that one decides, and no line of several is none.</summary>
    private static bool IsComparable(Setting setting, Release release) =>
        !setting.Text.Contains('$') && (FactCatalog.Bundled.Options.Find(setting.Option)!.In(release) is { IsMultiValued: false } || setting.Text.Trim().Length > 0);

    private static string KindOf(JsonElement read) => read.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "booleans",
        JsonValueKind.Number => "numbers",
        JsonValueKind.Null => "without a value",
        JsonValueKind.Array when read.EnumerateArray().Any(i => i.ValueKind == JsonValueKind.Object) => "lists of dictionaries",
        JsonValueKind.Array => "lists",
        JsonValueKind.Object => "dictionaries",
        _ => "texts",
    };

    /// <summary>Whether nova reads what is written.</summary>
    private static bool Reads(Setting setting, JsonElement read, Release release)
    {
        var facts = FactCatalog.Bundled.Options.Find(setting.Option)!.In(release)!;
        var text = setting.Text.Trim();
        var items = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return read.ValueKind switch
        {
            JsonValueKind.True => text.ToLowerInvariant() is "true" or "1" or "on" or "yes",
            JsonValueKind.False => text.ToLowerInvariant() is "false" or "0" or "off" or "no",
            JsonValueKind.Number => double.Parse(text, CultureInfo.InvariantCulture) == read.GetDouble(),
            // An empty number is none.
            JsonValueKind.Null => text.Length == 0,
            JsonValueKind.Array => items.SequenceEqual(read.EnumerateArray().Select(i => i.ValueKind == JsonValueKind.Object ? Pairs(i) : i.ToString())),
            JsonValueKind.Object => string.Join(",", items) == Pairs(read),
            JsonValueKind.Undefined => false,
            // Choices that are compared without regard to case are read as the release writes them.
            _ => text == read.GetString() || (facts.IgnoresCase && text.Equals(read.GetString(), StringComparison.OrdinalIgnoreCase)),
        };
    }

    private static string Pairs(JsonElement dictionary) => string.Join(",", dictionary.EnumerateObject().Select(p => $"{p.Name}:{p.Value}"));
}
