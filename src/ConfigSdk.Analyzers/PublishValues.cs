using System.Text;
using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConfigSdk.Analyzers;

/// <summary>Records in the assembly what its public static members are, as far as the source tells, for the projects that refer to it.</summary>
[Generator]
public sealed class PublishValues : IIncrementalGenerator
{
    // A profile has a few kilobytes; what is so much longer is a list of everything, which nobody inherits from.
    private const int MaxLength = 64 * 1024;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var attributes = context.CompilationProvider.Select(static (compilation, cancellation) =>
            ModelTypes.Find(compilation) is { } model ? Attributes(compilation.Assembly.GlobalNamespace, new Evaluator(compilation, model), cancellation) : "");

        // An editor has the source itself.
        context.RegisterImplementationSourceOutput(attributes, static (output, text) =>
        {
            if (text.Length > 0)
            {
                output.AddSource("ConfigSdk.Values.g.cs", SourceText.From(text, Encoding.UTF8));
            }
        });
    }

    private static string Attributes(INamespaceSymbol all, Evaluator evaluator, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        foreach (var member in Members(all).Where(IsValue))
        {
            if (evaluator.Evaluate(member, cancellation) is var value and (not Unknown or OneOf) && PartialValueJson.Write(value) is { Length: <= MaxLength } json)
            {
                text.Append(AssemblyNote.Source(PublishedValues.Key + member.GetDocumentationCommentId(), json));
            }
        }

        return text.ToString();
    }

    private static IEnumerable<ISymbol> Members(INamespaceOrTypeSymbol container) => container.GetMembers()
        .Where(m => m.DeclaredAccessibility == Accessibility.Public || m is INamespaceSymbol)
        .SelectMany(m => m switch
        {
            INamespaceSymbol or INamedTypeSymbol { IsGenericType: false } => Members((INamespaceOrTypeSymbol)m),
            _ => [m],
        });

    private static bool IsValue(ISymbol member) => member is { IsStatic: true, IsImplicitlyDeclared: false }
        and (IFieldSymbol { IsReadOnly: true, IsConst: false } or IPropertySymbol { SetMethod: null, IsIndexer: false });
}
