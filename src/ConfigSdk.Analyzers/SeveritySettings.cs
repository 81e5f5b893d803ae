using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConfigSdk.Analyzers;

/// <summary>The severities that a compilation's options give, by the compiler's own order of precedence.</summary>
internal sealed class SeveritySettings(CompilationOptions options, AnalyzerConfigOptionsProvider configuration, CancellationToken cancellation)
{
    private readonly SyntaxTreeOptionsProvider? _files = options.SyntaxTreeOptionsProvider;
    private readonly Dictionary<(SyntaxTree? Tree, string Category), string?> _bulk = [];

    /// <summary>What happens to the findings of a rule, by the file in which they are: error, warning, info or none. Null stands for where no file says otherwise.</summary>
    public Func<SyntaxTree?, string> Of(RuleDescriptor rule)
    {
        var commandLine = options.SpecificDiagnosticOptions.TryGetValue(rule.Id, out var given) ? given : (ReportDiagnostic?)null;
        var global = _files?.TryGetGlobalDiagnosticValue(rule.Id, cancellation, out var set) == true ? set : (ReportDiagnostic?)null;
        return tree => Of(rule, tree, commandLine, tree is not null && _files?.TryGetDiagnosticValue(tree, rule.Id, cancellation, out var own) == true ? own : global);
    }

    private string Of(RuleDescriptor rule, SyntaxTree? tree, ReportDiagnostic? commandLine, ReportDiagnostic? files)
    {
        // What the command line suppresses or makes an error stands; its warnings and defaults give way to configuration files.
        var setting = commandLine is ReportDiagnostic.Suppress or ReportDiagnostic.Error || files is null ? commandLine : files;
        var isNoError = commandLine is ReportDiagnostic.Default or ReportDiagnostic.Warn;
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
            _ => ((commandLine is null ? Bulk(rule.Category, tree) : null) ?? rule.SeverityName) switch { "warning" => Warning(isNoError), var severity => severity },
        };
    }

    private string Warning(bool isNoError) => options.GeneralDiagnosticOption == ReportDiagnostic.Error && !isNoError ? "error" : "warning";

    /// <summary>What is configured for all ids of a category, or for all ids of all analyzers.</summary>
    private string? Bulk(string category, SyntaxTree? tree)
    {
        if (_bulk.TryGetValue((tree, category), out var known))
        {
            return known;
        }

        var keys = tree is null ? configuration.GlobalOptions : configuration.GetOptions(tree);
        return _bulk[(tree, category)] = keys.TryGetValue($"dotnet_analyzer_diagnostic.category-{category}.severity", out var value)
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
