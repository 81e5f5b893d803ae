namespace ConfigSdk.Plans;

/// <summary>What becomes of a node, or of an image.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fate">Whether it stays.</param>
/// <param name="Changes">What changes, where it stays.</param>
/// <param name="NotCompared">Secrets of which one side has the text and the other the place only: whether they differ shows on the node alone.</param>
public sealed record NodePlan(string Name, Fate Fate, IReadOnlyList<Change> Changes, IReadOnlyList<string> NotCompared)
{
    /// <summary>Whether anything changes.</summary>
    public bool HasChanges => Fate != Fate.Stays || Changes.Count > 0;

    /// <summary>All that its changes take.</summary>
    public IEnumerable<Effect> Takes => Changes.SelectMany(c => c.Takes).Distinct().Order();
}

/// <summary>Whether a node or an image stays.</summary>
public enum Fate
{
    /// <summary>Both sides have it.</summary>
    Stays,
    /// <summary>Only the later side has it.</summary>
    Added,
    /// <summary>Only the earlier side has it.</summary>
    Removed,
}
