using System.Collections.Concurrent;
using System.Collections.Immutable;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>
/// The values of public static members, as the library that declares them tells them in an attribute of its assembly for each. Where only the assembly of a
/// library is there, as in a package, nothing else tells them.
/// </summary>
internal sealed class PublishedValues(ModelTypes model)
{
    /// <summary>What the attributes' names begin with; the member's documentation id follows.</summary>
    public const string Key = "ConfigSdk.Value:";

    private readonly ConcurrentDictionary<IAssemblySymbol, ILookup<string, string>> _told = new(SymbolEqualityComparer.Default);

    /// <summary>The value of a member of an assembly; unknown if the assembly does not tell it, or tells it of another version of the model.</summary>
    public PartialValue Of(ISymbol member) =>
        _told.GetOrAdd(member.ContainingAssembly, Told)[Key + member.GetDocumentationCommentId()].FirstOrDefault() is { } json
            ? PartialValueJson.Read(json, Origin.OfAssembly())
            : Unknown.Instance;

    private ILookup<string, string> Told(IAssemblySymbol library) => (IsOfThisModel(library) ? library.GetAttributes() : ImmutableArray<AttributeData>.Empty)
        .Where(a => a is { AttributeClass.Name: AssemblyNote.AttributeName, ConstructorArguments: [{ Value: string }, { Value: string }] })
        .ToLookup(a => (string)a.ConstructorArguments[0].Value!, a => (string)a.ConstructorArguments[1].Value!);

    // What the model's members stand for may change with its version.
    private bool IsOfThisModel(IAssemblySymbol library)
    {
        var own = model.ComputeNode.ContainingAssembly.Identity;
        return library.Modules.SelectMany(m => m.ReferencedAssemblies).Any(r => r.Name == own.Name && r.Version == own.Version);
    }
}
