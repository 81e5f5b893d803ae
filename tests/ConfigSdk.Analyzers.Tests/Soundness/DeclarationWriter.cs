using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ConfigSdk.Analyzers.Tests.Soundness;

/// <summary>
/// Writes a plan as C# in one of countless ways that all mean the same: by literals, members, functions, choices, loops, copies, in this file
/// and another one.
/// </summary>
/// <param name="name">The class that holds it.</param>
/// <param name="random">Chooses the ways.</param>
/// <param name="hides">
/// Whether some values come out of functions that no reader of source can follow, or are one of two of which the program takes one, and some bases
/// have values that their heirs replace.
/// </param>
internal sealed partial class DeclarationWriter(string name, Random random, bool hides)
{
    private const int MaxDepth = 20; // of expressions in expressions: the compiler is slow at lambdas in lambdas
    private readonly StringBuilder _members = new();
    private readonly StringBuilder _others = new();
    private int _names;
    private int _depth;

    /// <summary>The two files of a declaration, whose value is the static property <c>It</c> of the class.</summary>
    public (string Main, string Other) Write(Plan plan)
    {
        var it = Expression(plan);
        return (
            $$"""
            public static class {{name}}
            {
                internal static readonly bool Yes = true;
                internal static bool No => !Yes;
                internal static readonly int Three = 3;
                internal static T Hidden<T>(T value) => value;
                internal static bool Sure => Environment.ProcessId != 0;
            {{_members}}    public static {{plan.Type}} It => {{it}};
            }

            """,
            $$"""
            public static class {{name}}Other
            {
            {{_others}}}

            """);
    }

    private string Expression(Plan plan)
    {
        if (_depth > MaxDepth)
        {
            return Literal(plan);
        }

        if (random.Next(5) < 3)
        {
            return Plain(plan);
        }

        _depth++;
        var code = random.Next(hides ? 25 : 19) switch
        {
            0 => $"({Expression(plan)})",
            1 => Member("static readonly {0} {1} = {2};", plan),
            2 => Member("static {0} {1} => {2};", plan),
            3 => Member("static {0} {1} {{ get; }} = {2};", plan),
            4 => Member("static {0} {1} {{ get {{ {0} x = {2}; return x; }} }}", plan),
            5 => Member("static {0} {1}() => {2};", plan) + "()",
            6 => Member("static {0} {1}(int n) {{ if (n > 2) {{ return {2}; }} return default({0})!; }}", plan) + $"({name}.Three)",
            7 => Member("static {0} {1}() {{ {0} x; x = {2}; {0} F({0} y) => y; return F(x); }}", plan) + "()",
            8 => Given(plan),
            9 => $"({name}.Yes ? {Expression(plan)} : default({plan.Type})!)",
            10 => $"({name}.No || {name}.Three == 4 ? default({plan.Type})! : {Expression(plan)})",
            11 => $"({name}.Three switch {{ 1 or 2 => default({plan.Type})!, > 2 when {name}.Yes => {Expression(plan)}, _ => default({plan.Type})! }})",
            12 => $"(({plan.Type}?)null ?? {Expression(plan)})",
            13 => $"((Func<int, {plan.Type}>)(n => {Expression(plan)}))(1)",
            14 => Elsewhere(plan),
            15 => Member("static {0} {1}() {{ if (No || !Sure) throw new InvalidOperationException(); return {2}; }}", plan) + "()",
            20 => $"({name}.Sure ? {Expression(plan)} : {Other(plan)})",
            21 => Member($"static {{0}} {{1}}() {{{{ if (!Sure) return {Escaped(Literal(Instead(plan)))}; return {{2}}; }}}}", plan) + "()",
            22 => Member($"static {{0}} {{1}}() {{{{ {{0}} x = {Escaped(Literal(Instead(plan)))}; if (Sure) x = {{2}}; return x; }}}}", plan) + "()",
            23 => $"({name}.Sure switch {{ true => {Expression(plan)}, _ => {Other(plan)} }})",
            19 => $"{name}.Hidden<{plan.Type}>({Expression(plan)})",
            _ => Parts(plan),
        };
        _depth--;
        return code;
    }

