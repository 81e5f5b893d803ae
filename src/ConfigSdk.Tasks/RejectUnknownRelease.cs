using ConfigSdk.Catalog;
using ConfigSdk.Rules;
using Microsoft.Build.Framework;

namespace ConfigSdk.Tasks;

/// <summary>Fails the build if the property NovaRelease names no release: neither the compiler nor the host would have anything to judge by.</summary>
[MSBuildMultiThreadableTask]
public sealed class RejectUnknownRelease : Microsoft.Build.Utilities.Task
{
    /// <summary>The property's value.</summary>
    [Required]
    public string NovaRelease { get; set; } = "";

    /// <summary>The project, where the error points.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (Release.Find(NovaRelease) is null)
        {
            Log.LogError(SdkDescriptors.UnknownRelease, ProjectFile, Release.Unknown(NovaRelease));
        }

        return !Log.HasLoggedErrors;
    }
}
