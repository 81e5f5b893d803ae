using System.Globalization;
using System.Text;

namespace ConfigSdk.Catalog;

/// <summary>
/// A JSON value and where it stands. Analyzers may not bring a JSON library with them, and the framework's own of their
/// oldest host neither says where a mistake is nor refuses every one.
/// </summary>
internal sealed class Json
{
    private static readonly Json[] s_none = [];

    private Json(JsonKind kind, int line, int column) => (Kind, Line, Column) = (kind, line, column);

    public JsonKind Kind { get; }

    public int Line { get; }

    public int Column { get; }

    /// <summary>The string, or a number as it is written; <c>true</c> and <c>false</c>; empty for the rest.</summary>
    public string Text { get; private set; } = "";

    /// <summary>An array's items.</summary>
    public IReadOnlyList<Json> Items { get; private set; } = s_none;

    /// <summary>An object's members in order; a name that stands twice is refused.</summary>
    public IReadOnlyList<KeyValuePair<string, Json>> Members { get; private set; } = [];

    /// <summary>The member's value; null if the object has none of this name, and for what is no object.</summary>
    public Json? this[string name] => Members.FirstOrDefault(m => m.Key == name).Value;

    /// <summary>Reads one value, as RFC 8259 has it.</summary>
    /// <exception cref="JsonFlawException">The text is none, or it is nested too deeply.</exception>
    public static Json Parse(string text) => Parse(new Reader(text, isPython: false));

    /// <summary>
    /// Reads one value as Python's json does, which is what nova reads its own options with: of members of one name the last counts, and there
    /// are the numbers NaN and Infinity.
    /// </summary>
    /// <exception cref="JsonFlawException">The text is none, or it is nested too deeply.</exception>
    public static Json ParseAsPython(string text) => Parse(new Reader(text, isPython: true));

    private static Json Parse(Reader reader)
    {
        reader.SkipBlanks();
        var value = reader.Value(0);
        reader.SkipBlanks();
        return reader.AtEnd ? value : throw reader.Flaw("nothing may follow the value");
    }

    private sealed class Reader(string text, bool isPython)
    {
        private const int MaxDepth = 64;
        private int _at;
        private int _line = 1;
        private int _lineStart;

        public bool AtEnd => _at == text.Length;

        public JsonFlawException Flaw(string message) => new(message, _line, _at - _lineStart + 1);

        public void SkipBlanks()
        {
            for (; _at < text.Length && text[_at] is ' ' or '\t' or '\r' or '\n'; _at++)
            {
                if (text[_at] == '\n')
                {
                    _line++;
                    _lineStart = _at + 1;
                }
            }
        }

        public Json Value(int depth)
        {
            if (depth > MaxDepth)
            {
                throw new JsonFlawException($"values are nested more than {MaxDepth} deep", _line, _at - _lineStart + 1) { IsTooDeep = true };
            }

            var (line, column) = (_line, _at - _lineStart + 1);
            Json Of(JsonKind kind) => new(kind, line, column);
            switch (AtEnd ? '\0' : text[_at])
            {
                case '{':
                    var o = Of(JsonKind.Object);
                    o.Members = ReadObject(depth);
                    return o;
                case '[':
                    var a = Of(JsonKind.Array);
                    a.Items = Array(depth);
                    return a;
                case '"':
                    var s = Of(JsonKind.String);
                    s.Text = String();
                    return s;
                case 't' when Word("true"):
                    return WithText(Of(JsonKind.Boolean), "true");
                case 'f' when Word("false"):
                    return WithText(Of(JsonKind.Boolean), "false");
                case 'n' when Word("null"):
                    return Of(JsonKind.Null);
                case 'N' when isPython && Word("NaN"):
                    return WithText(Of(JsonKind.Number), "NaN");
                case 'I' when isPython && Word("Infinity"):
                    return WithText(Of(JsonKind.Number), "Infinity");
                case '-' when isPython && Word("-Infinity"):
                    return WithText(Of(JsonKind.Number), "-Infinity");
                case '-' or (>= '0' and <= '9'):
                    return WithText(Of(JsonKind.Number), Number());
                default:
                    throw Flaw(AtEnd ? "the text ends where a value should stand" : "a value should stand here");
            }
        }

