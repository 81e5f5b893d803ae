using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ConfigSdk.Catalog;

namespace ConfigSdk.Conformance.Tests;

/// <summary>
/// A Python program beside these tests that asks a real nova: of this system, or of another one's root. It answers each line of JSON by one,
/// and tells nova's version before. It is started once, for importing nova takes seconds.
/// </summary>
internal sealed class NovaProcess
{
    private readonly StringBuilder _errors = new();
    private readonly Process _process;

    private NovaProcess(string[] launcher, string[] programs, params string[] arguments)
    {
        var program = string.Join('\n', programs.Select(p => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, p))));
        string[] command = [.. launcher, "/usr/bin/python3", "-c", program, .. arguments];
        // The process ends with this one: its input closes.
        _process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
        })!;
        _process.ErrorDataReceived += (_, e) => _errors.AppendLine(e.Data);
        _process.BeginErrorReadLine();
    }

    /// <summary>
    /// This machine's root, unless CONFIGSDK_HERE is no, and those that CONFIGSDK_NOVA_ROOTS names, separated by colons: Debian systems with another nova.
    /// </summary>
    public static TheoryData<string> Roots =>
        [.. Environment.GetEnvironmentVariable("CONFIGSDK_HERE") == "no" ? Array.Empty<string>() : ["/"], .. Environment.GetEnvironmentVariable("CONFIGSDK_NOVA_ROOTS")?.Split(':', StringSplitOptions.RemoveEmptyEntries) ?? []];

    /// <summary>Starts a program with the nova of a root; the test is skipped if this machine has none.</summary>
    /// <param name="root">The root.</param>
    /// <param name="programs">The program's files, in the order in which they are read.</param>
    public static NovaProcess Start(string root, params string[] programs)
    {
        if (root == "/")
        {
            Tool.Require("nova", "python3-nova", "/usr/bin/python3", "-c", "import nova.version");
        }

        return new NovaProcess(root == "/" ? [] : ["/usr/sbin/chroot", root], programs);
    }

    /// <summary>Starts a program with the nova of a root, in namespaces of its own in which the root's libvirtd runs.</summary>
    public static NovaProcess StartBesideLibvirt(string root, params string[] programs) =>
        new(["/bin/bash", Path.Combine(AppContext.BaseDirectory, "in_root.sh"), root], programs, "real");

    /// <summary>The release with a version as nova tells it.</summary>
    public static Release ReleaseOf(string version) => Release.All.Single(r => r.Series == version.Split('.')[0]);

    /// <summary>Reads the next line of the program's.</summary>
    public T Answer<T>() => JsonSerializer.Deserialize<T>(
        _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException(_errors.ToString()), JsonSerializerOptions.Web)!;

    /// <summary>Asks, and waits for the answer.</summary>
    public T Ask<T>(object question)
    {
        lock (_process)
        {
            Tell(question);
            return Answer<T>();
        }
    }

    /// <summary>Asks.</summary>
    public void Tell(object question)
    {
        lock (_process.StandardInput)
        {
            _process.StandardInput.WriteLine(JsonSerializer.Serialize(question, JsonSerializerOptions.Web));
            _process.StandardInput.Flush();
        }
    }
}
