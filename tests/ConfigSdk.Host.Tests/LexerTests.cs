using ConfigSdk.Hosting.Source;
using CsCheck;

namespace ConfigSdk.Hosting.Tests;

public class LexerTests
{
    [Theory]
    [InlineData("a = \"x, { y\" ;", "a|=|\"|;")]
    [InlineData("a=$\"{b}{{{c(\"}\")}\",d", "a|=|\"|,|d")]
    [InlineData("a=@\"x\"\"y\\\",b", "a|=|\"|,|b")]
    [InlineData("a=\"\"\"x \" y\"\"\",b", "a|=|\"|,|b")]
    [InlineData("a='\\'',b='{'", "a|=|\"|,|b|=|\"")]
    [InlineData("a /* { */ = // }\n b", "a|=|b")]
    [InlineData("x => y == z .. w", "x|=>|y|==|z|..|w")]
    [InlineData("#region {\na\n#endregion }", "a")]
    public void Tokens_leave_out_what_is_no_code(string source, string expected) =>
        Assert.Equal(expected, string.Join("|", new Lexer(source).Read().Tokens.Select(t => t.Text)));

    [Fact]
    public void Any_text_ends() => Gen.String[Gen.Char["ab\"'$@{}()[],;=/*#\n\\. "], 0, 60].Sample(text =>
    {
        var file = new SourceFile(text);
        file.CreationAt(1, "a", "b");
        file.WithValueAfter(1, "a", 0);
    });

    [Fact]
    public void Pragmas_switch_ids_off_and_on()
    {
        var file = new SourceFile("a\n#pragma warning disable NOVA1003, NOVA2003 // why\nb\n#pragma warning restore NOVA1003\nc\n");
        Assert.False(file.IsDisabled("NOVA1003", 1));
        Assert.True(file.IsDisabled("NOVA1003", 3));
        Assert.False(file.IsDisabled("NOVA1003", 5));
        Assert.True(file.IsDisabled("NOVA2003", 5));
        Assert.False(file.IsDisabled("NOVA1001", 5));
    }
}
