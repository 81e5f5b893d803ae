using System.Reflection;
using ConfigSdk.Rules;

namespace ConfigSdk.Hosting;

/// <summary>
/// The severity that the compiler would give each id. A generator recorded it in the assembly, by the compiler's own rules:
/// <c>NOVA1003=warning</c>, and for files with settings of their own <c>NOVA1003@/path/File.cs=none</c>.
/// </summary>
internal sealed class Severities
{
    private const string MetadataKey = "ConfigSdk.Severities";
    private readonly Dictionary<string, string> _recorded = new(StringComparer.Ordinal);

    public Severities(Assembly declarations)
    {
        foreach (var entry in declarations.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Where(a => a.Key == MetadataKey).SelectMany(a => (a.Value ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            var equals = entry.LastIndexOf('=');
            if (equals > 0)
            {
                _recorded[entry[..equals]] = entry[(equals + 1)..];
            }
        }
    }

    /// <summary>error, warning, info or none.</summary>
    public string Of(RuleDescriptor rule, string? file)
    {
        if (!rule.IsConfigurable)
        {
            return "error";
        }

        if (file is not null && _recorded.TryGetValue($"{rule.Id}@{file}", out var ofFile))
        {
            return ofFile;
        }

        return _recorded.TryGetValue(rule.Id, out var recorded) ? recorded : rule.SeverityName;
    }
}
