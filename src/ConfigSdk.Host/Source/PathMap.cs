namespace ConfigSdk.Hosting.Source;

/// <summary>Undoes the compiler's PathMap, by which deterministic builds rename source directories in what they emit.</summary>
internal sealed class PathMap
{
    private readonly (string OnDisk, string InOutput)[] _pairs;

    /// <param name="map">The compiler's option: <c>from=to,from=to</c>, commas and equal signs inside doubled.</param>
    public PathMap(string? map) => _pairs =
    [
        .. (map ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=', 2)).Where(p => p.Length == 2).Select(p => (p[0].Trim(), p[1].Trim())),
    ];

    /// <summary>The file as it is on this disk.</summary>
    public string OnDisk(string file)
    {
        var (onDisk, inOutput) = _pairs.FirstOrDefault(p => file.StartsWith(p.InOutput, StringComparison.Ordinal));
        return onDisk is null ? file : onDisk + file[inOutput.Length..];
    }
}
