namespace ConfigSdk.Bundles;

/// <summary>Another build writes to the same directory and did not end in time.</summary>
public sealed class DirectoryInUseException(string directory, TimeSpan waited)
    : Exception($"Another build writes to {directory} and did not end within {waited.TotalSeconds:0} s")
{
    /// <summary>The directory of the bundles.</summary>
    public string Directory { get; } = directory;

    /// <summary>How long this build waited for it.</summary>
    public TimeSpan Waited { get; } = waited;
}
