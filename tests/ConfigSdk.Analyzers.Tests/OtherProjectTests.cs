using ConfigSdk.Analyzers.Tests.Helpers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConfigSdk.Analyzers.Tests;

/// <summary>Profiles of a referenced project or package: an editor has a project's source, and every compiler what the assembly tells.</summary>
public class OtherProjectTests
{
    private const string Library = """
        namespace Team;
        public static class Profiles
        {
            public static readonly NodeProfile Kvm = new()
            {
                Target = Target.Debian13,
                Nova = new() { Default = new() { ComputeDriver = ComputeDriver.Libvirt }, Libvirt = new() { CpuMode = CpuMode.HostModel, VirtType = VirtType.Kvm } },
            };
            public static readonly NodeProfile Wrong = Kvm.Override(new() { Nova = new() { Libvirt = new() { CpuMode = CpuMode.Custom, CpuModels = ["Nehalm"] } } });
            public static string Model => "Nehalm";
        }
        """;

    private const string Node = """
        using Team;
        sealed class Rack : Fleet
        {
            public override IEnumerable<ComputeNode> Nodes =>
            [
                new("a", Profiles.Kvm.Override(new() { Nova = new() { Libvirt = new() { CpuModels = {|NOVA1002:["Nehalem"]|} } } })),
                new("b", Profiles.Wrong),
                new("c", Profiles.Kvm.Override(new() { Nova = new() { Libvirt = new() { CpuMode = CpuMode.Custom, CpuModels = [{|NOVA1003:Profiles.Model|}] } } })),
            ];
        }
        """;

    [Fact]
    public Task Where_there_is_source_a_base_is_known_and_its_own_mistakes_are_its_own() =>
        Analyze.Marked(c => c.AddReferences(Compile.Of(Library).ToMetadataReference()), Node);

    [Fact]
    public async Task The_library_itself_has_its_mistakes() =>
        Assert.Equal("NOVA1003", Assert.Single(await Analyze.Diagnostics(Compile.Of(Library))).Id);

    [Fact]
    public Task An_assembly_tells_its_values() => Analyze.Marked(c => c.AddReferences(AssemblyOf(Published(Compile.Of(Library)))), Node);

    [Fact]
    public Task An_assembly_that_tells_nothing_is_unknown_and_silent() => Analyze.Marked(c => c.AddReferences(AssemblyOf(Compile.Of(Library))), Unmarked);

    /// <summary>Values of an assembly that another assembly's are made of.</summary>
    [Fact]
    public Task Values_are_told_through_several_assemblies()
    {
        var profiles = AssemblyOf(Published(Compile.Of(Library)));
        var pinned = AssemblyOf(Published(Compile.Of("public static class Pinned { public static NodeProfile Kvm { get; } = Team.Profiles.Kvm.Override(new() { Nova = new() { Libvirt = new() { CpuModels = [\"Nehalem\"] } } }); }").AddReferences(profiles)));
        return Analyze.Marked(c => c.AddReferences(profiles, pinned), """
            sealed class Rack : Fleet
            {
                public override IEnumerable<ComputeNode> Nodes =>
                [
                    new("a", Pinned.Kvm),
                    new("b", Pinned.Kvm.Override(new() { Nova = new() { Libvirt = new() { CpuMode = CpuMode.Custom } } })),
                    new("c", Pinned.Kvm.Override(new() { Nova = new() { Libvirt = new() { CpuMode = CpuMode.Custom, CpuModels = [{|NOVA1003:"Nehalm"|}] } } })),
                ];
            }
            """);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"type\":\"NodeProfile\"}")]
    [InlineData("{\"type\":1,\"set\":[]}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("{\"type\":\"NodeProfile\",\"set\":{\"Nova\":\"text\",\"Host\":[null],\"Target\":{\"oneOf\":[]}}}")]
    [InlineData("")]
    public Task What_an_assembly_tells_wrongly_does_no_harm(string told) => Analyze.Marked(
        c => c.AddReferences(AssemblyOf(Compile.Of(Library, $"[assembly: System.Reflection.AssemblyMetadata(\"ConfigSdk.Value:F:Team.Profiles.Kvm\", {SymbolDisplay.FormatLiteral(told, quote: true)})]"))), Unmarked);

    [Fact]
    public void Only_what_is_public_and_known_is_told()
    {
        var told = Published(Compile.Of("""
            public static class Told
            {
                public static readonly NodeProfile Profile = new() { Nova = new() { Libvirt = new() { CpuModels = ["Nehalem", CpuModel.Penryn] } } };
                public static string Text { get; } = "a\"b\n";
                public static IReadOnlyList<string> List => ["a"];
                public static string Choice => DateTime.Now.Year > 1 ? "a" : "b";
                public static class Inner { public static readonly bool Flag = true; }
                public static readonly NodeProfile Partly = new() { Nova = new() { Default = new() { Host = Environment.MachineName } } };

                public const string Constant = "a";
                public static string Machine { get; } = Environment.MachineName;
                public static string Changed { get; set; } = "a";
                internal static readonly string Internal = "a";
                static readonly string s_private = "a";
                public static string Length(string text) => text + s_private;
            }
            static class Hidden { public static readonly string Text = "a"; }
            public static class Generic<T> { public static readonly string Text = "a"; }
            """)).Assembly.GetAttributes().Select(a => $"{a.ConstructorArguments[0].Value} = {a.ConstructorArguments[1].Value}").Order(StringComparer.Ordinal);

        Assert.Equal(
            """
            ConfigSdk.Value:F:Told.Inner.Flag = "true"
            ConfigSdk.Value:F:Told.Partly = {"type":"NodeProfile","set":{"Nova":{"type":"Nova","set":{"Default":{"type":"DefaultOptions","set":{"[DEFAULT] host":{}}}}}}}
            ConfigSdk.Value:F:Told.Profile = {"type":"NodeProfile","set":{"Nova":{"type":"Nova","set":{"Libvirt":{"type":"LibvirtOptions","set":{"[libvirt] cpu_models":["Nehalem","Penryn"]}}}}}}
            ConfigSdk.Value:P:Told.Choice = {"oneOf":["a","b"]}
            ConfigSdk.Value:P:Told.List = ["a"]
            ConfigSdk.Value:P:Told.Text = "a\"b\u000a"
            """,
            string.Join("\n", told));
    }

    private static string Unmarked => Node.Replace("{|NOVA1002:", "", StringComparison.Ordinal).Replace("{|NOVA1003:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);

    private static Compilation Published(CSharpCompilation library)
    {
        CSharpGeneratorDriver.Create([new PublishValues().AsSourceGenerator()], parseOptions: Compile.Parsing)
            .RunGeneratorsAndUpdateCompilation(library, out var published, out var flaws, TestContext.Current.CancellationToken);
        Assert.Empty(flaws);
        return published;
    }

    private static PortableExecutableReference AssemblyOf(Compilation library)
    {
        using var image = new MemoryStream();
        var result = library.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
