namespace ConfigSdk.Analyzers.Tests.Evaluation;

public class ReferenceTests
{
    [Theory]
    [InlineData("const string X = \"a\";", "a")]
    [InlineData("const string Y = \"a\"; const string X = Y + Y;", "aa")]
    [InlineData("static readonly string X = \"a\";", "a")]
    [InlineData("static readonly string Y = \"a\", X = Y;", "a")]
    [InlineData("static string X { get; } = \"a\";", "a")]
    [InlineData("static string X => \"a\";", "a")]
    [InlineData("static string X { get => \"a\"; }", "a")]
    [InlineData("static string X { get { return \"a\"; } }", "a")]
    [InlineData("static string Y => \"a\"; static string X => $\"{Y}{Y}b\";", "aab")]
    [InlineData("static string Y => \"a\"; static string X => Y + \"b\";", "ab")]
    [InlineData("static string X = \"a\";", "?")]
    [InlineData("static string X { get; set; } = \"a\";", "?")]
    [InlineData("public static string X { get; private set; } = \"a\";", "?")]
    [InlineData("static readonly string X = \"a\"; static Example() { X = \"b\"; }", "?")]
    [InlineData("static string X { get; } = \"a\"; static Example() { X = \"b\"; }", "?")]
    [InlineData("static readonly string X = \"a\"; static Example() => Set(ref X); static void Set(ref string x) => x = \"b\";", "?")]
    [InlineData("static readonly string X = \"a\"; static Example() { (X, _) = (\"b\", 1); }", "?")]
    [InlineData("static string X { get { Console.Write(\"\"); return \"a\"; } }", "?")]
    [InlineData("static string X => Y; static string Y => DateTime.Now.Year > 1 ? \"a\" : X;", "?")]
    [InlineData("static readonly string X = Y; static readonly string Y = \"a\";", "?")]
    [InlineData("static readonly string X = Y; static string Y => Z; static readonly string Z = \"a\";", "?")]
    [InlineData("static string Y => Z; static readonly string Z = \"a\"; static readonly string X = Y;", "a")]
    public void Members_are_followed_where_they_can_have_one_value_only(string members, string expected, string expression = "X") =>
        Assert.Equal(expected, Example.Read("string", expression, members));

    [Theory]
    [InlineData("public static class Other { public const string X = \"a\"; }", "a")]
    [InlineData("public static class Other { public static readonly string X = \"a\"; }", "a")]
    [InlineData("public static class Other { public static string X => Third.X; } public static class Third { public static string X { get; } = \"a\"; }", "a")]
    [InlineData("public static class Other { public static string X = \"a\"; }", "?")]
    public void Members_are_followed_into_other_files(string other, string expected) =>
        Assert.Equal(expected, Example.Read("string", "Other.X", "", other));

    [Theory]
    [InlineData("var x = \"a\"; return x;", "a")]
    [InlineData("var x = \"a\"; var y = x + x; return y;", "aa")]
    [InlineData("string x; x = \"a\"; return x;", "a")]
    [InlineData("string x; if (Flag) x = \"a\"; else x = \"b\"; return x;", "a|b")]
    [InlineData("string x; if (Flag) { x = \"a\"; } else { throw new InvalidOperationException(); } return x;", "a")]
    [InlineData("var x = \"a\"; x += \"b\"; return x;", "?")]
    [InlineData("var x = \"a\"; Set(out x); return x;", "?")]
    [InlineData("var x = \"a\"; foreach (var y in Texts) { x = y; } return x;", "?")]
    [InlineData("if (Flag) return \"a\"; return \"b\";", "a")]
    [InlineData("if (!Flag) { return \"a\"; } else { return \"b\"; }", "b")]
    [InlineData("if (Flag && DateTime.Now.Year > 1) return \"a\"; return \"b\";", "a|b")]
    [InlineData("string Local(string t) => t + \"b\"; return Local(\"a\");", "ab")]
    [InlineData("Console.Write(\"\"); return \"a\";", "?")]
    [InlineData("try { return \"a\"; } finally { }", "?")]
    public void Locals_and_statements_of_a_getter_are_followed(string body, string expected) => Assert.Equal(expected, Example.Read("string", "X", $$"""
        static readonly bool Flag = true;
        static readonly IReadOnlyList<string> Texts = ["c"];
        static void Set(out string x) => x = "b";
        static string X { get { {{body}} } }
        """));
}
