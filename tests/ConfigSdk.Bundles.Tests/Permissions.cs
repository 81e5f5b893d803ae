namespace ConfigSdk.Bundles.Tests;

/// <summary>Modes of files. Tests that ask for a shell get no further where there are none.</summary>
internal static class Permissions
{
#pragma warning disable CA1416
    public static UnixFileMode Of(string path) => File.GetUnixFileMode(path);

    public static void Set(string path, UnixFileMode mode) => File.SetUnixFileMode(path, mode);
#pragma warning restore CA1416
}
