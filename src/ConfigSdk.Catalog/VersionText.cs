namespace ConfigSdk.Catalog;

/// <summary>Reads version numbers as libvirt and QEMU print them: one to four numbers with dots.</summary>
public static class VersionText
{
    /// <summary>The version; null if the text is none. Missing parts are 0, so <c>9.0</c> equals <c>9.0.0</c>.</summary>
    public static Version? Parse(string text)
    {
        var parts = text.Split('.');
        if (parts.Length is < 1 or > 4)
        {
            return null;
        }

        var numbers = new int[4];
        for (var i = 0; i < parts.Length; i++)
        {
            // Not int.TryParse: it takes blanks and signs, and a version has neither.
            if (parts[i].Length is 0 or > 6 || parts[i].Any(c => c is < '0' or > '9'))
            {
                return null;
            }

            numbers[i] = int.Parse(parts[i], System.Globalization.CultureInfo.InvariantCulture);
        }

        return new Version(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /// <summary>The version with all four numbers: <see cref="Version"/> itself takes 9.0 for less than 9.0.0.</summary>
    internal static Version Complete(Version version) =>
        new(version.Major, version.Minor, Math.Max(version.Build, 0), Math.Max(version.Revision, 0));
}
