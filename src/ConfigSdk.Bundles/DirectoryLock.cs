using System.Diagnostics;

namespace ConfigSdk.Bundles;

/// <summary>
/// Keeps two builds from writing to one directory at once. The system lets go of it when a process ends, however that comes about. The file
/// stays: who deleted it could not know that nobody waits for it.
/// </summary>
internal sealed class DirectoryLock : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);
    private readonly FileStream _file;

    private DirectoryLock(FileStream file) => _file = file;

    /// <summary>Waits until nobody else has the directory.</summary>
    /// <param name="directory">The directory of the bundles.</param>
    /// <param name="patience">How long to wait.</param>
    /// <exception cref="DirectoryInUseException">Somebody else has it still.</exception>
    /// <exception cref="IOException">The lock cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The lock cannot be written.</exception>
    public static DirectoryLock Take(string directory, TimeSpan patience)
    {
        var file = Path.Combine(directory, BundleDirectory.WorkDirectory, "lock");
        var time = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                return new(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException e) when (IsInUse(e) || e is DirectoryNotFoundException)
            {
                // It may be gone between the two calls, too: somebody cleans.
                if (time.Elapsed >= patience)
                {
                    throw new DirectoryInUseException(directory, patience);
                }

                Thread.Sleep(s_pause);
            }
        }
    }

    public void Dispose() => _file.Dispose();

    // EWOULDBLOCK of flock, on Linux and macOS, and Windows's sharing violation.
    private static bool IsInUse(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}
