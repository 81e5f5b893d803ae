namespace ConfigSdk.Hosting.Source;

/// <summary>Finds in one source file where an object is created, and where in the creation a property or an argument is given its value.</summary>
internal sealed class SourceFile
{
    private readonly IReadOnlyList<Token> _tokens;
    private readonly IReadOnlyList<PragmaWarning> _pragmas;

    public SourceFile(string text) => (_tokens, _pragmas) = new Lexer(text).Read();

    /// <summary>Whether a directive switches the id off at the line.</summary>
    public bool IsDisabled(string id, int line) =>
        _pragmas.LastOrDefault(p => p.Line < line && (p.Ids.Count == 0 || p.Ids.Contains(id, StringComparer.Ordinal)))?.Disables == true;

    /// <summary>
    /// The creation on a line: a <c>new</c> of the type, a target-typed one, or a call of a factory of the type. Where several could be
    /// meant, the one that gives the property a value.
    /// </summary>
    /// <param name="line">The line of <c>new</c>, or of the factory's parenthesis.</param>
    /// <param name="type">The type's name.</param>
    /// <param name="gives">A property that the creation must set, or null.</param>
    /// <param name="parameterOf">The place of the parameter that sets the property, in the constructor (null) or a factory; -1 for none.</param>
    public Creation? CreationAt(int line, string type, string? gives = null, Func<string?, int>? parameterOf = null)
    {
        var candidates = Candidates(line, type).ToArray();
        return (gives is null ? null : candidates.FirstOrDefault(c => ValueIn(c, gives, parameterOf) is not null)) ?? candidates.FirstOrDefault();
    }

    /// <summary>The first <c>with { property = … }</c> at or after a line.</summary>
    public Token? WithValueAfter(int line, string property, int item)
    {
        for (var i = 0; i + 1 < _tokens.Count; i++)
        {
            if (_tokens[i].Text == "with" && _tokens[i + 1].Text == "{" && _tokens[i].Line >= line
                && AssignmentIn(i + 1, property) is { } value)
            {
                return Item(value, item);
            }
        }

        return null;
    }

    /// <summary>Where a creation gives a property its value: in its initializer, by an argument of that name, or by the argument in its place.</summary>
    public Token? ValueOf(Creation creation, string property, Func<string?, int> parameterOf, int item) =>
        ValueIn(creation, property, parameterOf) is { } value ? Item(value, item) : null;

    /// <summary>
    /// The name of the member or variable in whose declaration a place is: <c>Kvm</c> for what stands in <c>NodeProfile Kvm = new() { … };</c>.
    /// Null where there is none.
    /// </summary>
    public string? MemberAt(int line, int column)
    {
        var at = -1;
        while (at + 1 < _tokens.Count && (_tokens[at + 1].Line, _tokens[at + 1].Column).CompareTo((line, column)) <= 0)
        {
            at++;
        }

        for (var i = at; i > 0; i--)
        {
            var token = _tokens[i];
            if (token.Closes)
            {
                i = Open(i);
            }
            else if (token.Text == ";")
            {
                return null;
            }
            else if (token.Text is "=" or "=>" or "{")
            {
                // Before the sign there may be parameters, or the accessors of a property.
                var name = _tokens[i - 1].Text is ")" or "}" ? Open(i - 1) - 1 : i - 1;
                if (name > 0 && (token.Text != "{" || _tokens[i - 1].Text == ")") && _tokens[name] is { IsName: true, Text: not "new" } && EndsType(_tokens[name - 1]))
                {
                    return _tokens[name].Text;
                }
            }
        }

        return null;
    }

    private static bool EndsType(Token token) =>
        token.Text is ">" or "?" or "]" || (token.IsName && token.Text is not ("new" or "return" or "is" or "and" or "or" or "not" or "else" or "in" or "await" or "case" or "when" or "throw"));

