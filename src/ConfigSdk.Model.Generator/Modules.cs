using ConfigSdk.Catalog;

namespace ConfigSdk.Model.Generator;

/// <summary>Constants for the kernel modules that compute nodes load, and types for those that have parameters.</summary>
internal static class Modules
{
    public static string Write()
    {
        var source = new SourceWriter();
        source.Line().Block("public partial record KernelModule", () =>
        {
            foreach (var module in KernelModules.Used)
            {
                var type = KernelModules.Parameters(module).Any() ? TypeName(module) : "KernelModule";
                source.Line().Summary($"The module {module}.").Line($"[Sets(nameof(Name), {SourceWriter.Literal(module)})]")
                    .Line($"public static {type} {CSharpNames.Pascal(module)} {{ get; }} = new({SourceWriter.Literal(module)}, \"\", 0);");
            }
        });
        foreach (var module in KernelModules.Used.Where(m => KernelModules.Parameters(m).Any()))
        {
            source.Line().Summary($"The module {module} with its parameters.").Block($"public sealed record {TypeName(module)} : KernelModule", () =>
            {
                source.Line($"internal {TypeName(module)}(string name, string file, int line)").Line("    : base(name, file, line)").Line("{").Line("}");
                foreach (var parameter in KernelModules.Parameters(module).GroupBy(p => p.Name))
                {
                    var types = parameter.Select(p => p.Type).Distinct().ToArray();
                    var platforms = string.Join(", ", parameter.SelectMany(p => p.Platforms).Distinct());
                    source.Line().Summary($"{parameter.Key} ({string.Join(" or ", types)}). In the kernels of {platforms}.")
                        .Line($"[Setting({SourceWriter.Literal(parameter.Key)})]")
                        .Line($"public {CSharp(types)}? {CSharpNames.Pascal(parameter.Key)} {{ get; init; }}");
                }
            });
        }

        return source.ToString();
    }

    private static string TypeName(string module) => CSharpNames.Pascal(module) + "Module";

    private static string CSharp(string[] types) => types switch
    {
        ["bool"] => "bool",
        _ when types.All(t => t is "bool" or "int" or "uint" or "short" or "ushort" or "long" or "ulong" or "byte") => "long",
        _ => "string",
    };
}
