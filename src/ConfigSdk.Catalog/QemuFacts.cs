using System.Collections.Concurrent;
using System.Globalization;

namespace ConfigSdk.Catalog;

/// <summary>
/// What one QEMU version says for one architecture: which machine types and CPU models it has. As upstream and Debian build it: Ubuntu and RHEL add
/// machine types of their own (<c>pc-q35-noble</c>, <c>pc-q35-rhel9.6.0</c>), and RHEL leaves out upstream's.
/// </summary>
public sealed class QemuFacts
{
    private static readonly Lazy<ILookup<string, Row>> s_rows = new(Load);
    private static readonly ConcurrentDictionary<string, Version[]> s_versions = new();
    private static readonly ConcurrentDictionary<(Version, string), QemuFacts> s_facts = new();
    private readonly Dictionary<string, QemuMachine> _machines;
    private readonly Dictionary<string, QemuCpu> _cpus;

    private QemuFacts(Version version, string target)
    {
        Version = version;
        var rows = s_rows.Value[target].Where(r => r.Versions.Contains(version)).ToArray();
        var machines = rows.Where(r => r.Fields[0] == "machine").ToArray();
        Machines = [.. machines.Where(r => r.AliasOf is null).Select(Machine)];
        Cpus = [.. rows.Where(r => r.Fields[0] == "cpu").Select(r => new QemuCpu(r.Name, r.AliasOf, r.Is("deprecated"), YesOrNo(r.Fields[6])))];
        _machines = Machines.ToDictionary(m => m.Name, StringComparer.Ordinal);
        _cpus = Cpus.ToDictionary(c => c.Name, StringComparer.Ordinal);
        foreach (var alias in machines.Where(r => r.AliasOf is not null))
        {
            _machines.Add(alias.Name, _machines[alias.AliasOf!]);
        }
    }

    /// <summary>The QEMU version that these facts are of.</summary>
    public Version Version { get; }

    /// <summary>The machine types, each under its own name, sorted by name.</summary>
    public IReadOnlyList<QemuMachine> Machines { get; }

    /// <summary>What <c>-machine</c> takes: the machine types' own names, and aliases such as <c>q35</c>.</summary>
    public IReadOnlyCollection<string> MachineNames => _machines.Keys;

    /// <summary>The CPU models that <c>-cpu</c> takes, aliases included, sorted by name.</summary>
    public IReadOnlyList<QemuCpu> Cpus { get; }

    /// <summary>The versions that are bundled for an architecture in nova's words, oldest first; none if QEMU's facts for it are not bundled.</summary>
    public static IReadOnlyList<Version> Versions(string architecture) =>
        s_versions.GetOrAdd(Target(architecture), t => [.. s_rows.Value[t].SelectMany(r => r.Versions).Distinct().OrderBy(v => v)]);

    /// <summary>
    /// The facts of a QEMU version, or of the nearest older version that is bundled (then <see cref="Version"/> differs from what was asked).
    /// Null before the first bundled version, and for architectures that are not bundled.
    /// </summary>
    /// <param name="qemu">QEMU's version.</param>
    /// <param name="architecture">nova's name of the architecture, such as <c>x86_64</c>.</param>
    public static QemuFacts? For(Version qemu, string architecture) =>
        Versions(architecture).LastOrDefault(v => v <= qemu) is { } version
            ? s_facts.GetOrAdd((version, Target(architecture)), k => new QemuFacts(k.Item1, k.Item2))
            : null;

    /// <summary>The first bundled QEMU version that takes the machine type; null if none does.</summary>
    public static Version? FirstVersionWithMachine(string name, string architecture) =>
        Versions(architecture).FirstOrDefault(v => For(v, architecture)?.FindMachine(name) is not null);

    /// <summary>The first bundled QEMU version that takes the CPU model; null if none does.</summary>
    public static Version? FirstVersionWithCpu(string name, string architecture) =>
        Versions(architecture).FirstOrDefault(v => For(v, architecture)?.FindCpu(name) is not null);

    /// <summary>The machine type of this name, as written, or that this alias stands for; null if there is none.</summary>
    public QemuMachine? FindMachine(string name) => _machines.TryGetValue(name, out var m) ? m : null;

    /// <summary>The CPU model of this name, as written; null if there is none.</summary>
    public QemuCpu? FindCpu(string name) => _cpus.TryGetValue(name, out var c) ? c : null;

    /// <summary>QEMU has one program for each of its targets, and other names for them than nova.</summary>
    private static string Target(string architecture) => architecture switch
    {
        "i686" => "i386",
        "armv6" or "armv7l" or "armv7b" => "arm",
        _ => architecture,
    };

    private static QemuMachine Machine(Row row) => new(
        row.Name,
        row.Is("default"),
        row.Is("deprecated"),
        row.Fields[6].Length == 0 ? null : int.Parse(row.Fields[6], CultureInfo.InvariantCulture),
        YesOrNo(row.Fields[7]),
        YesOrNo(row.Fields[8]),
        row.Fields[9].Length == 0 ? null : row.Fields[9]);

    private static bool? YesOrNo(string text) => text.Length == 0 ? null : text == "yes";

    private static ILookup<string, Row> Load() =>
        FactFile.Read("qemu.tsv").Select(r => new Row(r, [.. r.Words(3).Select(v => VersionText.Parse(v)!)])).ToLookup(r => r.Fields[1], StringComparer.Ordinal);

    private sealed record Row(FactFile.Row Fields, Version[] Versions)
    {
        public string Name => Fields[2];

        public string? AliasOf => Fields[4].Length == 0 ? null : Fields[4];

        public bool Is(string flag) => Fields.Words(5).Contains(flag);
    }
}

/// <summary>A machine type of QEMU. What only QMP tells is null where QMP was not asked.</summary>
/// <param name="Name">Its own name, such as <c>pc-q35-7.2</c>.</param>
/// <param name="IsDefault">Whether a guest gets it that names none.</param>
/// <param name="IsDeprecated">Whether QEMU says that it will be removed.</param>
/// <param name="MaxCpus">The most CPUs that a guest can have.</param>
/// <param name="HotpluggableCpus">Whether CPUs can be added to a running guest.</param>
/// <param name="NumaMemSupported">Whether <c>-numa node,mem</c> is taken.</param>
/// <param name="DefaultCpuType">The CPU type of a guest that names none, as QMP names it.</param>
public sealed record QemuMachine(
    string Name, bool IsDefault, bool IsDeprecated, int? MaxCpus, bool? HotpluggableCpus, bool? NumaMemSupported, string? DefaultCpuType);

/// <summary>A CPU model of QEMU. What only QMP tells is null where QMP was not asked.</summary>
/// <param name="Name">The name.</param>
/// <param name="AliasOf">The version of the model that the name stands for; null if it stands for itself or the machine type decides.</param>
/// <param name="IsDeprecated">Whether QEMU says that it will be removed.</param>
/// <param name="MigrationSafe">Whether guests with it can be migrated between hosts; null too on ARM, where QEMU does not say.</param>
public sealed record QemuCpu(string Name, string? AliasOf, bool IsDeprecated, bool? MigrationSafe);
