using System.Runtime.CompilerServices;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ConfigSdk.Analyzers;

/// <summary>The facts that a project brings itself, as AdditionalFiles.</summary>
internal sealed class OwnFactFiles
{
    private const string Metadata = "build_metadata.AdditionalFiles.";

    // Each edit of a declaration makes a compilation, and the files stay the same: the last reading is kept as long as the first file's text.
    private static readonly ConditionalWeakTable<SourceText, OwnFactFiles> s_last = new();
    private static readonly OwnFactFiles s_none = new(FactCatalog.Bundled, [], [], []);

    private readonly IReadOnlyList<OwnFacts> _files;
    private readonly IReadOnlyList<SourceText?> _texts;
    private readonly IReadOnlyList<InputFlaw> _flaws;

    private OwnFactFiles(FactCatalog catalog, IReadOnlyList<OwnFacts> files, IReadOnlyList<SourceText?> texts, IReadOnlyList<InputFlaw> flaws) =>
        (Catalog, _files, _texts, _flaws) = (catalog, files, texts, flaws);

    /// <summary>The bundled facts with the project's own.</summary>
    public FactCatalog Catalog { get; }

    public bool HasFlaws => _flaws.Count > 0;

    public static OwnFactFiles Read(AnalyzerOptions options, CancellationToken cancellation)
    {
        var files = options.AdditionalFiles.Select(f => (File: f, Facts: Facts(f, options.AnalyzerConfigOptionsProvider))).Where(f => f.Facts is not null)
            .OrderBy(f => f.File.Path, StringComparer.Ordinal).ToArray();
        if (files.Length == 0)
        {
            return s_none;
        }

        // An index.xml includes files beside it.
        var texts = options.AdditionalFiles.Where(f => f.Path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)).Concat(files.Select(f => f.File)).Distinct()
            .OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => (f.Path, Text: f.GetText(cancellation))).ToArray();
        var facts = files.Select(f => f.Facts!).ToArray();
        var key = texts.Select(t => t.Text).FirstOrDefault(t => t is not null);
        if (key is not null && s_last.TryGetValue(key, out var last) && last._files.SequenceEqual(facts) && last._texts.SequenceEqual(texts.Select(t => t.Text)))
        {
            return last;
        }

        var byPath = texts.GroupBy(t => t.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Text, StringComparer.Ordinal);
        var catalog = FactCatalog.Bundled.With(facts, p => Text(byPath, p), out var flaws);
        var read = new OwnFactFiles(catalog, facts, [.. texts.Select(t => t.Text)], flaws);
        if (key is not null)
        {
            s_last.Remove(key);
            // Another thread may have been here first; its reading is the same.
            s_last.GetValue(key, _ => read);
        }

        return read;
    }

    /// <summary>Reports what is wrong with one file.</summary>
    public void Report(AdditionalFileAnalysisContext context)
    {
        foreach (var flaw in _flaws.Where(f => f.Path == context.AdditionalFile.Path))
        {
            var start = new LinePosition(flaw.Line - 1, flaw.Column - 1);
            var text = context.AdditionalFile.GetText(context.CancellationToken);
            var span = text is not null && flaw.Line <= text.Lines.Count
                ? new TextSpan(Math.Min(text.Lines[flaw.Line - 1].Start + flaw.Column - 1, text.Length), 0)
                : default;
            var rule = SdkDescriptors.CannotReadFacts;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.For(rule), Location.Create(flaw.Path, span, new LinePositionSpan(start, start)), rule.Message(flaw.Message)));
        }
    }

    private static OwnFacts? Facts(AdditionalText file, AnalyzerConfigOptionsProvider provider)
    {
        var options = provider.GetOptions(file);
        return options.TryGetValue(Metadata + "ConfigSdkFacts", out var kind) && Enum.TryParse<OwnFactsKind>(kind, out var known)
            ? new OwnFacts(known, file.Path, options.TryGetValue(Metadata + "ConfigSdkFactsVersion", out var version) ? version : "")
            : null;
    }

    /// <summary>As much of the text as shows that it is too long, if it is.</summary>
    private static string? Text(Dictionary<string, SourceText?> texts, string path) =>
        !texts.TryGetValue(path, out var text) || text is null ? null
        : text.Length > FactCatalog.MaxCharacters ? text.ToString(new TextSpan(0, FactCatalog.MaxCharacters + 1))
        : text.ToString();
}