    private string Parts(Plan plan) => plan switch
    {
        Leaf { Type: "string" } text => TextOf(text.Code.Trim('"')),
        Leaf { Type: "int" } number => NumberOf(number.Code),
        Leaf { Type: "bool" } truth => random.Next(2) == 0 ? $"!{name}.{(truth.Code == "true" ? "No" : "Yes")}" : $"({name}.Three {(truth.Code == "true" ? "<=" : ">")} 3)",
        ListPlan list => ListOf(list),
        ObjectPlan record => RecordOf(record),
        _ => Literal(plan),
    };

    // No way of its own, but for the parts.
    private string Plain(Plan plan) => plan switch
    {
        ListPlan list => $"new {list.ItemType}[] {{ {string.Join(", ", list.Items.Select(Expression))} }}",
        ObjectPlan record => New(record.Type, record.Arguments, record.Properties, Expression),
        _ => Literal(plan),
    };

    private string Literal(Plan plan) => plan switch
    {
        Leaf leaf => leaf.Code.Contains(" with ", StringComparison.Ordinal) ? $"({leaf.Code})" : leaf.Code.StartsWith('"') && leaf.Type != "string" ? $"({leaf.Type}){leaf.Code}" : leaf.Code,
        ListPlan list => $"new {list.ItemType}[] {{ {string.Join(", ", list.Items.Select(Literal))} }}",
        ObjectPlan record => New(record.Type, record.Arguments, record.Properties, Literal),
        _ => throw new ArgumentOutOfRangeException(nameof(plan)),
    };

    private string TextOf(string text)
    {
        var half = text.Length / 2;
        var (first, second) = (Expression(new Leaf("string", $"\"{text[..half]}\"")), Expression(new Leaf("string", $"\"{text[half..]}\"")));
        return random.Next(5) switch
        {
            0 => $"({first} + {second})",
            1 => "$\"{" + first + "}{" + second + "}\"",
            2 => $"string.Concat({first}, {second})",
            3 => $"string.Join(\"\", new[] {{ {first}, {second} }})",
            _ => $"({first} + \" \").Trim() + {second}".Insert(0, "(") + ")",
        };
    }

    private string NumberOf(string code)
    {
        var part = random.Next(9);
        return random.Next(4) switch
        {
            0 => $"({Expression(new Leaf("int", code))} + {part} - {part})",
            1 => $"({Expression(new Leaf("int", code))} * {part + 1} / {part + 1})",
            2 => $"Math.Max({Expression(new Leaf("int", code))}, -1)",
            _ => $"(int)(long)({code})",
        };
    }

    private string ListOf(ListPlan list)
    {
        var items = list.Items.Select(Expression).ToArray();
        var half = items.Length / 2;
        var array = $"new {list.ItemType}[] {{ {string.Join(", ", items)} }}";
        return random.Next(7) switch
        {
            0 => $"((IReadOnlyList<{list.ItemType}>)[{string.Join(", ", items)}])",
            1 => $"((IReadOnlyList<{list.ItemType}>)[{string.Join(", ", items[..half].Append($".. {Expression(new ListPlan(list.ItemType, [.. list.Items.Skip(half)]))}"))}])",
            2 => $"({array}).Select(x => x).Where(x => {name}.Yes).ToArray()",
            3 => $"({array}).Take({half}).Concat(({array}).Skip({half})).ToList()",
            4 => $"Enumerable.Range(0, {items.Length}).Select(i => i switch {{ {string.Join("", items.Select((x, i) => $"{i} => ({list.ItemType}){x}, "))}_ => default({list.ItemType})! }}).ToArray()",
            5 => Member($"static IEnumerable<{list.ItemType}> {{1}}() {{{{ foreach (var x in {Escaped(array)}) {{{{ if ({name}.Yes) {{{{ yield return x; }}}} }}}} }}}}", null) + "().ToList()",
            _ => $"new List<{list.ItemType}> {{ {string.Join(", ", items)} }}",
        };
    }

