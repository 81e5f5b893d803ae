using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using ConfigSdk.Analyzers.Tests.Helpers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConfigSdk.Analyzers.Tests;

/// <summary>The severities that the generator records are those that the compiler itself gives.</summary>
public class SeverityTests
{
    // One finding whose rule is a warning by itself, in Main.cs.
    private const string Source = """
        static class Profiles
        {
            public static readonly NodeProfile A = new()
            {
                Target = Target.Debian13,
                Nova = new() { Libvirt = new() { CpuMode = CpuMode.None, CpuModelExtraFlags = ["pcid"] } },
            };
        }
        """;

    private const string Id = "NOVA1008";

    [Theory]
    [InlineData("", "", "", "warning")]
    [InlineData("/nowarn:NOVA1008", "", "", "none")]
    [InlineData("/warnaserror:NOVA1008", "", "", "error")]
    [InlineData("/warnaserror+", "", "", "error")]
    [InlineData("/warnaserror+ /warnaserror-:NOVA1008", "", "", "warning")]
    [InlineData("/warnaserror-", "", "", "warning")]
    [InlineData("", "error", "", "error")]
    [InlineData("", "warning", "", "warning")]
    [InlineData("", "suggestion", "", "info")]
    [InlineData("", "silent", "", "none")]
    [InlineData("", "none", "", "none")]
    [InlineData("", "default", "", "warning")]
    [InlineData("", "", "error", "error")]
    [InlineData("", "", "none", "none")]
    [InlineData("", "error", "none", "error")]
    [InlineData("", "none", "error", "none")]
    [InlineData("/nowarn:NOVA1008", "error", "", "none")]
    [InlineData("/warnaserror:NOVA1008", "none", "", "error")]
    [InlineData("/warnaserror:NOVA1008", "suggestion", "", "error")]
    [InlineData("/warnaserror+", "suggestion", "", "info")]
    [InlineData("/warnaserror+", "warning", "", "error")]
    [InlineData("/warnaserror+ /warnaserror-:NOVA1008", "warning", "", "warning")]
    [InlineData("/warnaserror+ /warnaserror-:NOVA1008", "error", "", "warning")]
    [InlineData("/warnaserror-:NOVA1008", "error", "", "warning")]
    [InlineData("/warnaserror-:NOVA1008", "", "error", "warning")]
    [InlineData("/warnaserror-:NOVA1008", "none", "", "none")]
    [InlineData("/warn:0", "", "", "none")]
    public async Task A_rules_severity_is_the_compilers(string commandLine, string editorConfig, string globalConfig, string expected) => await Check(
        commandLine,
        editorConfig.Length == 0 ? "" : $"[*.cs]\ndotnet_diagnostic.NOVA1008.severity = {editorConfig}",
        globalConfig.Length == 0 ? "" : $"is_global = true\ndotnet_diagnostic.NOVA1008.severity = {globalConfig}",
        expected);

    [Theory]
    [InlineData("", "[*.cs]\ndotnet_analyzer_diagnostic.category-ConfigSdk.Cpu.severity = error", "", "error")]
    [InlineData("", "[*.cs]\ndotnet_analyzer_diagnostic.category-ConfigSdk.Cpu.severity = none", "", "none")]
    [InlineData("", "[*.cs]\ndotnet_analyzer_diagnostic.category-ConfigSdk.Host.severity = error", "", "warning")]
    [InlineData("", "[*.cs]\ndotnet_analyzer_diagnostic.severity = error", "", "error")]
    [InlineData("", "[*.cs]\ndotnet_analyzer_diagnostic.severity = error\ndotnet_analyzer_diagnostic.category-ConfigSdk.Cpu.severity = suggestion", "", "info")]
    [InlineData("", "[*.cs]\ndotnet_analyzer_diagnostic.severity = error\ndotnet_diagnostic.NOVA1008.severity = warning", "", "warning")]
    [InlineData("", "", "is_global = true\ndotnet_analyzer_diagnostic.category-ConfigSdk.Cpu.severity = error", "error")]
    [InlineData("/warnaserror+", "[*.cs]\ndotnet_analyzer_diagnostic.category-ConfigSdk.Cpu.severity = warning", "", "error")]
    [InlineData("/warnaserror+", "[*.cs]\ndotnet_analyzer_diagnostic.category-ConfigSdk.Cpu.severity = suggestion", "", "info")]
    [InlineData("/nowarn:NOVA1008", "[*.cs]\ndotnet_analyzer_diagnostic.category-ConfigSdk.Cpu.severity = error", "", "none")]
    [InlineData("/warnaserror-:NOVA1008", "[*.cs]\ndotnet_analyzer_diagnostic.category-ConfigSdk.Cpu.severity = error", "", "warning")]
    public async Task A_categorys_severity_is_the_compilers(string commandLine, string editorConfig, string globalConfig, string expected) =>
        await Check(commandLine, editorConfig, globalConfig, expected);

