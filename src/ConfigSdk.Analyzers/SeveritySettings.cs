using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;

namespace ConfigSdk.Analyzers;

/// <summary>The severities that a compilation's options give, by the compiler's own order of precedence.</summary>
internal sealed class SeveritySettings(Compilation compilation, CancellationToken cancellation)
{
    private readonly CompilationOptions _options = compilation.Options;
    private readonly SyntaxTreeOptionsProvider? _files = compilation.Options.SyntaxTreeOptionsProvider;

    /// <summary>What happens to a finding: error, warning, info or none.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="tree">The file in which the finding is; null for what holds where no file says otherwise.</param>
    public string Of(RuleDescriptor rule, SyntaxTree? tree)
    {
        var isOnCommandLine = _options.SpecificDiagnosticOptions.TryGetValue(rule.Id, out var commandLine);
        var isInFiles = TryFiles(rule, tree, out var files);

        // What the command line suppresses or makes an error stands; its warnings and defaults give way to configuration files.
        var setting = isOnCommandLine && (commandLine is ReportDiagnostic.Suppress or ReportDiagnostic.Error || !isInFiles) ? commandLine
            : isInFiles ? files : ReportDiagnostic.Default;
        var severity = setting switch
        {
            ReportDiagnostic.Error => "error",
            ReportDiagnostic.Warn => "warning",
            ReportDiagnostic.Info => "info",
            ReportDiagnostic.Hidden or ReportDiagnostic.Suppress => "none",
            _ => rule.Severity switch { RuleSeverity.Error => "error", RuleSeverity.Warning => "warning", _ => "info" },
        };
        var mayBecomeError = !(isOnCommandLine && commandLine is ReportDiagnostic.Default or ReportDiagnostic.Warn);
        return severity != "warning" ? severity
            : _options.GeneralDiagnosticOption switch
            {
                ReportDiagnostic.Error when mayBecomeError => "error",
                ReportDiagnostic.Suppress => "none",
                _ => severity,
            };
    }

    private bool TryFiles(RuleDescriptor rule, SyntaxTree? tree, out ReportDiagnostic setting)
    {
        setting = ReportDiagnostic.Default;
        return _files is not null
            && ((tree is not null && _files.TryGetDiagnosticValue(tree, rule.Id, cancellation, out setting))
                || _files.TryGetGlobalDiagnosticValue(rule.Id, cancellation, out setting));
    }
}
