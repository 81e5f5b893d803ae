using System.Runtime.CompilerServices;

namespace ConfigSdk;

/// <summary>A guest image in Glance.</summary>
public sealed record Image : Declaration
{
    /// <summary>Declares an image.</summary>
    /// <param name="name">The image's name in Glance.</param>
    /// <param name="diskFormat">The format of its disk.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Image(string name, DiskFormat diskFormat, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line) => (Name, DiskFormat) = (name, diskFormat);

    /// <summary>The image's name.</summary>
    public string Name { get; init; }

    /// <summary>The format of its disk.</summary>
    public DiskFormat DiskFormat { get; init; }

    /// <summary>The container around the disk; unset: bare, none.</summary>
    public ContainerFormat? ContainerFormat { get; init; }

    /// <summary>What nova is told about guests of the image.</summary>
    public ImageProperties? Properties { get; init; }
}

/// <summary>An image property that the model does not type.</summary>
public sealed record ExtraProperty : Declaration
{
    /// <summary>Declares a property by name.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ExtraProperty(string name, string value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line) => (Name, Value) = (name, value);

    /// <summary>The property's name.</summary>
    public string Name { get; init; }

    /// <summary>The property's value.</summary>
    public string Value { get; init; }
}
