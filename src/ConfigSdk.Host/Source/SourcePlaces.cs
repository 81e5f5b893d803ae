using System.Runtime.CompilerServices;
using ConfigSdk.Bundles;
using ConfigSdk.Rules;

namespace ConfigSdk.Hosting.Source;

/// <summary>
/// Where values were written, for people who look at a bundle: files relative to the project, so that the same declarations say the same
/// wherever they are built.
/// </summary>
/// <param name="locator">Finds places.</param>
/// <param name="project">The project file.</param>
internal sealed class SourcePlaces(SourceLocator locator, string project)
{
    private readonly string _directory = Path.GetDirectoryName(Path.GetFullPath(project))!;
    // Many nodes share the objects of a profile.
    private readonly Dictionary<(Declaration Owner, string? Property, int Item), IReadOnlyList<SourcePlace>> _known = new(new SameObject());

    /// <summary>The places of a value: the one that holds, then those that it overrides, nearest first. Empty where nobody knows.</summary>
    public IReadOnlyList<SourcePlace> Of(PartialValue value)
    {
        if (value.Origin is not ObjectOrigin origin)
        {
            return [];
        }

        if (!_known.TryGetValue((origin.Owner, origin.Property, origin.Item), out var places))
        {
            _known.Add((origin.Owner, origin.Property, origin.Item), places =
            [
                .. locator.Find(origin) is { } place ? [Shown(place, TextOf(value))] : Array.Empty<SourcePlace>(),
                .. locator.FindOverridden(origin).Select(o => Shown(o.Place, TextOf(StructuredText.Of(ObjectReader.ReadProperty(o.Owner, origin.Property!))))),
            ]);
        }

        return places;
    }

    private SourcePlace Shown(Place place, string? text) => new(Relative(place.File!), place.Line, locator.MemberAt(place), text);

    // A file that has no more in common with the project than the root of the file system is somebody else's, and its directory says nothing.
    private string Relative(string file)
    {
        var relative = Path.GetRelativePath(_directory, file);
        var ups = relative.Split(Path.DirectorySeparatorChar).TakeWhile(p => p == "..").Count();
        var depth = _directory.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Length;
        return Path.IsPathRooted(relative) || ups >= depth ? Path.GetFileName(file) : relative.Replace(Path.DirectorySeparatorChar, '/');
    }

    private static string? TextOf(PartialValue value) => value switch
    {
        Known known => known.Value,
        Sequence list when list.Items.All(i => i.Text is not null) => string.Join(",", list.Items.Select(i => i.Text)),
        _ => null,
    };

    private sealed class SameObject : IEqualityComparer<(Declaration Owner, string? Property, int Item)>
    {
        public bool Equals((Declaration Owner, string? Property, int Item) x, (Declaration Owner, string? Property, int Item) y) =>
            ReferenceEquals(x.Owner, y.Owner) && x.Property == y.Property && x.Item == y.Item;

        public int GetHashCode((Declaration Owner, string? Property, int Item) value) =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(value.Owner), value.Property, value.Item);
    }
}
