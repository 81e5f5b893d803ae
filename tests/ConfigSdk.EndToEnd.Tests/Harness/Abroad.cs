using System.Diagnostics;

namespace ConfigSdk.EndToEnd.Tests.Harness;

/// <summary>A build as somebody else would run it: in another culture and time zone, under another umask, with a home and packages of its own, and by another user where that can be.</summary>
internal static class Abroad
{
    private const string Nobody = "65534";

    /// <summary>Whether the build is another user's: only root may become somebody else.</summary>
    public static bool IsAnotherUser { get; } = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    /// <summary>The number of the user whose build it is.</summary>
    public static string User => IsAnotherUser ? Nobody : Run("id", "-u");

    /// <summary>Builds a project, whose directory becomes that user's.</summary>
    /// <param name="project">The project.</param>
    public static async Task<BuildResult> BuildAsync(TestProject project)
    {
        // The machine's own packages may be where nobody else can look.
        project.Write("NuGet.config", "<configuration><fallbackPackageFolders><clear /></fallbackPackageFolders></configuration>");
        var home = Directory.CreateDirectory(Path.Combine(project.Directory, "home")).FullName;
        var environment = new Dictionary<string, string>
        {
            ["HOME"] = home, ["DOTNET_CLI_HOME"] = home, ["TMPDIR"] = home, ["NUGET_PACKAGES"] = Path.Combine(home, "packages"),
            ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8", ["DOTNET_CLI_UI_LANGUAGE"] = "tr", ["TZ"] = "Pacific/Kiritimati",
            ["UseSharedCompilation"] = "false",
        };
        string[] another = [];
        if (IsAnotherUser)
        {
            Run("chown", "-R", $"{Nobody}:{Nobody}", project.Directory);
            another = ["setpriv", "--reuid=" + Nobody, "--regid=" + Nobody, "--clear-groups"];
        }

        var log = Path.Combine(project.Directory, "abroad.binlog");
        var (exitCode, output) = await DotNet.RunAsync(
            [.. another, "sh", "-c", "umask 077 && exec \"$@\"", "sh"], project.Directory, environment, "build", project.ProjectFile, $"-bl:{log}");
        return new BuildResult(exitCode, output, log);
    }

    /// <summary>Runs a program that has to succeed, and returns what it prints.</summary>
    public static string Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"{command} exited with {process.ExitCode}");
    }
}