    [Theory]
    [InlineData("/warnaserror-:NOVA1003")]
    [InlineData("/warn:0")]
    [InlineData("/nowarn:NOVA1003")]
    [InlineData("/warnaserror+ /warnaserror-:NOVA1003")]
    public async Task An_errors_severity_is_the_compilers(string commandLine)
    {
        var (compilation, options) = Configured(commandLine, "", "", Source.Replace("CpuMode = CpuMode.None, CpuModelExtraFlags = [\"pcid\"]", "CpuMode = CpuMode.Custom, CpuModels = [\"x\"]", StringComparison.Ordinal));
        Assert.Contains($"NOVA1003={await Compilers(compilation, options, "NOVA1003")}\n", Recorded(compilation, options), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_differs_is_named()
    {
        var (compilation, options) = Configured("", "[Other1.cs]\ndotnet_diagnostic.NOVA1008.severity = none", "", Source, "class A { }", "class B { }");
        var text = Recorded(compilation, options);
        Assert.Contains("\nNOVA1008=warning\n", text, StringComparison.Ordinal);
        Assert.Contains("\nNOVA1008@/src/Other1.cs=none\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_model_nothing_is_recorded()
    {
        var compilation = CSharpCompilation.Create("None", [], Compile.Framework, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(CSharpGeneratorDriver.Create(new EffectiveSeverities()).RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().GeneratedTrees);
    }

    private static async Task Check(string commandLine, string editorConfig, string globalConfig, string expected)
    {
        var (compilation, options) = Configured(commandLine, editorConfig, globalConfig, Source);
        Assert.Equal(expected, await Compilers(compilation, options));
        Assert.Contains($"\n{Id}={expected}\n", "\n" + Recorded(compilation, options), StringComparison.Ordinal);
    }

    private static async Task<string> Compilers(Compilation compilation, AnalyzerOptions options, string id = Id) =>
        (await Analyze.Diagnostics(compilation, options)).SingleOrDefault(d => d.Id == id && !d.IsSuppressed)?.Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            DiagnosticSeverity.Info => "info",
            _ => "none",
        };

    private static string Recorded(Compilation compilation, AnalyzerOptions options)
    {
        CSharpGeneratorDriver.Create([new EffectiveSeverities().AsSourceGenerator()], [], Compile.Parsing, options.AnalyzerConfigOptionsProvider)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, TestContext.Current.CancellationToken);
        return generated.Assembly.GetAttributes()
            .Where(a => a.AttributeClass?.Name == nameof(AssemblyMetadataAttribute) && a.ConstructorArguments[0].Value is "ConfigSdk.Severities")
            .Select(a => (string)a.ConstructorArguments[1].Value!).Single();
    }

    private static (Compilation Compilation, AnalyzerOptions Options) Configured(string commandLine, string editorConfig, string globalConfig, params string[] files)
    {
        var set = AnalyzerConfigSet.Create(new List<AnalyzerConfig> { AnalyzerConfig.Parse(editorConfig, "/src/.editorconfig"), AnalyzerConfig.Parse(globalConfig, "/src/.globalconfig") });
        var arguments = CSharpCommandLineParser.Default.Parse([.. commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries), "/target:library", "Main.cs"], "/src", null);
        var compilation = Compile.Of(files);
        foreach (var tree in compilation.SyntaxTrees.ToArray())
        {
            compilation = compilation.ReplaceSyntaxTree(tree, tree.WithFilePath("/src/" + tree.FilePath));
        }

        return (
            compilation.WithOptions(arguments.CompilationOptions.WithSyntaxTreeOptionsProvider(new Trees(set))),
            new AnalyzerOptions([], new Options(set)));
    }

    private sealed class Trees(AnalyzerConfigSet set) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    private sealed class Options(AnalyzerConfigSet set) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Values(set.GlobalConfigOptions.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) =>
            new Values(set.GlobalConfigOptions.AnalyzerOptions.SetItems(set.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions));

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key.ToLowerInvariant(), out value) || values.TryGetValue(key, out value);
    }
}
