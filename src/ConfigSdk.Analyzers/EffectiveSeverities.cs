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
            var severityIn = settings.Of(rule);

            // What most files say holds for the project: a section [*.cs] is then one entry, not one for each file.
            var bySeverity = compilation.SyntaxTrees.ToLookup(severityIn);
            var usual = bySeverity.OrderByDescending(g => g.Count()).FirstOrDefault()?.Key ?? severityIn(null);
            text.Append(rule.Id).Append('=').Append(usual).Append('\n');
            foreach (var (path, severity) in bySeverity.Where(g => g.Key != usual).SelectMany(g => g.Select(t => (t.FilePath, g.Key))).Where(f => f.FilePath.Length > 0))
            {
                text.Append(rule.Id).Append('@').Append(path).Append('=').Append(severity).Append('\n');
            }
        }

        return text.ToString();
    }
}
