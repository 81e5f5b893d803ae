using System.Runtime.CompilerServices;

namespace VerifyXunit;

/// <summary>
/// Snapshots with the file names and the call shape of Verify, which takes this file's place once its package can be had:
/// what is right stands in Class.Method.verified.EXT beside the test; what a failing test got is left in Class.Method.received.EXT.
/// </summary>
internal static class Verifier
{
    public static async Task Verify(string target, string extension = "txt", [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(sourceFile)!, $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}");
        var verified = $"{stem}.verified.{extension}";
        var received = $"{stem}.received.{extension}";
        var expected = File.Exists(verified) ? await File.ReadAllTextAsync(verified) : null;
        if (target == expected)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, target);
        Xunit.Assert.Fail($"{(expected is null ? "There is no snapshot yet." : "The snapshot differs.")} If this is right: mv '{received}' '{verified}'\n\n{target}");
    }
}
