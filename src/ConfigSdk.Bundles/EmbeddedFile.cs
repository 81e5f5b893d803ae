namespace ConfigSdk.Bundles;

/// <summary>Files that are the same in every bundle.</summary>
internal static class EmbeddedFile
{
    /// <summary>Reads one by its name.</summary>
    public static byte[] Read(string name)
    {
        using var resource = typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
