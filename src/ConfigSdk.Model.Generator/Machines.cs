using ConfigSdk.Catalog;

namespace ConfigSdk.Model.Generator;

/// <summary>Constants for the machine types of nova's guests.</summary>
internal static class Machines
{
    private static readonly string[] s_architectures = ["x86_64", "aarch64"];

    // Boards of phones and controllers, Xen's machines and the empty one are no machines for nova's guests. They stay valid as texts.
    private static readonly string[] s_names = ["microvm", "pc", "q35", "virt"];
    private static readonly string[] s_families = ["pc-i440fx-", "pc-q35-", "virt-"];

    public static string Write()
    {
        var source = new SourceWriter();
        var versions =
            from architecture in s_architectures
            from version in QemuFacts.Versions(architecture)
            let facts = QemuFacts.For(version, architecture)!
            from name in facts.MachineNames
            where s_names.Contains(name) || s_families.Any(f => name.StartsWith(f, StringComparison.Ordinal))
            select (Name: name, Architecture: architecture, Facts: facts);
        var machines = versions.GroupBy(v => v.Name).ToDictionary(g => g.Key, g => g.ToArray());
        return source.Line().OpenValues("MachineType", machines.Keys, name => Summary(name, machines[name])).ToString();
    }

    private static string Summary(string name, (string Name, string Architecture, QemuFacts Facts)[] versions)
    {
        var isAlias = versions[0].Facts.FindMachine(name)!.Name != name;
        return $"The machine type {name} of {versions[0].Architecture}, in QEMU {string.Join(", ", versions.Select(v => v.Facts.Version.ToString(2)))}."
            + (isAlias ? " It stands for the newest version." : "");
    }
}
