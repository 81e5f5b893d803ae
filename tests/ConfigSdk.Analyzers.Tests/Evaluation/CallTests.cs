using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Analyzers.Tests.Helpers;

namespace ConfigSdk.Analyzers.Tests.Evaluation;

public class CallTests
{
    [Theory]
    [InlineData("static string F(string x) => x + x;", "F(\"a\")", "aa")]
    [InlineData("static string F(string x, string y = \"b\") => x + y;", "F(y: \"c\", x: \"a\") + F(\"d\")", "acdb")]
    [InlineData("static string F(params string[] x) => string.Join(\"+\", x);", "F(\"a\", \"b\")", "a+b")]
    [InlineData("static string F(string x) { var y = x + \"b\"; return y + y; }", "F(\"a\") + F(\"c\")", "abab" + "cbcb")]
    [InlineData("static string F(int x) { if (x > 1) { return \"many\"; } return \"one\"; }", "F(1) + F(2)", "onemany")]
    [InlineData("static string F(string x) => G(x) + \"f\"; static string G(string x) => x + \"g\";", "F(\"a\")", "agf")]
    [InlineData("static string F(string x) => x; static string G(string x) => x;", "F(G(F(\"a\")))", "a")]
    [InlineData("static string F(Func<int, string> f) => f(1) + f(2);", "F(n => $\"{n}\")", "12")]
    [InlineData("static string F(Func<int, string> f, string t) => f(1); static string G(string x) => F(n => x + n, \"b\");", "G(\"a\")", "a1")]
    [InlineData("static string F(int n) => n == 0 ? \"\" : F(n - 1);", "F(1)", "?")]
    [InlineData("static string F(string x) { x = \"b\"; return x; }", "F(\"a\")", "?")]
    [InlineData("static string F(ref string x) => x; static string G() { var a = \"a\"; return F(ref a); }", "G()", "?")]
    [InlineData("static string F(in string x) => x;", "F(\"a\")", "?")]
    [InlineData("static T F<T>(T x) => x;", "F(\"a\")", "?")]
    [InlineData("static string F(string[] x) => Set(x) + x[0]; static string Set(string[] x) { x[0] = \"b\"; return \"\"; }", "F([\"a\"])", "?")]
    [InlineData("static string F(string[] x) => x[0];", "F([\"a\"])", "a")]
    [InlineData("static string F(string x) { for (;;) { return x; } }", "F(\"a\")", "?")]
    [InlineData("static readonly string X = F(); static string F() => Y; static readonly string Y = \"a\";", "X + \"\"", "?")]
    [InlineData("static string F(string x) { string G() => x + \"g\"; return G(); }", "F(\"a\") + F(\"b\")", "agbg")]
    [InlineData("static string F(string x) { Func<string, string> g = y => y + x; return g(\"c\"); }", "F(\"a\")", "ca")]
    public void The_projects_own_functions_are_read(string members, string expression, string expected) => Assert.Equal(expected, Example.Read("string", expression, members));

    [Theory]
    [InlineData("public abstract class Base { public virtual string F() => \"a\"; public string G() => F(); }", "new Derived().G()", "public sealed class Derived : Base { public override string F() => \"b\"; }")]
    [InlineData("public interface IFace { static virtual string F() => \"a\"; }", "Use<Impl>()", "public sealed class Impl : IFace { public static string F() => \"b\"; }", "static string Use<T>() where T : IFace => T.F();")]
    public void A_function_that_another_may_stand_in_for_is_unknown(string types, string expression, string others, string members = "") =>
        Assert.Equal("?", Example.Read("string", expression, members, types, others));

    [Theory]
    [InlineData("static LibvirtOptions F(string model) => new() { CpuModels = [model] };", "new() { Libvirt = F(\"x\") }", "Nova{Libvirt=LibvirtOptions{[libvirt] cpu_models=[x]}}")]
    [InlineData("static Nova F(Nova n, params CpuModel[] models) => n with { Libvirt = new() { CpuModels = models } };", "F(new() { Compute = new() }, \"a\", \"b\")", "Nova{Compute=ComputeOptions{}, Libvirt=LibvirtOptions{[libvirt] cpu_models=[a, b]}}")]
    [InlineData("static Nova F(bool? pinned) => new() { Compute = pinned == true ? new() { CpuDedicatedSet = \"2-3\" } : null };", "F(false)", "Nova{}")]
    public void A_function_may_return_a_part_of_a_declaration(string members, string expression, string expected) => Assert.Equal(expected, Example.Read("Nova", expression, members));

