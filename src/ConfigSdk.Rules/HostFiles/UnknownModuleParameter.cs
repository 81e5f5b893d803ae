using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>A parameter that a module does not have in the platform's kernel.</summary>
internal sealed class UnknownModuleParameter : HostRule
{
    // The kernel itself takes these for every module.
    private static readonly string[] s_ofAll = ["dyndbg", "async_probe"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2007", "Unknown parameter of a kernel module",
        "{0} has no parameter '{1}' in {2}'s kernel {3}; the kernel would load the module without it, and only its log would say so{4}",
        Consequence.Harmful, "The kernel passes over parameters that a module does not have: it logs that one is unknown and ignored. What it was to change stays as it is.")
    {
        Fixes = RuleFixes.Text | RuleFixes.Setting,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (node.Target.Platform is not { } platform || KernelModules.Names(platform.Kernel) is not { } modules)
        {
            yield break;
        }

        foreach (var (module, name, parameter, key) in Parameters(node))
        {
            if (!modules.Contains(name) || !KernelModules.Used.Contains(name) || IsOutOfTree(module) || s_ofAll.Contains(key) || KernelModules.OwnReading(name).Contains(key))
            {
                continue;
            }

            var named = KernelModules.Parameters(name).ToLookup(p => p.Name == key);
            if (named[true].Any(p => p.Platforms.Contains(platform.Kernel)))
            {
                continue;
            }

            var others = named[true].SelectMany(p => p.Platforms).Distinct().ToArray();
            var suggestion = others.Length > 0 ? null : Spelling.Nearest(key, named[false].Where(p => p.Platforms.Contains(platform.Kernel)).Select(p => p.Name));
            var hint = others.Length > 0 ? $". {Phrases.OneOf([.. others.Select(o => Platforms.Find(o)?.Title ?? o)])} has it." : Phrases.DidYouMean(suggestion);
            var at = parameter.IsTyped ? parameter.Value : parameter.Name.Origin is null ? module.Declared : parameter.Name;
            var found = Found(at, name, parameter.Name.Text!, platform.Title, KernelModules.KernelVersion(platform.Kernel)!, hint);
            yield return parameter.IsTyped ? OfferToUnset(found, parameter) : found.ReplaceBy(suggestion);
        }
    }
}
