namespace ConfigSdk.Analyzers.Tests.Evaluation;

public class OperatorTests
{
    private const string Members = """
        enum Size { Small, Large }
        static readonly bool Yes = true;
        static readonly bool No = false;
        static readonly int Two = 2;
        static readonly int Three = 3;
        static readonly long Big = long.MaxValue;
        static readonly double Half = 0.5;
        static readonly string A = "a";
        static readonly string? Nothing = null;
        static readonly int? None = null;
        static readonly Size Large = Size.Large;
        static readonly CpuMode Mode = CpuMode.HostModel;
        static readonly CpuModel Model = "Nehalem";
        static readonly NodeProfile Kvm = new() { Nova = new() { Libvirt = new() { CpuMode = CpuMode.None, CpuModels = ["x"] } } };
        static bool Opaque() => DateTime.Now.Year > 1;
        """;

    [Theory]
    [InlineData("string", "Yes ? A : \"b\"", "a")]
    [InlineData("string", "No ? A : \"b\"", "b")]
    [InlineData("string", "Yes && !No ? \"x\" : \"y\"", "x")]
    [InlineData("bool", "No && Opaque()", "false")]
    [InlineData("bool", "Opaque() && No", "false")]
    [InlineData("bool", "Opaque() || Yes", "true")]
    [InlineData("bool", "Opaque() || No", "?")]
    [InlineData("bool", "Yes ^ No", "?")]
    [InlineData("string", "Nothing ?? \"b\"", "b")]
    [InlineData("string", "A ?? \"b\"", "a")]
    [InlineData("int", "None ?? Two", "2")]
    [InlineData("CpuMode?", "Kvm.Nova?.Libvirt?.CpuMode", "none")]
    [InlineData("string?", "Kvm.Nova?.Compute?.CpuSharedSet?.Text", "unset")]
    [InlineData("CpuMode", "Kvm.Nova?.Libvirt?.CpuMode ?? CpuMode.Custom", "none")]
    [InlineData("int", "Kvm.Nova!.Libvirt!.CpuModels!.Count", "1")]
    [InlineData("CpuModel", "Kvm.Nova!.Libvirt!.CpuModels![0]", "x")]
    public void A_choice_with_a_known_condition_is_made(string type, string expression, string expected) => Assert.Equal(expected, Example.Read(type, expression, Members));

    [Theory]
    [InlineData("Two == 2", "true")]
    [InlineData("Two != 2", "false")]
    [InlineData("Two < Three", "true")]
    [InlineData("Half >= 0.5", "true")]
    [InlineData("Half == 0.5", "true")]
    [InlineData("A == \"a\"", "true")]
    [InlineData("A + A == \"aa\"", "true")]
    [InlineData("Nothing == null", "true")]
    [InlineData("A is null", "false")]
    [InlineData("None.HasValue", "false")]
    [InlineData("None == 2", "false")]
    [InlineData("Kvm.Host == null", "true")]
    [InlineData("Kvm != null", "true")]
    [InlineData("Kvm == Kvm", "?")]
    [InlineData("Large == Size.Large", "true")]
    [InlineData("Mode == CpuMode.HostModel", "true")]
    [InlineData("Model == \"Nehalem\"", "true")]
    [InlineData("Mode is CpuMode.Custom or CpuMode.None", "false")]
    [InlineData("Two is > 1 and <= 2", "true")]
    [InlineData("Two is not 2", "false")]
    [InlineData("(object)Two is 2L", "?")]
    [InlineData("A.Length == 1", "true")]
    [InlineData("A.Contains(\"a\")", "true")]
    [InlineData("string.IsNullOrEmpty(Nothing)", "true")]
    [InlineData("double.NaN == Half", "?")]
    public void Comparisons_come_out_as_in_the_program(string expression, string expected) => Assert.Equal(expected, Example.Read("bool", expression, Members));

    [Theory]
    [InlineData("int", "Two * Three + 1", "7")]
    [InlineData("int", "-Three / Two", "-1")]
    [InlineData("int", "-Three % Two", "-1")]
    [InlineData("long", "Two * 1024L", "2048")]
    [InlineData("long", "Big + Two", "?")]
    [InlineData("int", "int.MaxValue - 1 + Two", "?")]
    [InlineData("double", "Half / 4", "0.125")]
    [InlineData("double", "Two * 0.1", "0.2")]
    [InlineData("int", "(int)Big", "?")]
    [InlineData("byte", "(byte)Two", "2")]
    [InlineData("int", "Two << 3", "?")]
    [InlineData("int", "Math.Max(Two, Three)", "3")]
    [InlineData("long?", "Two + None", "?")]
    public void Arithmetic_is_the_programs_or_unknown(string type, string expression, string expected) => Assert.True(Example.Read(type, expression, Members) == expected, expression);

    [Theory]
    [InlineData("$\"cmp{Two:00}\"", "cmp02")]
    [InlineData("$\"{Two}-{Big}-{Half}-{Yes}-{'c'}-{Model}\"", "2-9223372036854775807-0.5-True-c-Nehalem")]
    [InlineData("$\"{Mode}\"", "?")]
    [InlineData("$\"{A,3}|{A,-3}|\"", "  a|a  |")]
    [InlineData("$\"{Two:X4}\"", "0002")]
    [InlineData("$\"{-Two:X}\"", "?")]
    [InlineData("$\"{Nothing}\"", "")]
    [InlineData("A + Two + 'c' + null + Yes", "a2cTrue")]
    [InlineData("string.Concat(A, \"b\")", "ab")]
    [InlineData("string.Join(\"-\", new[] { A, \"b\" })", "a-b")]
    [InlineData("string.Join(\",\", \"a\", \"b\", \"c\")", "a,b,c")]
    [InlineData("string.Empty", "")]
    [InlineData("A.ToUpperInvariant().Replace(\"A\", \"xyz\").Substring(1, 1)", "y")]
    [InlineData("\"İ\".ToLowerInvariant()", "?")]
    [InlineData("Two.ToString()", "2")]
    [InlineData("Two.ToString(\"000\")", "002")]
    [InlineData("(Mode switch { CpuMode.None => \"n\", CpuMode.HostModel => \"h\", _ => \"?\" })", "h")]
    [InlineData("(Two switch { 1 => \"one\", > 1 and < 5 => \"few\", _ => \"many\" })", "few")]
    [InlineData("(Two switch { 2 when No => \"a\", 2 when Yes => \"b\", _ => \"c\" })", "b")]
    [InlineData("(Two switch { 2 when Opaque() => \"a\", _ => \"c\" })", "a|c")]
    [InlineData("(A switch { { Length: 1 } => \"a\", _ => \"c\" })", "a|c")]
    [InlineData("(Nothing switch { null => \"a\", _ => \"c\" })", "a")]
    public void Texts_are_put_together_as_in_the_program(string expression, string expected) => Assert.Equal(expected, Example.Read("string", expression, Members));
}
