using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;

namespace ConfigSdk.Analyzers;

/// <summary>The rules' cards as the compiler wants them.</summary>
internal static class Descriptors
{
    private static readonly Dictionary<string, DiagnosticDescriptor> s_byId = RuleCatalog.Descriptors.ToDictionary(d => d.Id, Create);

    public static IEnumerable<DiagnosticDescriptor> All => s_byId.Values;

    public static DiagnosticDescriptor For(RuleDescriptor rule) => s_byId[rule.Id];

    public static DiagnosticSeverity Severity(RuleDescriptor rule) => rule.Severity switch
    {
        RuleSeverity.Error => DiagnosticSeverity.Error,
        RuleSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    // The rules make the whole message, so that both witnesses say the same.
    private static DiagnosticDescriptor Create(RuleDescriptor rule) =>
        new(rule.Id, rule.Title, "{0}", rule.Category, Severity(rule), isEnabledByDefault: true, rule.Description, rule.HelpLink,
            [.. rule.IsConfigurable ? [] : new[] { WellKnownDiagnosticTags.NotConfigurable }, .. rule == SdkDescriptors.PartlyKnown ? [WellKnownDiagnosticTags.CompilationEnd] : Array.Empty<string>()]);
}
