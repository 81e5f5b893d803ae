namespace ConfigSdk.Hosting.Source;

/// <summary>A token of C# source. Literals are one token each; what interpolated strings embed is part of them.</summary>
/// <param name="Text">The text; for literals, only that it is one counts.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal readonly record struct Token(string Text, int Line, int Column)
{
    /// <summary>Stands for any literal.</summary>
    public const string Literal = "\"";

    public bool IsName => Text.Length > 0 && (char.IsLetter(Text[0]) || Text[0] is '_' or '@');

    public bool Opens => Text is "(" or "[" or "{";

    public bool Closes => Text is ")" or "]" or "}";
}
