using System.Collections.Immutable;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ConfigSdk.CodeFixes;

/// <summary>
/// A fix provider whose fixes are edits of one file. Many findings may ask for changes in one list or initializer, which cannot be made
/// side by side and merged; Fix All makes them one after the other.
/// </summary>
public abstract class EditingFixProvider : CodeFixProvider
{
    private static readonly FixAllProvider s_fixAll = FixAllProvider.Create(FixAllAsync);

    // Of the rules whose findings may bring what these edits are made of.
    private protected EditingFixProvider(RuleFixes kind) =>
        FixableDiagnosticIds = RuleCatalog.Descriptors.Where(d => d.Fixes.HasFlag(kind)).Select(d => d.Id).ToImmutableArray();

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => s_fixAll;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var edit in Edits(diagnostic, root, model))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(edit.Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(edit.Apply(root, edit.Anchor))), edit.Key),
                    diagnostic);
            }
        }
    }

    /// <summary>The edits that would mend what was found, to choose from.</summary>
    private protected abstract IEnumerable<Edit> Edits(Diagnostic diagnostic, SyntaxNode root, SemanticModel model);

    private static async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return null;
        }

        // Findings come in no order of their own: analyzers run side by side. The same source must be mended into the same text.
        // dotnet format takes the key from any finding of the analyzer, and has none where that one is another provider's.
        var provider = (EditingFixProvider)context.CodeFixProvider;
        var edits = diagnostics.OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)
            .SelectMany(d => provider.Edits(d, root, model).Where(e => context.CodeActionEquivalenceKey is null || e.Key == context.CodeActionEquivalenceKey).Take(1))
            .GroupBy(e => e.Target).Select(same => same.First()).ToArray();
        var changed = root.TrackNodes(edits.Select(e => e.Anchor).Distinct());
        foreach (var edit in edits)
        {
            // What an edit before it took away needs no mending.
            if (changed.GetCurrentNode(edit.Anchor) is { } anchor)
            {
                changed = edit.Apply(changed, anchor);
            }
        }

        return document.WithSyntaxRoot(changed);
    }
}
