using System.Collections.Concurrent;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>Members of projects and packages that this project refers to. Of projects an editor has the source; else there is what their assembly tells.</summary>
internal sealed partial class Evaluator
{
    private readonly ConcurrentDictionary<Compilation, Evaluator?> _others = new();
    private readonly PublishedValues _published = new(model);

    /// <summary>The value of another assembly's member; null if the member is this project's own.</summary>
    private PartialValue? OfOtherAssembly(ISymbol member, CancellationToken cancellation) =>
        member is not (IFieldSymbol or IPropertySymbol) || SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, compilation.Assembly) ? null
        : member.DeclaringSyntaxReferences.IsEmpty ? _published.Of(member)
        : OfOtherProject(member, cancellation);

    private PartialValue? OfOtherProject(ISymbol member, CancellationToken cancellation) =>
        member.DeclaringSyntaxReferences is [var reference]
        && compilation.GetMetadataReference(member.ContainingAssembly) is CompilationReference { Compilation: var project }
        && _others.GetOrAdd(project, p => ModelTypes.Find(p) is { } types ? new Evaluator(p, types) : null) is { } other
        && other._sources.Declared(reference.GetSyntax(cancellation), cancellation) is { } declared
            ? other.Evaluate(declared, cancellation)
            : null;
}
