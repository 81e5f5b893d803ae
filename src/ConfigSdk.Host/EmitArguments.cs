using ConfigSdk.Catalog;

namespace ConfigSdk.Hosting;

/// <summary>What the build tells the host.</summary>
/// <param name="Assembly">The compiled declarations.</param>
/// <param name="Output">The directory of the bundles.</param>
/// <param name="Manifest">The file that lists what was written.</param>
/// <param name="Project">The project file: findings without a place point there.</param>
/// <param name="ErrorLog">The compiler's SARIF log; what it reported is not repeated.</param>
/// <param name="PathMap">The compiler's PathMap: how it renamed source directories.</param>
/// <param name="Facts">The project's own files of facts.</param>
/// <param name="NovaRelease">The release to judge by in the place of the targets'; null for none.</param>
/// <param name="Provenance">Whether nova.conf says of each option where it was written.</param>
internal sealed record EmitArguments(string Assembly, string Output, string Manifest, string Project, string? ErrorLog, string? PathMap, IReadOnlyList<OwnFacts> Facts, string? NovaRelease, bool Provenance)
{
    public const string Usage =
        "usage: ConfigSdk.Host emit --assembly FILE --output DIRECTORY --manifest FILE --project FILE [--error-log FILE] [--path-map MAP] [--nova-release RELEASE] [--provenance true] [--facts KIND|VERSION|FILE]...";

    /// <summary>Reads the arguments; null if they are not of the form of <see cref="Usage"/>.</summary>
    public static EmitArguments? Parse(string[] args)
    {
        if (args.Length % 2 == 0 || args[0] != "emit")
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var facts = new List<OwnFacts>();
        for (var i = 1; i < args.Length; i += 2)
        {
            if (args[i] != "--facts")
            {
                values[args[i]] = args[i + 1];
            }
            else if (args[i + 1].Split('|', 3) is [var kind, var version, var path] && Enum.TryParse<OwnFactsKind>(kind, out var known))
            {
                facts.Add(new OwnFacts(known, path, version));
            }
            else
            {
                return null;
            }
        }

        return values.TryGetValue("--assembly", out var assembly)
            && values.TryGetValue("--output", out var output)
            && values.TryGetValue("--manifest", out var manifest)
            && values.TryGetValue("--project", out var project)
            ? new EmitArguments(assembly, output, manifest, project, values.GetValueOrDefault("--error-log"), values.GetValueOrDefault("--path-map"), facts, values.GetValueOrDefault("--nova-release"),
                string.Equals(values.GetValueOrDefault("--provenance"), "true", StringComparison.OrdinalIgnoreCase))
            : null;
    }
}
