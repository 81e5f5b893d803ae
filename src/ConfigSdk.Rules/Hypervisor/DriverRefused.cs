using ConfigSdk.Catalog;
using ConfigSdk.Rules.Options;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Hypervisor;

/// <summary>A driver that nova cannot load.</summary>
internal sealed class DriverRefused : NodeRule
{
    // Modules that have more classes than the driver.
    private static readonly string[] s_richModules = ["fake"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA1024", "Compute driver that cannot be loaded",
        "{0} has no driver '{1}': {2}; {3}{4}",
        Consequence.Refused, "nova loads the class that compute_driver names, from 14.0.0 on below nova.virt alone. When it finds none, nova-compute exits.")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var driver = node.Option("DEFAULT", "compute_driver");
        if (driver.Text is { } name && !OptionText.HasReference(name) && node.Target.Release is { } release && Flaw(name, release) is { } flaw)
        {
            var suggestion = Suggestion(name, release);
            yield return Found(driver, release.DisplayName, name, flaw, Outcome.NoStart, Phrases.DidYouMean(suggestion)).ReplaceBy(suggestion);
        }
    }

    /// <summary>What is wrong with the name. Other packages may put drivers of their own below nova.virt, so a module that nova does not have is not wrong.</summary>
    private static string? Flaw(string name, Release release)
    {
        if (name.Length == 0)
        {
            return "the name is empty";
        }

        if (ComputeDrivers.Find(name) is { } known)
        {
            return known.IsIn(release) ? null
                : release < known.First ? $"it is first in {known.First.DisplayName}"
                : $"{known.Last!.DisplayName} was the last with it";
        }

        // Up to 13 a path from the top was taken too.
        if (!release.IsAtLeast("14.0.0"))
        {
            return null;
        }

        var parts = name.Split('.');
        return parts[0] == "nova" ? "the name is looked up below nova.virt, and must not begin with it"
            : parts.Length == 1 ? "a name has a module and a class, such as libvirt.LibvirtDriver"
            : ComputeDrivers.All.Any(d => d.IsIn(release) && string.Equals(d.Name, name, StringComparison.OrdinalIgnoreCase)) ? "Python tells upper case from lower case"
            : parts.Length == 2 && !s_richModules.Contains(parts[0]) && ComputeDrivers.All.Any(d => d.IsIn(release) && d.Module == parts[0]) ? $"nova.virt.{parts[0]} has no such class"
            : null;
    }

    private static string? Suggestion(string name, Release release)
    {
        var names = ComputeDrivers.All.Where(d => d.IsIn(release)).Select(d => d.Name).ToArray();
        var parts = name.Split('.');
        // The same module, wherever it stands, or the same class.
        return names.FirstOrDefault(n => n.Split('.').Intersect(parts, StringComparer.OrdinalIgnoreCase).Any())
            ?? (ComputeDrivers.Find(name) is null ? Spelling.Nearest(name, names) : null);
    }
}
