using System.Collections.Concurrent;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>Members of projects that this one refers to. An editor has their source; the compiler has not, and there they are unknown.</summary>
internal sealed partial class Evaluator
{
    private readonly ConcurrentDictionary<Compilation, Evaluator?> _others = new();

    /// <summary>The value of another project's member; null if the member is this project's own, or if there is no source.</summary>
    private PartialValue? OfOtherProject(ISymbol member, CancellationToken cancellation) =>
        member is IFieldSymbol or IPropertySymbol && !SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, compilation.Assembly)
        && member.DeclaringSyntaxReferences is [var reference]
        && compilation.GetMetadataReference(member.ContainingAssembly) is CompilationReference { Compilation: var project }
        && _others.GetOrAdd(project, p => ModelTypes.Find(p) is { } types ? new Evaluator(p, types) : null) is { } other
        && other._sources.Declared(reference.GetSyntax(cancellation), cancellation) is { } declared
            ? other.Evaluate(declared, cancellation)
            : null;
}
