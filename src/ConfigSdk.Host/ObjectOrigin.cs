namespace ConfigSdk.Hosting;

/// <summary>Where a value of a real object sits: the object, the property, the item of its list. Where it was written follows from that, when somebody asks.</summary>
/// <param name="owner">The object.</param>
/// <param name="property">The property; null for the object itself.</param>
/// <param name="item">The item in the property's list; -1 for the property as a whole.</param>
/// <param name="parent">Where the object itself sits.</param>
internal sealed class ObjectOrigin(Declaration owner, string? property, int item, ObjectOrigin? parent)
{
    public Declaration Owner { get; } = owner;

    public string? Property { get; } = property;

    public int Item { get; } = item;

    public ObjectOrigin? Parent { get; } = parent;
}