    [Fact]
    public void An_extension_is_called_as_what_it_is() => Assert.Equal("NodeProfile{Host=Host{Cpus=8}, Nova=Nova{}}", Example.Read(
        "NodeProfile", "new NodeProfile { Nova = new() }.Sized(8)", "", "static class Sizes { public static NodeProfile Sized(this NodeProfile p, int cpus) => p.Override(new() { Host = new() { Cpus = cpus } }); }"));

    [Theory]
    [InlineData("Enumerable.Range(1, 3).Select(n => $\"m{n}\")", "[m1, m2, m3]")]
    [InlineData("from n in Enumerable.Range(1, 3) where n != 2 select $\"m{n}\"", "[m1, m3]")]
    [InlineData("Fixed.Select((t, i) => t + i)", "[a0, b1]")]
    [InlineData("Fixed.Where(t => t == \"a\").Concat([\"c\"]).Append(\"d\").Prepend(\"e\").ToArray()", "[e, a, c, d]")]
    [InlineData("Fixed.SelectMany(t => new[] { t, t + t })", "[a, aa, b, bb]")]
    [InlineData("Fixed.Skip(1).Concat(Fixed.Take(1)).ToList()", "[b, a]")]
    [InlineData("Fixed.Where(t => DateTime.Now.Year > 1)", "[…]")]
    [InlineData("Fixed.Concat(Opaque())", "[a, b, …]")]
    [InlineData("Enumerable.Repeat(\"a\", 2)", "[a, a]")]
    [InlineData("Enumerable.Range(0, 100000).Select(n => $\"m{n}\")", "?")]
    [InlineData("Fixed.OrderBy(t => t)", "?")]
    [InlineData("Three()", "[a1, a2, b1, b2]")]
    [InlineData("Until(2)", "[1, 2]")]
    [InlineData("Perhaps()", "[a, …]")]
    [InlineData("Counted()", "[…]")]
    [InlineData("Nested(\"x\")", "[x1, x2]")]
    public void Lists_are_made_of_lists_as_in_the_program(string expression, string expected) => Assert.Equal(expected, Example.Read("IEnumerable<string>", expression, """
        static readonly IReadOnlyList<string> Fixed = ["a", "b"];
        static IEnumerable<string> Opaque() => new[] { new[] { "o" } }.First();
        static IEnumerable<string> Three() { foreach (var t in Fixed) { var u = t; foreach (var n in new[] { 1, 2 }) { yield return u + n; } } }
        static IEnumerable<string> Until(int last) { foreach (var n in Enumerable.Range(1, 9)) { if (n > last) { yield break; } yield return $"{n}"; } }
        static IEnumerable<string> Perhaps() { yield return "a"; if (DateTime.Now.Year > 1) { yield break; } yield return "b"; }
        static IEnumerable<string> Counted() { for (var i = 0; i < 3; i++) { yield return "a"; } }
        static IEnumerable<string> Nested(string name) => Enumerable.Range(1, 2).Select(n => { var both = name + n; return both; });
        """));

    [Fact]
    public void Texts_and_lists_that_double_at_each_step_come_to_an_end()
    {
        var steps = string.Join("\n", Enumerable.Range(1, 20).Select(i => $"static string T{i} => T{i - 1} + T{i - 1}; static IEnumerable<string> L{i} => [.. L{i - 1}, .. L{i - 1}];"));
        var source = $$"""static class Doubled { static string T0 => "a"; static IEnumerable<string> L0 => ["a"]; {{steps}} public static NodeProfile It => new() { Nova = new() { Compute = new() { CpuSharedSet = T20 }, Libvirt = new() { CpuModels = [.. L20] } } }; }""";
        var compilation = Compile.Of(source);
        var told = new Evaluator(compilation, ModelTypes.Find(compilation)!)
            .Evaluate(compilation.GetTypeByMetadataName("Doubled")!.GetMembers("It").Single(), CancellationToken.None);
        var text = Dump.Of(told);
        Assert.StartsWith("NodeProfile{Nova=Nova{Compute=ComputeOptions{[compute] cpu_shared_set=?}, Libvirt=LibvirtOptions{[libvirt] cpu_models=[a, a, ", text, StringComparison.Ordinal);
        Assert.EndsWith(", …]}}}", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 0, 50_000);
    }
}
