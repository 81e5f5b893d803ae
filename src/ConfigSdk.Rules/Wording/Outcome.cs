using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Wording;

/// <summary>
/// What happens in production to what is refused. Messages say it in these words and no others: the conformance tests hold them against a real nova.
/// </summary>
internal static class Outcome
{
    public const string NoStart = "nova-compute would refuse to start";
    public const string NoGuest = "every guest on the node would fail to start";
    public const string SomeGuests = "guests that need it would fail to start";
    public const string NoLocalDisks = "every guest with a local disk would fail to start";
    public const string NoMove = "every cold migration and resize would fail";
    public const string NoBlockMigration = "every live migration that copies disks would fail";
    public const string NoVolume = "no volume of that kind could be attached";
    public const string NoMigration = "every live migration would fail";
    public const string NoReport = "nova-compute would start, but the node would report no resources";

    /// <summary>Behind a message about one of several values of which each makes the mistake.</summary>
    public const string ForEach = " So it is with every value that the conditions here allow; the message names one";

    /// <summary>Where nova looks at it when it starts since a release, and found out later before.</summary>
    /// <param name="release">The target's release; null if it is not known.</param>
    /// <param name="since">The first tag that looks at the start.</param>
    /// <param name="before">What happened before.</param>
    public static string NoStartSince(Release? release, string since, string before = NoGuest) =>
        release is null ? $"{NoStart}, or {before}" : release.IsAtLeast(since) ? NoStart : before;
}
