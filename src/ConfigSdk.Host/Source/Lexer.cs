namespace ConfigSdk.Hosting.Source;

/// <summary>
/// Cuts C# source into tokens, just well enough to find the place of a setting that is known to be there. It is asked only once a
/// finding has to be shown; the compiler has accepted the file, so nothing here is about errors.
/// </summary>
internal sealed class Lexer(string text)
{
    private readonly List<Token> _tokens = [];
    private readonly List<PragmaWarning> _pragmas = [];
    private int _at;
    private int _line = 1;
    private int _lineStart;

    /// <summary>The tokens and the <c>#pragma warning</c> directives of the file.</summary>
    public (IReadOnlyList<Token> Tokens, IReadOnlyList<PragmaWarning> Pragmas) Read()
    {
        while (_at < text.Length)
        {
            var c = text[_at];
            if (c == '\n')
            {
                NextLine();
            }
            else if (char.IsWhiteSpace(c))
            {
                _at++;
            }
            else if (c == '#' && text[_lineStart.._at].All(char.IsWhiteSpace))
            {
                Directive();
            }
            else if (c == '/' && Peek(1) == '/')
            {
                SkipTo("\n", include: false);
            }
            else if (c == '/' && Peek(1) == '*')
            {
                SkipTo("*/", include: true);
            }
            else if (StringStart() is { } length)
            {
                var (line, column) = (_line, Column);
                String(length);
                _tokens.Add(new Token(Token.Literal, line, column));
            }
            else if (c == '\'')
            {
                var (line, column) = (_line, Column);
                _at += Peek(1) == '\\' ? 3 : 2;
                SkipTo("'", include: true);
                _tokens.Add(new Token(Token.Literal, line, column));
            }
            else if (char.IsLetterOrDigit(c) || c is '_' or '@')
            {
                var start = _at++;
                while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] == '_'))
                {
                    _at++;
                }

                _tokens.Add(new Token(text[start.._at], _line, start - _lineStart + 1));
            }
            else
            {
                // => and == must not read as an assignment, nor the dots of a spread as one dot each.
                var length2 = (c, Peek(1)) is ('=', '>') or ('=', '=') or ('!', '=') or ('<', '=') or ('>', '=') or ('.', '.') or ('?', '?') ? 2 : 1;
                _tokens.Add(new Token(text.Substring(_at, length2), _line, Column));
                _at += length2;
            }
        }

        return (_tokens, _pragmas);
    }

    private int Column => _at - _lineStart + 1;

    private char Peek(int offset) => _at + offset < text.Length ? text[_at + offset] : '\0';

    private void NextLine()
    {
        _at++;
        _line++;
        _lineStart = _at;
    }

    private void SkipTo(string end, bool include)
    {
        while (_at < text.Length && string.CompareOrdinal(text, _at, end, 0, end.Length) != 0)
        {
            Step();
        }

        for (var i = 0; include && i < end.Length && _at < text.Length; i++)
        {
            Step();
        }
    }

    private void Step()
    {
        if (text[_at] == '\n')
        {
            NextLine();
        }
        else
        {
            _at++;
        }
    }

    private void Directive()
    {
        var start = _at;
        SkipTo("\n", include: false);
        var words = text[start.._at].Split([' ', '\t', ',', '\r'], StringSplitOptions.RemoveEmptyEntries);
        if (words is ["#pragma", "warning", "disable" or "restore", ..])
        {
            var ids = words.Skip(3).TakeWhile(w => !w.StartsWith("//", StringComparison.Ordinal)).ToArray();
            _pragmas.Add(new PragmaWarning(_line, words[2] == "disable", ids));
        }
    }

    /// <summary>The length of a string literal's opening: its <c>$</c> and <c>@</c> signs and its quotes; null if no string starts here.</summary>
    private int? StringStart()
    {
        var i = _at;
        while (i < text.Length && text[i] is '$' or '@')
        {
            i++;
        }

        return i < text.Length && text[i] == '"' ? i - _at : null;
    }

    private void String(int signs)
    {
        var opening = text.Substring(_at, signs);
        var dollars = opening.Count(c => c == '$');
        _at += signs;
        var quotes = 0;
        while (Peek(quotes) == '"')
        {
            quotes++;
        }

        if (quotes >= 3)
        {
            _at += quotes;
            SkipTo(new string('"', quotes), include: true);
            // Quotes that belong to the content may stand right before the closing ones.
            while (_at < text.Length && text[_at] == '"')
            {
                _at++;
            }

            return;
        }

        _at++;
        var verbatim = opening.Contains('@', StringComparison.Ordinal);
        while (_at < text.Length)
        {
            if (text[_at] == '"' && verbatim && Peek(1) == '"')
            {
                _at += 2;
            }
            else if (text[_at] == '"')
            {
                _at++;
                return;
            }
            else if (text[_at] == '\\' && !verbatim)
            {
                _at += 2;
            }
            else if (dollars > 0 && text[_at] == '{' && Peek(1) == '{')
            {
                _at += 2;
            }
            else if (dollars > 0 && text[_at] == '{')
            {
                Hole();
            }
            else
            {
                Step();
            }
        }
    }

    /// <summary>Skips what an interpolated string embeds, strings inside of it included.</summary>
    private void Hole()
    {
        _at++;
        for (var depth = 1; depth > 0 && _at < text.Length;)
        {
            if (StringStart() is { } length)
            {
                String(length);
                continue;
            }

            depth += text[_at] == '{' ? 1 : text[_at] == '}' ? -1 : 0;
            Step();
        }
    }
}

/// <summary>A <c>#pragma warning</c> directive.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Disables">Whether it disables or restores.</param>
/// <param name="Ids">The ids; empty for all.</param>
internal sealed record PragmaWarning(int Line, bool Disables, IReadOnlyList<string> Ids);
