using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>
/// The values of public static members, as the library that declares them tells them in an attribute of its assembly for each. Where only the assembly of a
/// library is there, as in a package, nothing else tells them.
/// </summary>
internal static class PublishedValues
{
    /// <summary>What the attributes' names begin with; the member's documentation id follows.</summary>
    public const string Key = "ConfigSdk.Value:";

    /// <summary>The value of a member of an assembly; unknown if the assembly does not tell it, or tells it of another version of the model.</summary>
    public static PartialValue Of(ISymbol member, ModelTypes model)
    {
        if (member.GetDocumentationCommentId() is not { } id || !IsOf(member.ContainingAssembly, model.ComputeNode.ContainingAssembly.Identity))
        {
            return Unknown.Instance;
        }

        foreach (var attribute in member.ContainingAssembly.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "AssemblyMetadataAttribute", ConstructorArguments: [{ Value: string key }, { Value: string value }] }
                && key.Length == Key.Length + id.Length && key.StartsWith(Key, StringComparison.Ordinal) && key.EndsWith(id, StringComparison.Ordinal))
            {
                return PartialValueJson.Read(value, Origin.OfAssembly());
            }
        }

        return Unknown.Instance;
    }

    // What the model's members stand for may change with its version.
    private static bool IsOf(IAssemblySymbol library, AssemblyIdentity model) =>
        library.Modules.SelectMany(m => m.ReferencedAssemblies).Any(r => r.Name == model.Name && r.Version == model.Version);
}
