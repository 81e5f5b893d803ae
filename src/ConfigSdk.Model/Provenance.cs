using System.Diagnostics;

namespace ConfigSdk;

/// <summary>Where an object of a declaration came from: written at a line, copied by <c>with</c>, or merged by <see cref="NodeProfile.Override"/>.</summary>
internal readonly struct Provenance : IEquatable<Provenance>
{
    private Provenance(string? file, int line, Declaration? inherited, Declaration? changes, StackTrace? copiedAt) =>
        (File, Line, Inherited, Changes, CopiedAt) = (file, line, inherited, changes, copiedAt);

    /// <summary>Whether copies remember the call stack that made them. Only the build asks for that; it costs some microseconds a copy.</summary>
    public static bool RecordsCopies { get; set; }

    /// <summary>The source file of the <c>new</c>; null for copies and merges.</summary>
    public string? File { get; }

    /// <summary>The line of the <c>new</c>, from 1.</summary>
    public int Line { get; }

    /// <summary>What was copied or overridden.</summary>
    public Declaration? Inherited { get; }

    /// <summary>What overrides it.</summary>
    public Declaration? Changes { get; }

    /// <summary>Who copied it; null if that was not recorded.</summary>
    public StackTrace? CopiedAt { get; }

    public static Provenance Written(string file, int line) => new(file, line, null, null, null);

    public static Provenance CopyOf(Declaration original) => new(null, 0, original, null, RecordsCopies ? new StackTrace(2, false) : null);

    public static Provenance MergeOf(Declaration inherited, Declaration changes) => new(null, 0, inherited, changes, null);

    /// <summary>Always true: records that contain a provenance are equal when their settings are.</summary>
    public bool Equals(Provenance other) => true;

    public override bool Equals(object? obj) => obj is Provenance;

    public override int GetHashCode() => 0;
}
