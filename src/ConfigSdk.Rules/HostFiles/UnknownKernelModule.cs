using ConfigSdk.Catalog;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>A module that the platform's kernel does not have.</summary>
internal sealed class UnknownKernelModule : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2004", "Unknown kernel module",
        "Kernel module '{0}' is not in {1}'s kernel {2}; it would not be loaded at boot, and only the boot's log would say so{3}",
        Consequence.Harmful, "Names of modules to load are looked up among the installed kernel's modules. A name that is not there is skipped. For a module of another package (DKMS, a vendor's driver) set OutOfTree.");

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (node.Target.Platform is not { Kernel.Length: > 0 } platform || KernelModules.Names(platform.Kernel) is not { } known)
        {
            yield break;
        }

        foreach (var (module, name) in Named(node))
        {
            if (known.Contains(name) || UnwritableModule.NameFlaw(module.Name.Text!) is not null || !(module.IsOutOfTree.IsUnset || module.IsOutOfTree.Text == "false"))
            {
                continue;
            }

            var suggestion = Spelling.Nearest(name, KernelModules.Used) ?? Spelling.Nearest(name, known);
            yield return Found(At(module), module.Name.Text!, platform.Title, KernelModules.KernelVersion(platform.Kernel)!, Phrases.DidYouMean(suggestion))
                .ReplaceBy(suggestion);
        }
    }
}
