namespace ConfigSdk.Plans;

/// <summary>What keeps a plan from being made: the place, what is wrong there, and what to do. The message is whole; it never holds a line of a file.</summary>
public sealed class PlanException(string message) : Exception(message)
{
    /// <summary>A file that its reader would refuse.</summary>
    /// <param name="file">The file as it was given.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="flaw">What is wrong, and what to write instead.</param>
    public static PlanException At(string file, int line, string flaw) => new($"{file}({line}): {flaw}");
}