    private string RecordOf(ObjectPlan record)
    {
        var written = record.Properties.Where(_ => random.Next(2) == 0).ToArray();
        var rest = record.Properties.Except(written).ToArray();
        switch (random.Next(record.Type == "NodeProfile" ? 4 : 2))
        {
            case 0 when rest.Length > 0:
                var replaced = hides ? rest.Where(_ => random.Next(3) == 0).Select(r => (r.Name, Instead(r.Value))) : [];
                return $"({Bare(Expression(record with { Properties = [.. written, .. replaced] }))} with {{ {Initializers(rest)} }})";
            case 2:
                return $"{Expression(record with { Properties = written })}.Override({Expression(new ObjectPlan(record.Type, [], rest))})";
            case 3 when record.Properties.FirstOrDefault(p => p.Name == "Nova").Value is ObjectPlan nova:
                // One group in both, merged setting by setting.
                var (first, second) = (nova with { Properties = [.. nova.Properties.Take(1)] }, nova with { Properties = [.. nova.Properties.Skip(1)] });
                return $"{Expression(record with { Properties = [.. record.Properties.Where(p => p.Name != "Nova"), ("Nova", first)] })}.Override({Expression(new ObjectPlan(record.Type, [], [("Nova", second)]))})";
            default:
                return New(record.Type, record.Arguments, record.Properties, Expression);
        }
    }

    private string Other(Plan plan) => random.Next(3) switch
    {
        0 => $"default({plan.Type})!",
        1 => "throw new InvalidOperationException()",
        _ => Literal(Instead(plan)),
    };

    // Another value of the same kind, which the heir replaces.
    private static Plan Instead(Plan plan) => plan switch
    {
        ListPlan list => list with { Items = [] },
        ObjectPlan record => record with { Properties = [] },
        Leaf { Type: "string" } => new Leaf("string", "\"other\""),
        Leaf { Type: "int" } => new Leaf("int", "7"),
        Leaf { Type: "bool" } truth => new Leaf("bool", truth.Code == "true" ? "false" : "true"),
        _ => plan,
    };

    private string New(string type, IReadOnlyList<Plan> arguments, IReadOnlyList<(string Name, Plan Value)> properties, Func<Plan, string> write)
    {
        var code = $"new {type}({string.Join(", ", arguments.Select(write))})";
        return properties.Count == 0 ? code : $"{code} {{ {string.Join(", ", properties.Select(p => $"{p.Name} = {write(p.Value)}"))} }}";
    }

    private string Initializers(IEnumerable<(string Name, Plan Value)> properties) => string.Join(", ", properties.Select(p => $"{p.Name} = {Expression(p.Value)}"));

    private string Given(Plan plan)
    {
        var argument = Expression(plan);
        return Member($"static {plan.Type} {{1}}({plan.Type} x, string y = \"\") => x;", null) + (random.Next(2) == 0 ? $"({argument})" : $"(y: \"b\", x: {argument})");
    }

    private string Elsewhere(Plan plan)
    {
        var (code, member) = (Expression(plan), Name());
        _others.Append("    public static ").Append(plan.Type).Append(' ').Append(member).Append(" => ").Append(code).AppendLine(";");
        return $"{name}Other.{member}";
    }

    /// <summary>A new member of the class: of a format of the type, the name and the expression.</summary>
    private string Member(string format, Plan? plan)
    {
        // The parts first: initializers run in the order of the text.
        var (code, member) = (plan is null ? "" : Expression(plan), Name());
        _members.Append("    internal ").AppendFormat(CultureInfo.InvariantCulture, format, plan?.Type, member, code).AppendLine();
        return $"{name}.{member}";
    }

    // A name in parentheses before "with" would be a cast.
    private static string Bare(string code) => NameInParentheses().Replace(code, "$1");

    [GeneratedRegex(@"^\(+([\w.]+)\)+$")]
    private static partial Regex NameInParentheses();

    private static string Escaped(string code) => code.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private string Name() => $"m{_names++}";
}
