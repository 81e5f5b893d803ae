using ConfigSdk.Plans.Reading;
using CsCheck;

namespace ConfigSdk.Tool.Tests.Plans;

public class OsloFileTests
{
    [Fact]
    public void Everything_that_the_grammar_has() => Assert.Equal(
        [
            "2 [DEFAULT] a=1", "4 [DEFAULT] b=c # no comment", "6 [default] a=2", "8 [libvirt] quoted= x ", "9 [libvirt] half=\"x", "10 [libvirt] quote=",
            "11 [libvirt] colon=a=b", "12 [libvirt] lines=one\ntwo\nthree", "16 [libvirt] empty=",
        ],
        OsloFile.Read("f", """
            [DEFAULT]
            a=1
            # a comment
            b : c # no comment
            [default]
            a = 2
            [LibVirt]
            quoted = " x "
            half = "x
            quote = "
            colon : a=b
            lines = one
             two
            	three

            empty =
            """).Assignments.Select(a => $"{a.Line} {a.Name}={a.Value}"));

    [Fact]
    public void Any_text_that_a_line_can_hold_comes_back() => Gen.OneOf(Gen.String[Gen.Char[" \"'\\$=:#;[]a\u00a0\u2028"], 0, 6], Gen.String.Where(s => s.IndexOfAny(['\r', '\n']) < 0))
        .Sample(text => OsloFile.Read("f", $"[g]\nx = \"{text}\"\n").Assignments.Single().Value == text);

    [Theory]
    [InlineData("[g]\r\nx = 1\r\ny = 2\r\n")]
    [InlineData("[g]\rx = 1\ry = 2\r")]
    [InlineData("[g]\nx = 1\ny = 2")]
    public void Lines_end_in_three_ways(string text) => Assert.Equal(["1", "2"], OsloFile.Read("f", text).Assignments.Select(a => a.Value));
}
