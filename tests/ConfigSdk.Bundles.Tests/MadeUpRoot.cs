using System.Text;

namespace ConfigSdk.Bundles.Tests;

/// <summary>A node's root file system below a temporary directory, and its bundle beside it. Its accounts root, nova and kvm are whoever runs the tests.</summary>
internal sealed class MadeUpRoot : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("configsdk ");

    public MadeUpRoot()
    {
        Shell.Require("sh");
        Write("/etc/passwd", $"root:x:{Id("-u")}:0::/root:/bin/sh\n");
        Write("/etc/group", string.Concat(new[] { "kvm", "root", "nova" }.Select(g => $"{g}:x:{Id("-g")}:\n")));
    }

    public string Path => System.IO.Path.Combine(_directory.FullName, "root");

    public string Bundle => System.IO.Path.Combine(_directory.FullName, "bundle");

    public void Dispose() => _directory.Delete(recursive: true);

    public string At(string path) => Path + path;

    public MadeUpRoot Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public MadeUpRoot Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(path))!);
        File.WriteAllBytes(At(path), bytes);
        return this;
    }

    public string Read(string path) => File.ReadAllText(At(path));

    public MadeUpRoot Delete(string path)
    {
        File.Delete(At(path));
        return this;
    }

    /// <summary>Copies a bundle to where the node would have it.</summary>
    public MadeUpRoot Bring(NodeBundle bundle)
    {
        if (Directory.Exists(Bundle))
        {
            Directory.Delete(Bundle, recursive: true);
        }

        foreach (var file in bundle.Files)
        {
            var path = System.IO.Path.Combine(Bundle, file.Path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content.ToArray());
        }

        return this;
    }

    /// <summary>Runs a script of the bundle on this root.</summary>
    public (int Code, string Output, string Error) Run(string script, params string[] arguments) => RunWith("sh", script, arguments);

    public (int Code, string Output, string Error) RunWith(string shell, string script, params string[] arguments) =>
        Shell.Run(shell, [System.IO.Path.Combine(Bundle, script), .. arguments, "--root", Path]);

    /// <summary>Every file but the scripts' own notes, with its mode and text.</summary>
    public Dictionary<string, string> Files() => Directory.EnumerateFiles(Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
        .Select(f => f[Path.Length..]).Where(f => !f.StartsWith("/var/lib/configsdk/", StringComparison.Ordinal))
        .ToDictionary(f => f, f => $"{Permissions.Of(At(f))}: {Read(f)}");

    private static string Id(string option) => Shell.Run("id", [option]).Output.Trim();
}
