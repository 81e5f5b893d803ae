namespace ConfigSdk.Hosting;

/// <summary>What the build tells the host.</summary>
/// <param name="Assembly">The compiled declarations.</param>
/// <param name="Output">The directory of the bundles.</param>
/// <param name="Manifest">The file that lists what was written.</param>
/// <param name="Project">The project file: findings without a place point there.</param>
/// <param name="ErrorLog">The compiler's SARIF log; what it reported is not repeated.</param>
/// <param name="PathMap">The compiler's PathMap: how it renamed source directories.</param>
internal sealed record EmitArguments(string Assembly, string Output, string Manifest, string Project, string? ErrorLog, string? PathMap)
{
    public const string Usage =
        "usage: ConfigSdk.Host emit --assembly FILE --output DIRECTORY --manifest FILE --project FILE [--error-log FILE] [--path-map MAP]";

    /// <summary>Reads the arguments; null if they are not of the form of <see cref="Usage"/>.</summary>
    public static EmitArguments? Parse(string[] args)
    {
        if (args.Length % 2 == 0 || args[0] != "emit")
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i < args.Length; i += 2)
        {
            values[args[i]] = args[i + 1];
        }

        return values.TryGetValue("--assembly", out var assembly)
            && values.TryGetValue("--output", out var output)
            && values.TryGetValue("--manifest", out var manifest)
            && values.TryGetValue("--project", out var project)
            ? new EmitArguments(assembly, output, manifest, project, values.GetValueOrDefault("--error-log"), values.GetValueOrDefault("--path-map"))
            : null;
    }
}
