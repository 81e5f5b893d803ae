using System.Text;

namespace ConfigSdk.Bundles.Artifacts;

/// <summary>Shell scripts: the parts that are the same on every node stand beside this file, and text for a POSIX shell.</summary>
internal static class Script
{
    /// <summary>A part of a script.</summary>
    /// <param name="name">The file's name.</param>
    public static string Part(string name)
    {
        using var resource = typeof(Script).Assembly.GetManifestResourceStream(name) ?? throw new ArgumentException($"there is no script {name}", nameof(name));
        using var reader = new StreamReader(resource, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>A script of a bundle.</summary>
    public static BundleFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text), "0755");

    /// <summary>The text as one word of a shell: in single quotes nothing means anything but the quote itself. Words that need none stay as they are.</summary>
    public static string Word(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '/' or '-' or ',') ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
