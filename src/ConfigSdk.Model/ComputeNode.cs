using System.Runtime.CompilerServices;

namespace ConfigSdk;

/// <summary>A host that runs nova-compute.</summary>
public sealed record ComputeNode : Declaration
{
    /// <summary>Declares a node.</summary>
    /// <param name="name">The node's name: a host name of letters, digits, <c>-</c> and <c>.</c>; it names the bundle's directory.</param>
    /// <param name="profile">The node's settings.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ComputeNode(string name, NodeProfile profile, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line) => (Name, Profile) = (name, profile);

    /// <summary>The node's name, which also names the bundle's directory.</summary>
    public string Name { get; init; }

    /// <summary>The node's settings.</summary>
    public NodeProfile Profile { get; init; }

    /// <summary>The name of the group of nodes between which guests are to be live-migrated; unset: guests stay where they are.</summary>
    public string? MigrationGroup { get; init; }
}
