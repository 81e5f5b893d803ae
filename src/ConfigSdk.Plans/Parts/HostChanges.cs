using ConfigSdk.Catalog;
using ConfigSdk.Plans.Reading;
using ConfigSdk.Rules.HostFiles;

namespace ConfigSdk.Plans.Parts;

/// <summary>Compares what lies below nova: modules, their parameters, udev, sysctl, the kernel's command line, and files of which only the content can be compared.</summary>
internal static class HostChanges
{
    // Each of these is compared by what it means, or left out: nova's files.
    private static readonly string[] s_understood = ["/etc/nova/", "/etc/modules", "/etc/modules-load.d/", "/etc/modprobe.d/", "/etc/udev/rules.d/", "/etc/sysctl.d/", "/etc/sysctl.conf", "/etc/default/grub"];

    public static IEnumerable<Change> Of(NodeFiles before, NodeFiles after) =>
    [
        .. Modules(HostFiles.Modules(before), HostFiles.Modules(after)),
        .. Parameters(HostFiles.Parameters(before), HostFiles.Parameters(after)),
        .. Lines("modprobe", HostFiles.Statements(before), HostFiles.Statements(after), Effect.ReloadModule),
        .. Rules(before, after),
        .. Pairs("sysctl", HostFiles.Sysctl(before), HostFiles.Sysctl(after), Effect.ApplySysctl),
        .. Pairs("argument", GrubDefaults.Arguments(before), GrubDefaults.Arguments(after), Effect.Reboot),
        .. Files(before, after),
        .. Modes(before, after),
        .. Target(before, after),
    ];

    private static IEnumerable<Change> Modules(IReadOnlyCollection<string> before, IReadOnlyCollection<string> after) =>
        before.Except(after).Select(m => new Change("module", m, "loaded at boot", null, [Effect.Reboot]))
            .Concat(after.Except(before).Select(m => new Change("module", m, null, "loaded at boot", [Effect.LoadModule]))).OrderBy(c => c.Name, StringComparer.Ordinal);

    private static IEnumerable<Change> Parameters(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        Pairs("parameter", before, after, Effect.ReloadModule).Where(c => c.Before is null || c.After is null || !AreSame(c.Name, c.Before, c.After));

    // The kernel takes several words for a switch.
    private static bool AreSame(string parameter, string before, string after)
    {
        var (module, name) = parameter.Split(' ') is [var m, var n] ? (m, n) : (parameter, "");
        return KernelModules.Parameters(module).Any(p => p.Name == name && p.Type is "bool" or "bint")
            && KernelText.Switch(before) is { } one && KernelText.Switch(after) == one;
    }

    private static IEnumerable<Change> Pairs(string kind, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after, Effect effect) =>
        from name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
        let old = before.GetValueOrDefault(name)
        let later = after.GetValueOrDefault(name)
        where old != later
        select new Change(kind, name, old, later, [effect]);

    private static IEnumerable<Change> Lines(string kind, IReadOnlyCollection<string> before, IReadOnlyCollection<string> after, Effect effect) =>
        before.Except(after).Select(l => new Change(kind, l, "there", null, [effect])).Concat(after.Except(before).Select(l => new Change(kind, l, null, "there", [effect])));

    private static IEnumerable<Change> Rules(NodeFiles before, NodeFiles after)
    {
        var (old, later) = (HostFiles.UdevRules(before), HostFiles.UdevRules(after));
        return from file in old.Keys.Union(later.Keys).Order(StringComparer.Ordinal)
               let one = old.GetValueOrDefault(file, "")
               let other = later.GetValueOrDefault(file, "")
               where one != other
               select new Change("udev", file, one.Length == 0 ? null : one, other.Length == 0 ? null : other, [Effect.TriggerUdev]);
    }

    private static IEnumerable<Change> Files(NodeFiles before, NodeFiles after) =>
        from path in before.Declared.Union(after.Declared).Order(StringComparer.Ordinal)
        where !s_understood.Any(u => path.StartsWith(u, StringComparison.Ordinal))
        let old = before.Text(path)
        let later = after.Text(path)
        where old != later
        select new Change("file", path, old is null ? null : "there", later is null ? null : old is null ? "there" : "with other content",
            [path.StartsWith("/etc/kernel/", StringComparison.Ordinal) ? Effect.Reboot : Effect.NotKnown]);

    // A copy of a host's files has not always its owners and modes, so that only manifests are compared.
    private static IEnumerable<Change> Modes(NodeFiles before, NodeFiles after) =>
        before.Manifest is not { } old || after.Manifest is not { } later ? []
            : from file in old.Files
              let mode = later.Files.GetValueOrDefault(file.Key)
              where mode is not null && mode != file.Value
              orderby file.Key
              select new Change("mode", file.Key, file.Value, mode, [Effect.Nothing]);

    private static IEnumerable<Change> Target(NodeFiles before, NodeFiles after) =>
        before.Manifest is not { } old || after.Manifest is not { } later ? [] : Pairs("target", old.Target, later.Target, Effect.Upgrade);
}
