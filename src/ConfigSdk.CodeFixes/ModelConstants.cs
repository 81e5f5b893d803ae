using Microsoft.CodeAnalysis;

namespace ConfigSdk.CodeFixes;

/// <summary>Finds the model's constants for texts.</summary>
internal static class ModelConstants
{
    /// <summary>The static member of the type that stands for the text; null if the model has none.</summary>
    public static ISymbol? Find(ITypeSymbol type, string text) =>
        type.GetMembers().FirstOrDefault(m => m is { IsStatic: true, DeclaredAccessibility: Accessibility.Public } and (IPropertySymbol or IFieldSymbol) && StandsFor(m, text));

    /// <summary>The format of a factory's text, such as <c>+{0}</c>; null if it has none.</summary>
    public static string? Format(ISymbol method) => Arguments(method, "ValueAttribute").FirstOrDefault()?[0];

    /// <summary>Whether texts convert to the type.</summary>
    public static bool TakesText(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String
        || type.GetMembers(WellKnownMemberNames.ImplicitConversionName).OfType<IMethodSymbol>().Any(m => m.Parameters is [{ Type.SpecialType: SpecialType.System_String }]);

    private static bool StandsFor(ISymbol member, string text) =>
        Arguments(member, "ValueAttribute").Any(a => a[0] == text) || Arguments(member, "SetsAttribute").Any(a => a is ["Name", var name] && name == text);

    private static IEnumerable<string?[]> Arguments(ISymbol member, string attribute) =>
        member.GetAttributes().Where(a => a.AttributeClass?.Name == attribute && a.ConstructorArguments.Length > 0)
            .Select(a => a.ConstructorArguments.Select(c => c.Value as string).ToArray());
}
