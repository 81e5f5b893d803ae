using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>A module that the platform's kernel does not have.</summary>
internal sealed class UnknownKernelModule : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2004", "Unknown kernel module",
        "Kernel module '{0}' is not in {1}'s kernel {2}; it would not be loaded at boot, and only the boot's log would say so{3}",
        Consequence.Harmful, "Names of modules to load are looked up among the installed kernel's modules. A name that is not there is skipped. For a module of another package (DKMS, a vendor's driver) set OutOfTree.")
    {
        Fixes = RuleFixes.Text,
    };

    /// <summary>Whether this rule or NOVA2005 finds fault with a module's name, so that nobody knows what it was to be.</summary>
    public static bool HasDoubtfulName(NodeFacts node) =>
        Named(node).Any(m => UnwritableModule.NameFlaw(m.Module.Name.Text!) is not null || IsUnknown(node.Target, m.Module, m.Name));

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        foreach (var (module, name) in Named(node))
        {
            if (UnwritableModule.NameFlaw(module.Name.Text!) is null && IsUnknown(node.Target, module, name))
            {
                var platform = node.Target.Platform!;
                var suggestion = Spelling.Nearest(name, KernelModules.Used) ?? Spelling.Nearest(name, KernelModules.Names(platform.Kernel)!);
                yield return Found(At(module), module.Name.Text!, platform.Title, KernelModules.KernelVersion(platform.Kernel)!, Phrases.DidYouMean(suggestion))
                    .ReplaceBy(suggestion);
            }
        }
    }

    private static bool IsUnknown(TargetFacts target, ModuleFacts module, string name) =>
        !IsOutOfTree(module)
        && target.Platform is { } platform && KernelModules.Names(platform.Kernel)?.Contains(name) == false;
}
