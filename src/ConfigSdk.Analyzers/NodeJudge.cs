using System.Collections.Concurrent;
using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ConfigSdk.Analyzers;

/// <summary>Judges each declaration of a node or profile, and reports what its own source brings in.</summary>
internal sealed class NodeJudge(Evaluator evaluator, ModelTypes model, Judgement judgement, KnownShare share)
{
    private readonly ConcurrentDictionary<ISymbol, HashSet<(string Id, object At)>> _bases = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxNode, HashSet<(string Id, object At)>> _elsewhere = new();

    public void Judge(OperationAnalysisContext context)
    {
        var cancellation = context.CancellationToken;
        bool IsDeclaration(IOperation operation) => DeclarationSyntax.IsDeclaration(operation, model, evaluator, cancellation);
        if (IsDeclaration(context.Operation) && DeclarationSyntax.IsOutermost(context.Operation, IsDeclaration))
        {
            var report = new Report(context.ReportDiagnostic, context.Compilation);
            report.Guard(DeclarationSyntax.Head(context.Operation.Syntax), () => JudgeWhole(context.Operation));

            void JudgeWhole(IOperation declaration)
            {
                var (value, read) = evaluator.Read(declaration, context.ContainingSymbol, cancellation);
                share.CountNode(declaration, value);
                foreach (var finding in judgement.Of(value))
                {
                    if (Place(finding, declaration, cancellation) is { } place)
                    {
                        report.Add(finding, place);
                    }
                }

                JudgeParts(declaration, value is Record ? read : []);
            }

            // What did not become a part, as far as is known, is judged by itself.
            void JudgeParts(IOperation declaration, ICollection<SyntaxNode> read)
            {
                foreach (var part in DeclarationSyntax.Inner(declaration, IsDeclaration))
                {
                    if (read.Contains(part.Syntax))
                    {
                        JudgeParts(part, read);
                    }
                    else
                    {
                        JudgeWhole(part);
                    }
                }
            }
        }
    }

    /// <summary>Where the finding is shown; null if a profile or node that this one inherits from has the same.</summary>
    private Location? Place(Finding finding, IOperation declaration, CancellationToken cancellation)
    {
        var judged = declaration.Syntax;
        return IsToldElsewhere(finding, judged, cancellation) ? null
            : Placement.OfValue(finding, judged, s => !IsDeclaration(s)) is { } place ? place
            : Placement.Bases(finding, IsDeclaration).Any(b => FindingsOf(b, cancellation).Contains(Judgement.Mistake(finding))) ? null
            : Placement.OfInvolved(finding, judged)
                ?? (model.IsComputeNode(declaration.Type) ? null : Placement.OfValue(finding, judged, _ => true))
                ?? DeclarationSyntax.Head(judged);
    }

    /// <summary>Whether the declaration in which the wrong value is written, such as that in a function that is called, has the same finding by itself.</summary>
    private bool IsToldElsewhere(Finding finding, SyntaxNode judged, CancellationToken cancellation) =>
        finding.At.Origin is Origin { Syntax: { } at } && !Placement.Contains(judged, at)
        && DeclarationSyntax.Around(at).Any(s => FindingsAt(s, cancellation).Contains(Judgement.Mistake(finding)));

    private HashSet<(string Id, object At)> FindingsAt(SyntaxNode syntax, CancellationToken cancellation) => _elsewhere.GetOrAdd(syntax, s =>
        evaluator.Operation(s, cancellation) is { } operation && DeclarationSyntax.IsDeclaration(operation, model, evaluator, cancellation)
            ? [.. judgement.Of(evaluator.Read(operation, null, cancellation).Value).Select(Judgement.Mistake)]
            : []);

    private HashSet<(string Id, object At)> FindingsOf(ISymbol symbol, CancellationToken cancellation) =>
        _bases.GetOrAdd(symbol, s => [.. judgement.Of(evaluator.Evaluate(s, cancellation)).Select(Judgement.Mistake)]);

    private bool IsDeclaration(ISymbol symbol)
    {
        var type = symbol switch { IFieldSymbol f => f.Type, IPropertySymbol p => p.Type, ILocalSymbol l => l.Type, IMethodSymbol m => m.ReturnType, _ => null };
        return model.IsNodeProfile(type) || model.IsComputeNode(type);
    }
}
