using System.Runtime.InteropServices;

namespace ConfigSdk.Bundles;

/// <summary>Puts a new directory in the place of an old one.</summary>
internal static partial class DirectorySwap
{
    private const int CurrentDirectory = -100;
    private const uint Exchange = 2;

    /// <summary>
    /// Replaces a directory; what was there is afterwards in the place of the new one. On Linux the two change places in one step, so that
    /// whoever is killed or looks on has the one or the other. Elsewhere, and on file systems that cannot do that, it takes two renames.
    /// </summary>
    /// <param name="fresh">The new directory, on the same file system.</param>
    /// <param name="directory">The directory to replace; there need not be one.</param>
    public static void Replace(string fresh, string directory)
    {
        if (!Directory.Exists(directory))
        {
            Directory.Move(fresh, directory);
        }
        else if (!TryExchange(fresh, directory))
        {
            var old = fresh + ".old";
            Directory.Move(directory, old);
            Directory.Move(fresh, directory);
            Directory.Move(old, fresh);
        }
    }

    private static bool TryExchange(string one, string other)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            return Rename(CurrentDirectory, one, CurrentDirectory, other, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            // glibc before 2.28, and musl.
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "renameat2", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int Rename(
        int oldDirectory, [MarshalAs(UnmanagedType.LPUTF8Str)] string oldPath, int newDirectory, [MarshalAs(UnmanagedType.LPUTF8Str)] string newPath, uint flags);
}
