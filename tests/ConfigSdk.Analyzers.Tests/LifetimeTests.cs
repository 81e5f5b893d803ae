using System.Runtime.CompilerServices;
using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Analyzers.Tests.Helpers;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ConfigSdk.Analyzers.Tests;

/// <summary>What the analyzer keeps and does: nothing of a compilation that is gone, nothing for a project without the model, nothing twice.</summary>
public class LifetimeTests
{
    private const string Source = """
        sealed class Rack : Fleet
        {
            static readonly NodeProfile Kvm = new() { Target = Target.Debian13, Nova = new() { Libvirt = new() { CpuMode = CpuMode.Custom, CpuModels = ["Nehalm"] } } };
            public override IEnumerable<ComputeNode> Nodes => [new("a", Kvm), new("b", Kvm with { Host = new() }), .. Enumerable.Range(1, 3).Select(n => new ComputeNode($"c{n}", Kvm))];
        }
        """;

    [Fact]
    public async Task No_compilation_is_kept_alive()
    {
        var analyzer = new ComputeNodeAnalyzer();
        var compilation = await Analyzed(analyzer);
        // This goes on inside what was awaited, whose variables are still there; behind a yield it does not.
        await Task.Yield();
        for (var i = 0; i < 10 && compilation.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(compilation.IsAlive);
        GC.KeepAlive(analyzer);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_for_a_project_with_the_model_is_anything_registered(bool hasModel)
    {
        var analyzer = new ComputeNodeAnalyzer();
        var compilation = hasModel ? Compile.Of(Source)
            : CSharpCompilation.Create("None", [CSharpSyntaxTree.ParseText("class C { object o = new(); }", Compile.Parsing, cancellationToken: TestContext.Current.CancellationToken)], Compile.Framework, new(OutputKind.DynamicallyLinkedLibrary));
        var analysis = compilation.WithAnalyzers([analyzer], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: true));
        var told = (await analysis.GetAnalysisResultAsync(TestContext.Current.CancellationToken)).AnalyzerTelemetryInfo[analyzer];
        Assert.Equal(1, told.CompilationStartActionsCount);
        Assert.Equal(hasModel, told.OperationActionsCount + told.OperationBlockActionsCount > 0);
    }

    [Fact]
    public void A_node_that_is_judged_by_itself_and_in_its_fleet_is_read_once()
    {
        var compilation = Compile.Of(Source);
        var evaluator = new Evaluator(compilation, ModelTypes.Find(compilation)!);
        var property = (IPropertySymbol)compilation.GetTypeByMetadataName("Rack")!.GetMembers("Nodes").Single();
        var syntax = (PropertyDeclarationSyntax)property.DeclaringSyntaxReferences.Single().GetSyntax(TestContext.Current.CancellationToken);
        var creation = syntax.DescendantNodes().OfType<ImplicitObjectCreationExpressionSyntax>().First();
        var node = Assert.IsAssignableFrom<IObjectCreationOperation>(evaluator.Operation(creation, TestContext.Current.CancellationToken));
        var fleet = Assert.IsType<Sequence>(evaluator.Returned(property, syntax, CancellationToken.None));
        Assert.Equal(5, fleet.Items.Count);
        Assert.Same(fleet.Items[0], evaluator.Read(node, property.GetMethod, CancellationToken.None).Value);
    }

    [Theory]
    [InlineData("static readonly NodeProfile Kvm = new() { Host = new() }; static readonly IReadOnlyList<ComputeNode> All = [new(\"a\", Kvm)];", true)]
    [InlineData("static readonly IReadOnlyList<ComputeNode> All = [new(\"a\", Kvm)]; static readonly NodeProfile Kvm = new() { Host = new() };", false)]
    public void A_node_of_a_static_list_is_read_once_and_knows_only_what_was_made_before(string members, bool isKnown)
    {
        var compilation = Compile.Of($"sealed class Rack : Fleet {{ {members} public override IEnumerable<ComputeNode> Nodes => All; }}");
        var evaluator = new Evaluator(compilation, ModelTypes.Find(compilation)!);
        var rack = compilation.GetTypeByMetadataName("Rack")!;
        var property = (IPropertySymbol)rack.GetMembers("Nodes").Single();
        var list = rack.GetMembers("All").Single();
        var creation = list.DeclaringSyntaxReferences.Single().GetSyntax(TestContext.Current.CancellationToken).DescendantNodes().OfType<ImplicitObjectCreationExpressionSyntax>().Single();
        var node = Assert.IsAssignableFrom<IObjectCreationOperation>(evaluator.Operation(creation, TestContext.Current.CancellationToken));

        var alone = Assert.IsType<Rules.Record>(evaluator.Read(node, list, CancellationToken.None).Value);
        var fleet = Assert.IsType<Sequence>(evaluator.Returned(property, (PropertyDeclarationSyntax)property.DeclaringSyntaxReferences.Single().GetSyntax(TestContext.Current.CancellationToken), CancellationToken.None));

        Assert.Equal(isKnown, alone["Profile"] is Rules.Record);
        Assert.Equal(Dump.Of(alone), Dump.Of(fleet.Items.Single()));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> Analyzed(ComputeNodeAnalyzer analyzer)
    {
        var compilation = Compile.Of(Source);
        var analysis = compilation.WithAnalyzers([analyzer], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        Assert.NotEmpty(await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));
        return new WeakReference(compilation);
    }
}
