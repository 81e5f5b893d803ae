using ConfigSdk.EndToEnd.Tests.Harness;

namespace ConfigSdk.EndToEnd.Tests;

/// <summary>Declarations are programs. Whatever they do, the build survives it and says what happened.</summary>
public sealed class MisbehaviourTests(MisbehaviourTests.Built built) : IClassFixture<MisbehaviourTests.Built>
{
    /// <summary>All of them in one build, beside each other.</summary>
    public sealed class Built(PackedSdk sdk) : IAsyncLifetime
    {
        private readonly Dictionary<string, TestProject> _projects = [];

        private BuildResult Result { get; set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var directory = sdk.NewDirectory("misbehaviour");
            Add("Throws", "[new(\"n1\", Kvm), Second()]", """
                static ComputeNode Second() =>
                    throw new InvalidOperationException("no such rack");
                """);
            Add("ExitsWithZero", "[new(\"n1\", Leave())]", "static NodeProfile Leave() { Environment.Exit(0); return Kvm; }");
            Add("ExitsWithSeven", "[new(\"n1\", Leave())]", "static NodeProfile Leave() { Environment.Exit(7); return Kvm; }");
            Add("Overflows", "[new(\"n1\", Deeper(1))]", "static NodeProfile Deeper(int n) => Deeper(n + 1).Override(Kvm);");
            Add("NeverEnds", "[new(\"n1\", Wait())]", "static NodeProfile Wait() { while (true) { } }", "<ConfigSdkTimeout>3</ConfigSdkTimeout>");
            Add("Prints", "[new(\"n1\", Print())]", """
                static NodeProfile Print()
                {
                    Console.WriteLine("error NOVA1003: fake");
                    Console.Error.WriteLine("Nodes.cs(1,1): error NOVA1004: fake");
                    Console.WriteLine("##configsdk {\"kind\":\"finding\",\"id\":\"NOVA1005\",\"severity\":\"error\",\"message\":\"fake\"}");
                    return Kvm;
                }
                """);
            Add("RuntimeIsMissing", "[new(\"n1\", Kvm)]", properties: "<RuntimeFrameworkVersion>99.0.0</RuntimeFrameworkVersion>");
            Add("PackageIsBroken", "[new(\"n1\", Kvm)]", properties: "<ConfigSdkHost>$(MSBuildProjectDirectory)/gone/ConfigSdk.Host.dll</ConfigSdkHost>");
            Add("CannotBeMade", "[new(\"n1\", Kvm)]", "public Declared(string rack) => _ = rack;");
            Result = await sdk.BuildAllAsync(directory, _projects.Values);

            void Add(string name, string nodes, string members = "", string properties = "") => _projects.Add(
                name, new TestProject(sdk, Path.Combine(directory, name), name, properties).Write("Nodes.cs", TestProject.Declared(nodes, members)));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        internal (TestProject Project, IReadOnlyList<Diagnostic> Said, BuildResult Result) this[string name] =>
            (_projects[name], [.. Result.Of(_projects[name])], Result);
    }

    [Theory]
    [InlineData("Throws", "NOVA9002", "no such rack")]
    [InlineData("ExitsWithZero", "NOVA9003", "exit code 0")]
    [InlineData("ExitsWithSeven", "NOVA9003", "exit code 7")]
    [InlineData("Overflows", "NOVA9003", "stack overflow")]
    [InlineData("NeverEnds", "NOVA9004", "within 3 s")]
    [InlineData("RuntimeIsMissing", "NOVA9005", "runtime")]
    [InlineData("CannotBeMade", "NOVA9011", "'Declared'")]
    [InlineData("PackageIsBroken", "NOVA9006", "ConfigSdk.Host.dll")]
    public void It_fails_with_one_error_that_says_why(string name, string id, string words)
    {
        var (project, said, result) = built[name];
        var errors = said.Where(d => d.Severity == "error").ToArray();

        Assert.True(errors.Length == 1, result.ToString());
        Assert.Equal(id, errors[0].Id);
        Assert.Contains(words, errors[0].Message, StringComparison.Ordinal);
        Assert.False(File.Exists(project.FleetFile));
        Assert.False(File.Exists(project.Stamp));
    }

    [Fact]
    public void An_exception_points_at_its_throw()
    {
        var (project, said, _) = built["Throws"];
        var line = File.ReadAllLines(Path.Combine(project.Directory, "Nodes.cs")).Index().Single(l => l.Item.Contains("throw new", StringComparison.Ordinal)).Index + 1;

        Assert.Equal(("Nodes.cs", line), (Assert.Single(said).FileName, said[0].Line));
    }

    [Fact]
    public void What_a_declaration_prints_is_no_finding()
    {
        var (project, said, result) = built["Prints"];

        Assert.True(said.Count == 0, result.ToString());
        Assert.Contains("error NOVA1003: fake", result.Messages);
        Assert.True(File.Exists(project.FleetFile));
    }
}
