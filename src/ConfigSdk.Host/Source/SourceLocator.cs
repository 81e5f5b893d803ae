using System.Reflection;

namespace ConfigSdk.Hosting.Source;

/// <summary>Says where in the source a value of a real object was written.</summary>
internal sealed class SourceLocator(CopySites copySites, PathMap paths)
{
    private readonly Dictionary<string, SourceFile?> _files = new(StringComparer.Ordinal);

    /// <summary>The place of a value; null if nothing of its way into the object was written in a source file that is here.</summary>
    public Place? Find(ObjectOrigin? origin)
    {
        for (; origin is not null; origin = origin.Parent)
        {
            var place = origin.Property is { } property ? FindProperty(origin.Owner, property, origin.Item) : FindCreation(origin.Owner)?.Place;
            if (place is not null)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>The member in whose declaration a place is; null where there is none.</summary>
    public string? MemberAt(Place place) => place.File is null ? null : Open(place.File)?.MemberAt(place.Line, place.Column);

    /// <summary>Where a property had been given other values before this one came over them, nearest first, and the objects that have these.</summary>
    public IEnumerable<(Place Place, Declaration Owner)> FindOverridden(ObjectOrigin origin)
    {
        if (origin.Property is not { } property)
        {
            yield break;
        }

        for (var owner = origin.Owner; owner.Provenance.Inherited is { } inherited; owner = inherited)
        {
            var (now, before) = (Value(owner, property), Value(inherited, property));
            // Changes that say the same once more are a place of their own.
            var isOwn = owner.Provenance.Changes is { } changes ? Value(changes, property) is not null : !Equals(now, before);
            if (isOwn && before is not null && FindProperty(inherited, property, -1) is { } place)
            {
                yield return (place, inherited);
            }
        }
    }

    /// <summary>Where an object was created, and where its creation ends.</summary>
    public (Place Place, int EndLine, int EndColumn)? FindCreation(Declaration declaration)
    {
        while (declaration.Provenance.Inherited is { } original)
        {
            declaration = original;
        }

        var provenance = declaration.Provenance;
        if (provenance.File is not { Length: > 0 } file)
        {
            return null;
        }

        file = paths.OnDisk(file);
        return Open(file)?.CreationAt(provenance.Line, declaration.GetType().Name) is { } creation
            ? (new Place(file, creation.Start.Line, creation.Start.Column), creation.End.Line, creation.End.Column)
            : (new Place(file, provenance.Line, 1), provenance.Line, int.MaxValue);
    }

    /// <summary>Whether a <c>#pragma warning disable</c> covers the place.</summary>
    public bool IsDisabled(string id, Place place) => place.File is not null && Open(place.File)?.IsDisabled(id, place.Line) == true;

    private Place? FindProperty(Declaration owner, string property, int item)
    {
        var provenance = owner.Provenance;
        if (provenance.Changes is { } changes)
        {
            return FindProperty(Value(changes, property) is null ? provenance.Inherited! : changes, property, item);
        }

        if (provenance.Inherited is { } original)
        {
            return Equals(Value(original, property), Value(owner, property)) ? FindProperty(original, property, item) : FindCopy(provenance, property, item);
        }

        if (provenance.File is not { Length: > 0 } file)
        {
            return null;
        }

        file = paths.OnDisk(file);
        var type = owner.GetType();
        int ParameterOf(string? factory) => SourceLocator.ParameterOf(type, factory, property);
        return Open(file) is { } source
            && source.CreationAt(provenance.Line, type.Name, property, ParameterOf) is { } creation
            && source.ValueOf(creation, property, ParameterOf, item) is { } token
            ? new Place(file, token.Line, token.Column)
            : null;
    }

    private Place? FindCopy(Provenance provenance, string property, int item)
    {
        if (provenance.CopiedAt is null || copySites.Find(provenance.CopiedAt) is not { } site)
        {
            return null;
        }

        var file = paths.OnDisk(site.File);
        return Open(file)?.WithValueAfter(site.Line, property, item) is { } token ? new Place(file, token.Line, token.Column) : new Place(file, site.Line, 1);
    }

    private SourceFile? Open(string file)
    {
        if (!_files.TryGetValue(file, out var source))
        {
            // The file is where the compiler found it moments ago; if it is gone all the same, findings have no columns.
            _files.Add(file, source = File.Exists(file) ? new SourceFile(File.ReadAllText(file)) : null);
        }

        return source;
    }

    private static object? Value(Declaration owner, string property) => owner.GetType().GetProperty(property)?.GetValue(owner);

    /// <summary>The place of the parameter that sets the property, in the public constructor or in a factory; -1 if none does.</summary>
    private static int ParameterOf(Type type, string? factory, string property)
    {
        IEnumerable<MethodBase> methods = factory is null
            ? type.GetConstructors(BindingFlags.Public | BindingFlags.Instance)
            : type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => m.Name == factory);
        return methods.SelectMany(m => m.GetParameters())
            .FirstOrDefault(p => string.Equals(p.Name, property, StringComparison.OrdinalIgnoreCase) && p.Name is not ("file" or "line"))?.Position ?? -1;
    }
}
