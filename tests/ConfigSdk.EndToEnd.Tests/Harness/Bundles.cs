namespace ConfigSdk.EndToEnd.Tests.Harness;

/// <summary>Files below a directory.</summary>
internal static class Bundles
{
    /// <summary>Every file's path below the directory, and its content in base 64.</summary>
    public static SortedDictionary<string, string> Read(string directory) => new(
        Files(directory).ToDictionary(f => f, f => Convert.ToBase64String(File.ReadAllBytes(Path.Combine(directory, f)))), StringComparer.Ordinal);

    /// <summary>Every file's path below the directory, and when it was written.</summary>
    public static SortedDictionary<string, DateTime> Times(string directory) => new(
        Files(directory).ToDictionary(f => f, f => File.GetLastWriteTimeUtc(Path.Combine(directory, f))), StringComparer.Ordinal);

    /// <summary>Every file's path below the directory; without the lock, which says nothing.</summary>
    public static IEnumerable<string> Files(string directory) => Directory.Exists(directory)
        ? Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(directory, f).Replace('\\', '/')).Where(f => !f.EndsWith(".configsdk/lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        : [];
}
