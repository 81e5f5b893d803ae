namespace ConfigSdk.Catalog;

/// <summary>The kernel modules of the platforms whose kernels are bundled, and the parameters of those that compute nodes use.</summary>
public static class KernelModules
{
    private static readonly Lazy<Facts> s_facts = new(Load);

    /// <summary>The modules that compute nodes are told to load by name.</summary>
    public static IReadOnlyList<string> Used => s_facts.Value.Used;

    /// <summary>The kernel's form of a module's name: modprobe and the kernel take <c>-</c> and <c>_</c> for the same, and print <c>_</c>.</summary>
    public static string Normalize(string name) => name.Replace('-', '_');

    /// <summary>The names of all modules of the platform's kernel, built-in ones included; null if no kernel of it is bundled.</summary>
    public static IReadOnlyCollection<string>? Names(string platform) =>
        s_facts.Value.Names.TryGetValue(platform, out var names) ? names : null;

    /// <summary>The platform's kernel as its package names it, such as <c>6.12.117-1</c>; null if none is bundled.</summary>
    public static string? KernelVersion(string platform) =>
        s_facts.Value.Kernels.TryGetValue(platform, out var version) ? version : null;

    /// <summary>The parameters that modinfo prints for the module in any bundled kernel; empty if they are not bundled.</summary>
    public static IEnumerable<ModuleParameterFacts> Parameters(string module) => s_facts.Value.Parameters[Normalize(module)];

    /// <summary>
    /// The parameters that the module's own code reads, in any bundled kernel. modinfo prints no type for some of them, and then they are not
    /// among <see cref="Parameters"/>; for the others it prints one that does not say all that they take.
    /// </summary>
    public static IReadOnlyCollection<string> OwnReading(string module) => s_facts.Value.Own.TryGetValue(Normalize(module), out var names) ? names : [];

    private sealed record Facts(
        IReadOnlyList<string> Used, Dictionary<string, string[]> Own, Dictionary<string, string> Kernels, Dictionary<string, HashSet<string>> Names,
        ILookup<string, ModuleParameterFacts> Parameters);

    private static Facts Load()
    {
        var own = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var kernels = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var parameters = new List<ModuleParameterFacts>();
        IReadOnlyList<string> used = [];
        foreach (var row in FactFile.Read("kernel-modules.tsv"))
        {
            switch (row[0])
            {
                case "used":
                    used = row.Words(1);
                    break;
                case "own":
                    own.Add(row[1], row.Words(2));
                    break;
                case "kernel":
                    kernels.Add(row[1], row[2]);
                    names.Add(row[1], new HashSet<string>(StringComparer.Ordinal));
                    break;
                case "modules":
                    foreach (var platform in row.Words(1))
                    {
                        names[platform].UnionWith(row.Words(2));
                    }

                    break;
                case "parameter":
                    parameters.Add(new ModuleParameterFacts(row[1], row[2], row[3], row.Words(4)));
                    break;
            }
        }

        return new Facts(used, own, kernels, names, parameters.ToLookup(p => p.Module, StringComparer.Ordinal));
    }
}

/// <summary>A parameter as modinfo prints it.</summary>
/// <param name="Module">The module, with <c>_</c>.</param>
/// <param name="Name">The parameter.</param>
/// <param name="Type">The kernel's type: bool, int, uint, ushort, string, …</param>
/// <param name="Platforms">The platforms whose kernels have it with this type.</param>
public sealed record ModuleParameterFacts(string Module, string Name, string Type, IReadOnlyList<string> Platforms);
