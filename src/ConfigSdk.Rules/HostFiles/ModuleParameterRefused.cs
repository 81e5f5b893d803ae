using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>A parameter's value for which the kernel does not load the module.</summary>
internal sealed class ModuleParameterRefused : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2008", "Module parameter that the kernel refuses",
        "'{0}' is no value of {1}'s parameter {2}, which takes {3}; the kernel would refuse to load the module at all{4}",
        Consequence.Harmful, "The kernel reads a parameter by its type when it loads the module, and does not load it if it cannot (Invalid argument, Numerical result out of range).")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (node.Target.Platform is not { } platform || KernelModules.KernelVersion(platform.Kernel) is not { } kernel)
        {
            yield break;
        }

        foreach (var (module, name, parameter, key) in Parameters(node))
        {
            if (parameter.Value.Text is { } text && !IsOutOfTree(module) && !KernelModules.OwnReading(name).Contains(key)
                && KernelModules.Parameters(name).FirstOrDefault(p => p.Name == key && p.Platforms.Contains(platform.Kernel)) is { } facts
                && KernelText.Unmet(facts.Type, text, kernel) is { } wanted)
            {
                yield return Found(parameter.Value, text, name, key, wanted, name is "kvm" or "kvm_intel" or "kvm_amd" ? ", and without it there is no /dev/kvm for guests" : "")
                    .ReplaceBy(parameter.IsTyped || facts.Type is not ("bool" or "bint") ? null : Meant(text));
            }
        }
    }

    private static string? Meant(string text) => text.ToLowerInvariant() switch
    {
        "true" or "enable" or "enabled" => "1",
        "false" or "disable" or "disabled" => "0",
        _ => null,
    };
}
