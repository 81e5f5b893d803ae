using System.Runtime.CompilerServices;

namespace ConfigSdk;

/// <summary>An option that the model does not type: one of a plug-in, or of a library that nova loads.</summary>
public sealed record ExtraOption : Declaration
{
    /// <summary>Declares an option by name.</summary>
    /// <param name="group">The group, without brackets; <c>DEFAULT</c> in capitals.</param>
    /// <param name="option">The option's name, with underscores.</param>
    /// <param name="value">The value as nova is to read it.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ExtraOption(string group, string option, string value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line) => (Group, Option, Value) = (group, option, value);

    /// <summary>Declares a secret option by name.</summary>
    /// <param name="group">The group, without brackets; <c>DEFAULT</c> in capitals.</param>
    /// <param name="option">The option's name, with underscores.</param>
    /// <param name="value">Where the value is on the node.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ExtraOption(string group, string option, Secret value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : this(group, option, value.ToString(), file, line)
    {
    }

    /// <summary>The group.</summary>
    public string Group { get; init; }

    /// <summary>The option.</summary>
    public string Option { get; init; }

    /// <summary>The value.</summary>
    public string Value { get; init; }
}
