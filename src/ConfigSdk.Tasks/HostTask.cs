using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ConfigSdk.Tasks;

/// <summary>A task that runs ConfigSdk.Host. What the host says on its standard output counts; its exit code proves nothing.</summary>
public abstract class HostTask : ToolTask
{
    /// <summary>The <c>dotnet</c> that runs this build.</summary>
    [Required]
    public string DotNet { get; set; } = "";

    /// <summary>ConfigSdk.Host.dll.</summary>
    [Required]
    public string HostAssembly { get; set; } = "";

    /// <summary>The directory of the bundles.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The project: what relative paths are relative to, and where findings point that have no place in the source.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <inheritdoc/>
    protected override string ToolName => "dotnet";

    /// <inheritdoc/>
    protected override Encoding StandardOutputEncoding => Encoding.UTF8;

    /// <inheritdoc/>
    protected override Encoding StandardErrorEncoding => Encoding.UTF8;

    private protected string ProjectDirectory => Path.GetDirectoryName(ProjectFile)!;

    private protected bool IsDone { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        EnvironmentVariables =
        [
            "DOTNET_ROLL_FORWARD=Major",
            "DOTNET_TieredPGO=0",
            // Hooks and profilers are meant for the user's programs, or for this build; they would only slow the host, or break it.
            "DOTNET_STARTUP_HOOKS=",
            "CORECLR_ENABLE_PROFILING=0",
        ];
        return base.Execute();
    }

    /// <inheritdoc/>
    protected override string GenerateFullPathToTool() => DotNet;

    /// <inheritdoc/>
    protected override string GetWorkingDirectory() => ProjectDirectory;

    /// <inheritdoc/>
    protected override bool HandleTaskExecutionErrors() => false;
}
