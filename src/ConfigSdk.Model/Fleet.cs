namespace ConfigSdk;

/// <summary>
/// The compute nodes and images that a project declares. The build makes an instance of every class that derives from this one and is
/// not abstract, by its public parameterless constructor, and writes a bundle for each of its nodes.
/// </summary>
public abstract class Fleet
{
    /// <summary>The compute nodes. Names must differ over all fleets of a project.</summary>
    public abstract IEnumerable<ComputeNode> Nodes { get; }

    /// <summary>The images that guests of these nodes are started from; none by default.</summary>
    public virtual IEnumerable<Image> Images => [];
}
