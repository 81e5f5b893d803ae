using System.Text;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ConfigSdk.Analyzers;

/// <summary>
/// Records in the compiled declarations which severity the compiler gives each id, so that findings of the build obey
/// <c>.editorconfig</c>, <c>NoWarn</c>, <c>WarningsAsErrors</c> and <c>TreatWarningsAsErrors</c> as those of the compiler do.
/// <c>NOVA1001=error</c> holds for the project, <c>NOVA1001@/path/File.cs=none</c> for one file of it; an entry a line.
/// </summary>
[Generator]
public sealed class EffectiveSeverities : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var entries = context.CompilationProvider.Combine(context.AnalyzerConfigOptionsProvider).Select(static (input, cancellation) =>
            input.Left.GetTypeByMetadataName($"{ModelNames.Namespace}.{ModelNames.Fleet}") is null ? "" : Entries(input.Left, input.Right, cancellation));

        // Only the build reads it: editors need not run this at each key.
        context.RegisterImplementationSourceOutput(entries, static (output, text) =>
        {
            if (text.Length > 0)
            {
                output.AddSource("ConfigSdk.Severities.g.cs", SourceText.From(AssemblyNote.Source("ConfigSdk.Severities", text), Encoding.UTF8));
            }
        });
    }

    private static string Entries(Compilation compilation, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        var settings = new SeveritySettings(compilation.Options, options, cancellation);
        var text = new StringBuilder();
        foreach (var rule in RuleCatalog.Descriptors)
        {
            var files = compilation.SyntaxTrees.Select(t => (t.FilePath, Severity: settings.Of(rule, t))).ToArray();

            // What most files say holds for the project: a section [*.cs] is then one entry, not one for each file.
            var usual = files.GroupBy(f => f.Severity).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key ?? settings.Of(rule, null);
            text.Append(rule.Id).Append('=').Append(usual).Append('\n');
            foreach (var (path, severity) in files.Where(f => f.Severity != usual && f.FilePath.Length > 0))
            {
                text.Append(rule.Id).Append('@').Append(path).Append('=').Append(severity).Append('\n');
            }
        }

        return text.ToString();
    }
}
