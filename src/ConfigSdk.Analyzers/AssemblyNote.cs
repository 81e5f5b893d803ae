using Microsoft.CodeAnalysis.CSharp;

namespace ConfigSdk.Analyzers;

/// <summary>What a generator notes in an assembly, for whoever looks at it later.</summary>
internal static class AssemblyNote
{
    /// <summary>The attribute's name.</summary>
    public const string AttributeName = "AssemblyMetadataAttribute";

    /// <summary>The attribute in C#, a line.</summary>
    public static string Source(string key, string value) =>
        $"[assembly: global::System.Reflection.{AttributeName}({SymbolDisplay.FormatLiteral(key, quote: true)}, {SymbolDisplay.FormatLiteral(value, quote: true)})]\n";
}
