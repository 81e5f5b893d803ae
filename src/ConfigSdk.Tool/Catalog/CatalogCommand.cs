using System.CommandLine;

namespace ConfigSdk.Tool.Catalog;

/// <summary><c>configsdk catalog</c>: the facts that everything is judged by.</summary>
internal static class CatalogCommand
{
    public static Command Create() => new("catalog", "The facts about nova, libvirt, QEMU and the kernel.")
    {
        SourcesCommand.Create(),
        new Command("import", "Renews a fact file from what an installation says of itself.")
        {
            NovaOptionsImport.Create(),
            QemuImport.Create(),
            KernelModulesImport.Create(),
            CpuMapImport.Create(),
        },
    };
}
