using System.Text;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ConfigSdk.Analyzers;

/// <summary>
/// Records in the compiled declarations which severity the compiler gives each id, so that findings of the build obey
/// <c>.editorconfig</c>, <c>NoWarn</c>, <c>WarningsAsErrors</c> and <c>TreatWarningsAsErrors</c> as those of the compiler do.
/// <c>NOVA1001=error</c> holds for the project, <c>NOVA1001@/path/File.cs=none</c> for one file of it.
/// </summary>
[Generator]
public sealed class EffectiveSeverities : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var entries = context.CompilationProvider.Select((compilation, cancellation) =>
            compilation.GetTypeByMetadataName($"{ModelNames.Namespace}.{ModelNames.Fleet}") is null ? "" : Entries(compilation, cancellation));
        context.RegisterSourceOutput(entries, static (output, text) =>
        {
            if (text.Length > 0)
            {
                var source = $"[assembly: global::System.Reflection.AssemblyMetadataAttribute(\"ConfigSdk.Severities\", {SymbolDisplay.FormatLiteral(text, quote: true)})]\n";
                output.AddSource("ConfigSdk.Severities.g.cs", SourceText.From(source, Encoding.UTF8));
            }
        });
    }

    private static string Entries(Compilation compilation, CancellationToken cancellation)
    {
        var settings = new SeveritySettings(compilation, cancellation);
        var text = new StringBuilder();
        foreach (var rule in RuleCatalog.Descriptors)
        {
            var usual = settings.Of(rule, null);
            text.Append(rule.Id).Append('=').Append(usual).Append(';');
            foreach (var tree in compilation.SyntaxTrees)
            {
                var here = settings.Of(rule, tree);
                if (here != usual && tree.FilePath.Length > 0)
                {
                    text.Append(rule.Id).Append('@').Append(tree.FilePath).Append('=').Append(here).Append(';');
                }
            }
        }

        return text.ToString();
    }
}