    private IEnumerable<Creation> Candidates(int line, string type)
    {
        var targetTyped = new List<Creation>();
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i].Line != line)
            {
                continue;
            }

            if (_tokens[i].Text == "new" && i + 1 < _tokens.Count)
            {
                var after = i + 1;
                while (after < _tokens.Count && (_tokens[after].IsName || _tokens[after].Text is "." or ":"))
                {
                    after++;
                }

                var creation = Shape(i, after);
                if (after == i + 1)
                {
                    targetTyped.Add(creation);
                }
                else if (_tokens[after - 1].Text == type)
                {
                    yield return creation;
                }
            }
            else if (_tokens[i].Text == "(" && i >= 3 && _tokens[i - 2].Text == "." && _tokens[i - 3].Text == type)
            {
                yield return Shape(i - 3, i) with { Factory = _tokens[i - 1].Text };
            }
        }

        foreach (var creation in targetTyped)
        {
            yield return creation;
        }
    }

    private Creation Shape(int start, int after)
    {
        var arguments = after < _tokens.Count && _tokens[after].Text == "(" ? after : -1;
        var end = arguments >= 0 ? Close(arguments) + 1 : after;
        var initializer = end < _tokens.Count && _tokens[end].Text == "{" ? end : -1;
        return new Creation(_tokens[start], arguments, initializer, _tokens[Math.Min(initializer >= 0 ? Close(initializer) : Math.Max(end - 1, start), _tokens.Count - 1)]);
    }

    private int? ValueIn(Creation creation, string property, Func<string?, int>? parameterOf) =>
        (creation.Initializer >= 0 ? AssignmentIn(creation.Initializer, property) : null)
        ?? (creation.Arguments >= 0 ? ArgumentIn(creation.Arguments, property, parameterOf?.Invoke(creation.Factory) ?? -1) : null);

    private int? AssignmentIn(int brace, string property) =>
        Parts(brace).Where(p => p + 2 < _tokens.Count && _tokens[p].Text == property && _tokens[p + 1].Text == "=").Select(p => (int?)(p + 2)).FirstOrDefault();

    private int? ArgumentIn(int parenthesis, string property, int parameter)
    {
        var parts = Parts(parenthesis).ToArray();
        var named = parts.Where(p => p + 2 < _tokens.Count && _tokens[p + 1].Text == ":" && string.Equals(_tokens[p].Text, property, StringComparison.OrdinalIgnoreCase));
        return named.Select(p => (int?)(p + 2)).FirstOrDefault() ?? (parameter >= 0 && parameter < parts.Length ? parts[parameter] : null);
    }

    /// <summary>The value's own place, or that of an item where the value is a list that is written out.</summary>
    private Token Item(int value, int item)
    {
        if (item < 0)
        {
            return _tokens[value];
        }

        var list = value;
        while (list < _tokens.Count && _tokens[value].Text == "new" && _tokens[list].Text != "{" && _tokens[list].Text is not ("," or ";"))
        {
            list++;
        }

        if (list >= _tokens.Count || _tokens[list].Text is not ("[" or "{"))
        {
            return _tokens[value];
        }

        var parts = Parts(list).ToArray();
        // Behind a spread nobody can count the items here.
        return item < parts.Length && !parts.Take(item + 1).Any(p => _tokens[p].Text == "..") ? _tokens[parts[item]] : _tokens[value];
    }

    /// <summary>Where each part between the commas of a bracket starts.</summary>
    private IEnumerable<int> Parts(int open)
    {
        var close = Close(open);
        var start = open + 1;
        for (var i = open + 1; i < close;)
        {
            if (_tokens[i].Text == ",")
            {
                yield return start;
                start = ++i;
            }
            else
            {
                i = _tokens[i].Opens ? Close(i) + 1 : i + 1;
            }
        }

        if (start < close)
        {
            yield return start;
        }
    }

    private int Open(int close)
    {
        var depth = 0;
        for (var i = close; i >= 0; i--)
        {
            depth += _tokens[i].Closes ? 1 : _tokens[i].Opens ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return 0;
    }

    private int Close(int open)
    {
        var depth = 0;
        for (var i = open; i < _tokens.Count; i++)
        {
            depth += _tokens[i].Opens ? 1 : _tokens[i].Closes ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return _tokens.Count - 1;
    }
}

/// <summary>An object's creation in source.</summary>
/// <param name="Start">Its first token.</param>
/// <param name="Arguments">Where its arguments open; -1 if it has none.</param>
/// <param name="Initializer">Where its initializer opens; -1 if it has none.</param>
/// <param name="End">Its last token.</param>
internal sealed record Creation(Token Start, int Arguments, int Initializer, Token End)
{
    /// <summary>The factory method's name; null for a constructor.</summary>
    public string? Factory { get; init; }
}
