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

    /// <summary>Whether every module is known.</summary>
    protected static bool AllKnown(NodeFacts node) => node.Modules is Sequence { IsOpen: false } list && Named(node).Count() == list.Items.Count;
}
