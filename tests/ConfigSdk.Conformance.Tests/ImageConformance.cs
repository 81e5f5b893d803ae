using System.Text.Json;
using ConfigSdk.Rules;
using ConfigSdk.Tests;
using ConfigSdk.Rules.Tests;
using KnownProperties = ConfigSdk.Catalog.ImageProperties;

namespace ConfigSdk.Conformance.Tests;

/// <summary>
/// Images with properties at random, read by the real nova: what it cannot read is an error, and nothing else is said to be so; what no flavor can have
/// is found, and what is said to be refused for every guest is refused with every flavor; what nova drops without a word is a warning.
/// </summary>
public sealed class ImageConformance
{
    private static readonly HashSet<string> s_aboutDropped = ["NOVA3006", "NOVA3007", "NOVA3012", "NOVA3016"];

    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public async Task Images_at_random_are_read_as_judged(string root)
    {
        var process = NovaProcess.Start(root, "guests.py", "read_image_properties.py");
        var release = NovaProcess.ReleaseOf(process.Answer<Start>().Version);
        var node = Setting.LibvirtNode(release, [Setting.Parse("virt_type = kvm")]);
        var tally = new Tally("images at random", release);
        foreach (var image in SomeImages.Properties.Draw(Sampling.Count("CONFIGSDK_IMAGES", 250)))
        {
            if (await Difference(image, tally) is not null)
            {
                tally.Differ((await Difference(await Sampling.Reduced(image, i => Difference(i, null)), null))!);
            }
        }

        tally.Report();

        Task<string?> Difference(IReadOnlyList<(string Name, string Value)> properties, Tally? tally)
        {
            var findings = SomeImages.Judge(node, SomeImages.Declared(properties));
            if (findings.Any(f => !f.Rule.IsConfigurable))
            {
                return Task.FromResult<string?>(null); // nothing is written
            }

            var verdict = process.Ask<Verdict>(SomeImages.Asked(properties));
            var refused = findings.Where(f => SomeImages.IsRefused.IsMatch(f.Message)).ToArray();
            tally?.Judged(verdict.Error is not null || verdict.Refusal is not null, refused.Length > 0);
            (string? What, IEnumerable<Finding> About) difference =
                verdict.Error is not null && !findings.Any(f => f.Rule.Consequence == Consequence.Refused) ? ($"nova cannot read it ({verdict.Error}), and no error says so", findings)
                : verdict.Refusal is not null && findings.Count == 0 ? ($"nova refuses it with every flavor ({verdict.Refusal}), and nothing is found", [])
                : verdict is { Error: null, Refusal: null } && refused.Length > 0 ? ("nova makes guests of it", refused)
                : verdict.Error is null && Dropped(properties, verdict, findings) is { } dropped ? (dropped, findings)
                : (null, []);
            if (difference.What is null)
            {
                var isRefused = verdict.Error is not null || verdict.Refusal is not null;
                tally?.Confirm(
                    (isRefused ? findings.Where(f => f.Rule.Consequence == Consequence.Refused) : findings.Except(refused)).Select(f => f.Rule.Id).Distinct(),
                    isRefused ? Evidence.Refused : Evidence.Accepted);
            }

            return Task.FromResult(difference.What is null ? null
                : $"{string.Join(" ", properties.Select(p => $"{p.Name}={p.Value}"))}\n    {difference.What}{string.Concat(difference.About.Select(f => $"\n    {f.Rule.Id}: {f.Message}"))}");
        }
    }

    /// <summary>Nova drops what it has no field for; a warning says so, and of nothing else. Other services' properties are no mistake.</summary>
    private static string? Dropped(IReadOnlyList<(string Name, string Value)> properties, Verdict verdict, IReadOnlyList<Finding> findings)
    {
        foreach (var (name, _) in properties.Where(p => KnownProperties.Find(p.Name) is not null && !p.Name.Contains(':')))
        {
            var (isRead, isSaid) = (verdict.Read.ContainsKey(name), findings.Any(f => s_aboutDropped.Contains(f.Rule.Id) && Equals(f.At.Origin, name)));
            if (isRead == isSaid)
            {
                return isRead ? $"nova reads {name}, which is said to be dropped" : $"nova drops {name} in silence, and no warning says so";
            }
        }

        return null;
    }

    private sealed record Start(string Version);

    private sealed record Verdict(string? Error, Dictionary<string, JsonElement> Read, string? Refusal);
}
