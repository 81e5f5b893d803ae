namespace ConfigSdk.Tasks;

/// <summary>How the host's process is started.</summary>
internal static class HostProcess
{
    /// <summary>What it finds in its environment beside what the build has.</summary>
    public static string[] Environment { get; } =
    [
        "DOTNET_ROLL_FORWARD=Major",
        "DOTNET_TieredPGO=0",
        // Hooks and profilers are meant for the user's programs, or for this build; they would only slow the host, or break it.
        "DOTNET_STARTUP_HOOKS=",
        "CORECLR_ENABLE_PROFILING=0",
    ];
}