        private static Json WithText(Json value, string text)
        {
            value.Text = text;
            return value;
        }

        private bool Word(string word)
        {
            var found = string.CompareOrdinal(text, _at, word, 0, word.Length) == 0;
            _at += found ? word.Length : 0;
            return found;
        }

        private List<KeyValuePair<string, Json>> ReadObject(int depth)
        {
            var members = new List<KeyValuePair<string, Json>>();
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var _ in Separated('}'))
            {
                var start = _at;
                if (AtEnd || text[_at] != '"')
                {
                    throw Flaw("a member's name in quotes should stand here");
                }

                var name = String();
                if (!names.Add(name))
                {
                    if (!isPython)
                    {
                        _at = start;
                        throw Flaw($"'{name}' stands twice in one object");
                    }

                    members.RemoveAll(m => m.Key == name);
                }

                SkipBlanks();
                Expect(':');
                SkipBlanks();
                members.Add(new(name, Value(depth + 1)));
            }

            return members;
        }

        private List<Json> Array(int depth)
        {
            var items = new List<Json>();
            foreach (var _ in Separated(']'))
            {
                items.Add(Value(depth + 1));
            }

            return items;
        }

        /// <summary>Stops at each element up to the closing bracket, past commas and blanks.</summary>
        private IEnumerable<int> Separated(char close)
        {
            _at++;
            SkipBlanks();
            for (var count = 0; ; count++)
            {
                if (!AtEnd && text[_at] == close && count == 0)
                {
                    break;
                }

                yield return count;
                SkipBlanks();
                if (AtEnd || text[_at] != ',')
                {
                    break;
                }

                _at++;
                SkipBlanks();
            }

            Expect(close);
        }

        private void Expect(char c)
        {
            if (AtEnd || text[_at] != c)
            {
                throw Flaw($"'{c}' should stand here");
            }

            _at++;
        }

        private string String()
        {
            _at++;
            var value = new StringBuilder();
            while (true)
            {
                if (AtEnd || text[_at] < ' ')
                {
                    throw Flaw(AtEnd ? "the text ends inside a string" : "a control character may not stand in a string");
                }

                var c = text[_at++];
                if (c == '"')
                {
                    return value.ToString();
                }

                value.Append(c == '\\' ? Escape() : c);
            }
        }

        private char Escape()
        {
            var c = AtEnd ? '\0' : text[_at++];
            switch (c)
            {
                case '"' or '\\' or '/': return c;
                case 'b': return '\b';
                case 'f': return '\f';
                case 'n': return '\n';
                case 'r': return '\r';
                case 't': return '\t';
                case 'u' when _at + 4 <= text.Length
                    && ushort.TryParse(text.Substring(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                    _at += 4;
                    return (char)code;
                default:
                    _at -= AtEnd ? 0 : 1;
                    throw Flaw("this is no escape of JSON");
            }
        }

        private string Number()
        {
            var start = _at;
            Skip('-');
            // A zero at the front stands alone.
            if (!Skip('0') && !Digits())
            {
                throw Flaw("a digit should stand here");
            }

            if ((Skip('.') && !Digits()) || ((Skip('e') || Skip('E')) && !Exponent()))
            {
                throw Flaw("a digit should stand here");
            }

            return text.Substring(start, _at - start);
        }

        private bool Exponent()
        {
            _ = Skip('+') || Skip('-');
            return Digits();
        }

        private bool Skip(char c)
        {
            var found = !AtEnd && text[_at] == c;
            _at += found ? 1 : 0;
            return found;
        }

        private bool Digits()
        {
            var start = _at;
            while (!AtEnd && text[_at] is >= '0' and <= '9')
            {
                _at++;
            }

            return _at > start;
        }
    }
}

/// <summary>The kinds of JSON values.</summary>
internal enum JsonKind
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

/// <summary>A text is not JSON.</summary>
internal sealed class JsonFlawException(string message, int line, int column) : Exception(message)
{
    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>Whether the text may be JSON to others, who read what is nested deeper.</summary>
    public bool IsTooDeep { get; init; }
}
