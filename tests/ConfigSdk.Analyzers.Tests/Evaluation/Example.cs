using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Analyzers.Tests.Helpers;
using Microsoft.CodeAnalysis;

namespace ConfigSdk.Analyzers.Tests.Evaluation;

/// <summary>An expression in a small class, read from its source and run.</summary>
internal static class Example
{
    /// <summary>
    /// What the source tells of the expression, as text, after it was held against the value that the program has.
    /// </summary>
    /// <param name="type">The expression's C# type.</param>
    /// <param name="expression">The expression; it may use what the members declare.</param>
    /// <param name="members">Members beside it.</param>
    /// <param name="others">Other files.</param>
    public static string Read(string type, string expression, string members = "", params string[] others)
    {
        var compilation = Compile.Of([$"public static class Example {{ {members}\n public static {type} It => {expression}; }}", .. others]);
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
        Assert.True(errors.Length == 0, string.Join('\n', errors.Select(e => e.ToString())));
        var evaluator = new Evaluator(compilation, ModelTypes.Find(compilation)!);
        var told = evaluator.Evaluate(compilation.GetTypeByMetadataName("Example")!.GetMembers("It").Single(), CancellationToken.None);
        Assert.Null(RuntimeReader.Contradiction(told, RuntimeReader.Read(Compile.Run(compilation, "Example", "It"))));
        return Dump.Of(told);
    }
}
