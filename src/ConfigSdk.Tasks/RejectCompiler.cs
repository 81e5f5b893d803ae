using ConfigSdk.Rules;
using Microsoft.Build.Framework;

namespace ConfigSdk.Tasks;

/// <summary>Fails the build because the compiler would not load the analyzers; it would only warn of that (CS9057), and no rule would run.</summary>
[MSBuildMultiThreadableTask]
public sealed class RejectCompiler : Microsoft.Build.Utilities.Task
{
    /// <summary>The compiler's version, as in <c>4.7</c>.</summary>
    [Required]
    public string CompilerVersion { get; set; } = "";

    /// <summary>The oldest version that runs the rules.</summary>
    [Required]
    public string OldestVersion { get; set; } = "";

    /// <summary>The project, where the error points.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        Log.LogError(SdkDescriptors.CompilerTooOld, ProjectFile, CompilerVersion, OldestVersion);
        return false;
    }
}
