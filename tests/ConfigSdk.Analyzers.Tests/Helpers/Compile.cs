using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConfigSdk.Analyzers.Tests.Helpers;

/// <summary>Compilations of declarations, against this runtime and the model.</summary>
internal static class Compile
{
    public const string Usings = "using System; using System.Collections.Generic; using System.Linq; using ConfigSdk;\n";

    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.Latest);

    public static MetadataReference[] Framework { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetDirectoryName(p) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    public static MetadataReference Model { get; } = MetadataReference.CreateFromFile(typeof(Fleet).Assembly.Location);

    public static CSharpCompilation Of(params string[] files) => CSharpCompilation.Create(
        "Declarations" + Guid.NewGuid().ToString("N"),
        files.Select((text, i) => CSharpSyntaxTree.ParseText(Usings + text, Parsing, i == 0 ? "Main.cs" : $"Other{i}.cs")),
        [.. Framework, Model],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Compiles, loads and reads a static property.</summary>
    public static object? Run(Compilation compilation, string type, string property)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        var context = new AssemblyLoadContext(null, isCollectible: true);
        context.Resolving += (_, name) => AssemblyLoadContext.Default.LoadFromAssemblyName(name);
        return context.LoadFromStream(image).GetType(type)!.GetProperty(property)!.GetValue(null);
    }
}
