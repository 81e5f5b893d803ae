using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConfigSdk.Analyzers;

/// <summary>The severities that a compilation's options give, by the compiler's own order of precedence.</summary>
internal sealed class SeveritySettings(CompilationOptions options, AnalyzerConfigOptionsProvider configuration, CancellationToken cancellation)
{
    private readonly SyntaxTreeOptionsProvider? _files = options.SyntaxTreeOptionsProvider;

    /// <summary>What happens to a finding: error, warning, info or none.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="tree">The file in which the finding is; null for what holds where no file says otherwise.</param>
    public string Of(RuleDescriptor rule, SyntaxTree? tree)
    {
        var isOnCommandLine = options.SpecificDiagnosticOptions.TryGetValue(rule.Id, out var commandLine);
        var isInFiles = TryFiles(rule, tree, out var files);

        // What the command line suppresses or makes an error stands; its warnings and defaults give way to configuration files.
        var setting = isOnCommandLine && (commandLine is ReportDiagnostic.Suppress or ReportDiagnostic.Error || !isInFiles) ? commandLine
            : isInFiles ? files
            : ReportDiagnostic.Default;
        var isNoError = isOnCommandLine && commandLine is ReportDiagnostic.Default or ReportDiagnostic.Warn;
        if (options.WarningLevel == 0 && rule.Severity != RuleSeverity.Error)
        {
            return "none";
        }

        return setting switch
        {
            ReportDiagnostic.Error => isNoError ? "warning" : "error",
            ReportDiagnostic.Warn => Warning(isNoError),
            ReportDiagnostic.Info => "info",
            ReportDiagnostic.Hidden or ReportDiagnostic.Suppress => "none",
            _ => ((isOnCommandLine ? null : Bulk(rule, tree)) ?? rule.SeverityName) switch { "warning" => Warning(isNoError), var severity => severity },
        };
    }

    private string Warning(bool isNoError) => options.GeneralDiagnosticOption == ReportDiagnostic.Error && !isNoError ? "error" : "warning";

    private bool TryFiles(RuleDescriptor rule, SyntaxTree? tree, out ReportDiagnostic setting)
    {
        setting = ReportDiagnostic.Default;
        return _files is not null
            && ((tree is not null && _files.TryGetDiagnosticValue(tree, rule.Id, cancellation, out setting))
                || _files.TryGetGlobalDiagnosticValue(rule.Id, cancellation, out setting));
    }

    /// <summary>What is configured for all ids of a category, or for all ids of all analyzers.</summary>
    private string? Bulk(RuleDescriptor rule, SyntaxTree? tree)
    {
        var keys = tree is null ? configuration.GlobalOptions : configuration.GetOptions(tree);
        return keys.TryGetValue($"dotnet_analyzer_diagnostic.category-{rule.Category}.severity", out var value)
            || keys.TryGetValue("dotnet_analyzer_diagnostic.severity", out value)
            ? value.Trim().ToUpperInvariant() switch
            {
                "ERROR" => "error",
                "WARNING" => "warning",
                "SUGGESTION" => "info",
                "SILENT" or "REFACTORING" or "NONE" => "none",
                _ => null,
            }
            : null;
    }
}
