using System.Text.RegularExpressions;

namespace ConfigSdk.Bundles;

/// <summary>
/// The last look at the paths that are about to be written. Rules say the same at the declaration, in better words; here it does not matter
/// where a name came from: nothing outside of the directory of the bundles is ever touched.
/// </summary>
internal static partial class BundlePath
{
    /// <summary>Checks the paths of one bundle, or of what stands beside the bundles.</summary>
    /// <param name="paths">Relative paths with <c>/</c>.</param>
    /// <exception cref="IOException">One of them cannot be a file of a bundle.</exception>
    public static void Check(IReadOnlyCollection<string> paths)
    {
        foreach (var path in paths)
        {
            if (Flaw(path) is { } flaw)
            {
                throw new IOException($"'{Printable(path)}' cannot be a file of a bundle: it {flaw}. Give what is named so another name.");
            }
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (paths.FirstOrDefault(p => !seen.Add(p)) is { } twice)
        {
            throw new IOException($"'{Printable(twice)}' would be written twice, or beside a file that differs in case alone, which some file systems take for the same. Give one of the two another name.");
        }
    }

    private static string? Flaw(string path)
    {
        foreach (var name in path.Split('/'))
        {
            var flaw = name.Length == 0 ? "has an empty name, or begins or ends with a slash"
                : name is "." or ".." ? "leads to another directory"
                : name == BundleDirectory.WorkDirectory ? "is where unfinished bundles are kept"
                : name.Any(c => char.IsControl(c) || c is '\\' or ':') ? "has a control character, a backslash or a colon in a name"
                : name[^1] is '.' or ' ' ? "has a name that ends with a dot or a blank"
                : Device().IsMatch(name) ? "has the name of a device on Windows"
                : null;
            if (flaw is not null)
            {
                return flaw;
            }
        }

        return null;
    }

    private static string Printable(string path) => string.Concat(path.Select(c => char.IsControl(c) ? '?' : c));

    [GeneratedRegex(@"\A(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Device();
}
