namespace ConfigSdk.Analyzers.Tests.Evaluation;

public class ListTests
{
    private const string Members = """
        static readonly CpuModel[] Array = ["a"];
        static readonly List<CpuModel> List = ["a"];
        static readonly IReadOnlyList<CpuModel> Fixed = ["a"];
        static IEnumerable<CpuModel> Computed => ["a"];
        static readonly IReadOnlyList<string> Names = ["a"];
        static CpuModel Opaque() => new CpuModel[] { "o" }.First();
        """;

    [Theory]
    [InlineData("IReadOnlyList<CpuModel>", "[]", "[]")]
    [InlineData("IReadOnlyList<CpuModel>", "[\"a\", CpuModel.Nehalem]", "[a, Nehalem]")]
    [InlineData("IReadOnlyList<CpuModel>", "[\"a\", Opaque()]", "[a, ?]")]
    [InlineData("IReadOnlyList<CpuModel>", "[.. Fixed, \"b\"]", "[a, b]")]
    [InlineData("IReadOnlyList<CpuModel>", "[.. Computed, \"b\"]", "[a, b]")]
    [InlineData("IReadOnlyList<CpuModel>", "[\"b\", .. Array]", "[b, …]")]
    [InlineData("IReadOnlyList<CpuModel>", "[\"b\", .. List, \"c\"]", "[b, c, …]")]
    [InlineData("IReadOnlyList<CpuModel>", "[.. Names]", "[a]")]
    [InlineData("IReadOnlyList<KernelModule>", "[.. Names, KernelModule.Kvm]", "[KernelModule{Name=a}, KvmModule{Name=kvm}]")]
    [InlineData("IReadOnlyList<KernelModule>", "[\"a\", new(\"b\")]", "[KernelModule{Name=a}, KernelModule{Name=b}]")]
    [InlineData("IReadOnlyList<CpuModel>", "new CpuModel[] { \"a\", \"b\" }", "[a, b]")]
    [InlineData("IReadOnlyList<CpuModel>", "new[] { CpuModel.Nehalem }", "[Nehalem]")]
    [InlineData("IReadOnlyList<CpuModel>", "new CpuModel[0]", "[]")]
    [InlineData("IReadOnlyList<CpuModel>", "new CpuModel[2]", "?")]
    [InlineData("IReadOnlyList<CpuModel>", "new List<CpuModel> { \"a\", CpuModel.Nehalem }", "[a, Nehalem]")]
    [InlineData("IReadOnlyList<CpuModel>", "new List<CpuModel>(5)", "[]")]
    [InlineData("IReadOnlyList<CpuModel>", "new List<CpuModel>(Fixed) { \"b\" }", "?")]
    [InlineData("IReadOnlyList<CpuModel>", "Array.Empty<CpuModel>()", "[]", "static CpuModel Opaque() => default;")]
    [InlineData("IEnumerable<CpuModel>", "Enumerable.Empty<CpuModel>()", "[]")]
    [InlineData("IReadOnlyList<CpuModel>", "Array", "?")]
    [InlineData("IReadOnlyList<CpuModel>", "List", "?")]
    [InlineData("IReadOnlyList<CpuModel>", "Fixed", "[a]")]
    [InlineData("IEnumerable<CpuModel>", "Fixed.Select(m => m)", "[a]")]
    [InlineData("IReadOnlyList<CpuModel>", "[.. Enumerable.Range(0, 3).Select(i => new CpuModel(\"m\" + i))]", "[m0, m1, m2]")]
    public void Lists_have_the_items_that_are_certain(string type, string expression, string expected, string? members = null) =>
        Assert.Equal(expected, Example.Read(type, expression, members ?? Members));
}
