using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>What rules over a host's files share.</summary>
internal abstract class HostRule : NodeRule
{
    /// <summary>The modules whose names are known, with the kernel's form of the name.</summary>
    protected static IEnumerable<(ModuleFacts Module, string Name)> Named(NodeFacts node) =>
        node.KnownModules.Where(m => m.Name.Text is not null).Select(m => (m, KernelModules.Normalize(m.Name.Text!)));

    /// <summary>Where the module's name stands; the entry, where the name comes with it.</summary>
    protected static PartialValue At(ModuleFacts module) => module.Name.Origin is null ? module.Declared : module.Name;

    /// <summary>
    /// The parameters that are set, by the kernel's names of module and parameter, in the order in which the kernel gets a module's. What
    /// NOVA2005 says no file can hold is left out.
    /// </summary>
    protected static IEnumerable<(ModuleFacts Module, string Name, ParameterSetting Parameter, string Key)> Parameters(NodeFacts node) =>
        from m in Named(node)
        where UnwritableModule.NameFlaw(m.Name) is null
        from p in m.Module.Parameters.Where(p => p.Name.Text is not null).OrderBy(p => p.Name.Text, StringComparer.Ordinal)
        where UnwritableModule.NameFlaw(p.Name.Text!) is null && (p.Value.Text is null || UnwritableModule.ValueFlaw(p.Value.Text) is null)
        select (m.Module, m.Name, p, KernelModules.Normalize(p.Name.Text!));

    /// <summary>The setting of a parameter that counts, the last one; null if there is none, or if it is not known what one of them says.</summary>
    protected static (ParameterSetting Parameter, Known Value)? InForce(NodeFacts node, string module, string parameter)
    {
        var settings = Parameters(node).Where(p => p.Name == module && p.Key == parameter).ToArray();
        return settings.Length > 0 && settings.All(p => p.Parameter.Value is Known && !IsOutOfTree(p.Module))
            ? (settings[settings.Length - 1].Parameter, (Known)settings[settings.Length - 1].Parameter.Value)
            : null;
    }

    /// <summary>Whether the value switches something off, by whatever type the parameter has in the platform's kernel.</summary>
    protected static bool IsOff(NodeFacts node, string module, string parameter, string value)
    {
        var kernel = node.Target.Platform?.Kernel;
        var types = KernelModules.Parameters(module).Where(p => p.Name == parameter && (string.IsNullOrEmpty(kernel) || p.Platforms.Contains(kernel!))).Select(p => p.Type).ToArray();
        return types.Length > 0 && types.All(t => t is "bool" or "bint" ? KernelText.Switch(value) == false : KernelText.Number(value) == 0);
    }

    /// <summary>Whether the module may be another than the kernel's own.</summary>
    protected static bool IsOutOfTree(ModuleFacts module) => !module.IsOutOfTree.IsUnset && module.IsOutOfTree.Text != "false";

    /// <summary>Whether the entry sets the parameter, as far as is known.</summary>
    protected static bool MaySet(ModuleFacts module, string parameter) =>
        module.Declared is not Record { IsOpen: false } record || record[ModelNames.Parameters] is not (Unset or Sequence { IsOpen: false })
        || module.Parameters.Any(p => p.Name.Text is null || KernelModules.Normalize(p.Name.Text) == parameter);

    /// <summary>Offers to take back what a parameter sets, where the model has a property for it.</summary>
    protected static Finding OfferToUnset(Finding finding, ParameterSetting parameter) =>
        parameter.IsTyped ? finding.OfferToRemove(CSharpNames.Pascal(parameter.Name.Text!)) : finding;

    /// <summary>Whether every module is known.</summary>
    protected static bool AllKnown(NodeFacts node) => node.Modules is Sequence { IsOpen: false } list && Named(node).Count() == list.Items.Count;
}
