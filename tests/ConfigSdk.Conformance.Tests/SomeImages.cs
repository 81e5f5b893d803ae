using System.Text.RegularExpressions;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;
using CsCheck;
using KnownProperties = ConfigSdk.Catalog.ImageProperties;
using Record = ConfigSdk.Rules.Record;

namespace ConfigSdk.Conformance.Tests;

/// <summary>What an image may declare, at random: every property, with values that are legal, at the edge of it or beyond, and properties whose company decides something.</summary>
internal static class SomeImages
{
    private static readonly string[] s_formats = ["raw", "qcow2", "vmdk", "iso"];

    private static readonly string[] s_texts =
    [
        "", "x", "0", "1", "2", "4", "17", "-1", "1.5", "1_000", "0x10", " 4 ", "true", "false", "Yes", "enabled", "off", "2.12", ">=7.2", ">=1,<2", "0-3", "^0", "^0-1", "3-1", "0,1", "large", "any", "small",
        "1GB", "2MB", "2048", "required", "optional", "forbidden", "q35", "pc", "pc-q35-7.2", "nosuch", "virtio", "x86_64", "amd64", "kvm", "KVM", "qemu", "linux", "00000000-0000-4000-8000-000000000001",
    ];

    /// <summary>Properties whose company decides something.</summary>
    private static readonly string[] s_choices =
    [
        "hw_cpu_sockets=4 hw_cpu_max_sockets=2", "hw_cpu_cores=2 hw_cpu_max_cores=2", "hw_cpu_threads=2 hw_cpu_max_threads=1", "hw_numa_nodes=2",
        "hw_numa_nodes=2 hw_numa_cpus.0=0-1 hw_numa_cpus.1=2-3 hw_numa_mem.0=2048 hw_numa_mem.1=2048", "hw_numa_nodes=2 hw_numa_cpus.0=0-1", "hw_numa_nodes=2 hw_numa_cpus.0=0-1 hw_numa_cpus.1=1-2 hw_numa_mem.0=1024 hw_numa_mem.1=1024",
        "hw_numa_nodes=1 hw_numa_cpus.1=0", "hw_numa_nodes=0", "hw_numa_cpus.0=x", "hw_numa_mem.0=many", "hw_cpu_policy=dedicated", "hw_cpu_policy=shared", "hw_cpu_thread_policy=require", "hw_cpu_policy=shared hw_cpu_thread_policy=isolate",
        "hw_cpu_policy=dedicated hw_cpu_thread_policy=isolate trait:HW_CPU_HYPERTHREADING=required", "trait:CUSTOM_A=required", "trait:custom=required", "trait:CUSTOM_A=forbidden", "hw_mem_page_size=large", "hw_mem_page_size=7",
        "hw_firmware_type=uefi", "os_secure_boot=required hw_firmware_type=uefi hw_machine_type=q35", "hw_mem_encryption=true", "hw_mem_encryption=true hw_firmware_type=uefi", "hw_mem_encryption=true hw_firmware_type=uefi hw_machine_type=q35",
        "hw_mem_encryption=true hw_firmware_type=bios hw_machine_type=q35", "hw_tpm_model=tpm-crb hw_tpm_version=1.2", "hw_tpm_version=2.0", "hw_tpm_model=tpm-tis", "hw_cpu_realtime_mask=^0", "hw_serial_port_count=5", "hw_serial_port_count=-1",
        "hw_video_ram=64", "hw_vif_multiqueue_enabled=true", "hw_locked_memory=true", "hw_maxphysaddr_mode=passthrough hw_maxphysaddr_bits=40", "hw_maxphysaddr_bits=40", "hw_maxphysaddr_mode=emulate hw_maxphysaddr_bits=40",
        "hw_maxphysaddr_mode=emulate", "hw_viommu_model=intel", "os_require_quiesce=yes hw_qemu_guest_agent=no", "hw_pci_numa_affinity_policy=socket", "hw_emulator_threads_policy=isolate", "hw_watchdog_action=reset",
        "hw_pmu=true", "img_signature=abc", "img_config_drive=mandatory", "vmware_adaptertype=ide", "vmware_adaptertype=lsiLogic", "architecture=amd64", "ipxe_boot=sure", "hypervisor_type=kvm", "hw_disk_buss=virtio", "team=blue", "hw_numa_node=2",
        "hw_cpu_max_sockets=0", "hw_cpu_sockets=0", "hw_cpu_max_cores=-1", "hw_ephemeral_encryption=true hw_ephemeral_encryption_format=luks", "hw_rescue_bus=scsi hw_rescue_device=cdrom", "hw_firmware_stateless=true",
        "hw_mem_encryption_model=intel-tdx", "hw_mem_encryption_model=amd-sev-snp hw_mem_encryption=true hw_firmware_type=uefi hw_machine_type=q35", "hw_sound_model=usb", "hw_usb_model=qemu-xhci", "hw_redirected_usb_ports=16",
    ];

    /// <summary>What is said of what nova cannot read at all, and of what it refuses where a guest is created, whatever its flavor.</summary>
    public static readonly Regex IsRefused = new("guests of the image cannot be created|no guest of the image could be created|refuses (for )?every guest|refused by .* for every guest");

    /// <summary>An image's properties.</summary>
    public static Gen<(string Name, string Value)[]> Properties => Some(Texts);

    /// <summary>An image's properties, with values that nova can read.</summary>
    public static Gen<(string Name, string Value)[]> Readable => Some(ReadableTexts);

    private static Gen<(string Name, string Value)[]> Some(Func<ImageProperty, string[]> texts)
    {
        var all = KnownProperties.All.Where(p => !IsCollection(p) && texts(p).Length > 0).OrderBy(p => p.Name, StringComparer.Ordinal).ToArray();
        var choice = Sampling.AnyOf(s_choices).Select(Parse);
        var other = Sampling.AnyOf(all).SelectMany(p => Sampling.AnyOf(texts(p)).Select(text => (p.Name, text)));
        return from choices in choice.Array[0, 2]
               from others in other.Array[0, 4]
               select choices.SelectMany(c => c).Concat(others).GroupBy(p => p.Item1).Select(g => g.Last()).ToArray();
    }

    /// <summary>Reads <c>name=value name=value</c>; a <c>+</c> before a name is the rules' tests'.</summary>
    public static (string Name, string Value)[] Parse(string text) => [.. text.Split(' ').Select(p => p.TrimStart('+').Split('=', 2)).Select(p => (p[0], p[1]))];

    // What is likely to be read three times, whatever else once.
    private static string[] Texts(ImageProperty property)
    {
        string[] likely = property.Latest switch
        {
            { Values: { Count: > 0 } values } => [.. values, .. values.Select(v => v.ToUpperInvariant()), values[0] + "x"],
            { IsFlexibleBoolean: true } => ["true", "false", "yes", "0", "enabled", "on"],
            { FieldType: "Integer" } => ["0", "1", "2", "4", "8", "-1", "x", "1.0"],
            _ => ["x", "1"],
        };
        return [.. likely, .. likely, .. likely, .. s_texts];
    }

    private static string[] ReadableTexts(ImageProperty property) => property.Latest switch
    {
        { Values: { Count: > 0 } values } => [.. values],
        { IsFlexibleBoolean: true } => ["true", "false"],
        { FieldType: "Integer" } => ["1", "2", "4", "8"],
        _ => property.Name == "hw_machine_type" ? ["pc", "q35", "pc-q35-7.2", "pc-i440fx-5.2", "microvm", "isapc", "virt", "none", "nosuch", "pc-q35-2.0", "pc-i440fx-12.0"] : [],
    };

    // What nova makes of properties of other names, or keeps for itself.
    private static bool IsCollection(ImageProperty property) => property.Latest.FieldType.StartsWith("ListOf", StringComparison.Ordinal);

    /// <summary>Glance's disk format: each image has the same one whenever it is judged.</summary>
    private static string FormatOf(IReadOnlyList<(string Name, string Value)> properties) => s_formats[properties.Sum(p => p.Name.Length) % s_formats.Length];

    /// <summary>An image as the programs are asked about it.</summary>
    public static object Asked(IReadOnlyList<(string Name, string Value)> properties) =>
        new { Format = FormatOf(properties), Properties = properties.ToDictionary(p => p.Name, p => p.Value) };

    /// <summary>An image as it is declared; the origin of a property is its name.</summary>
    public static Record Declared(IReadOnlyList<(string Name, string Value)> properties) => Declared(FormatOf(properties), properties);

    /// <summary>An image of a disk format.</summary>
    public static Record Declared(string format, IReadOnlyList<(string Name, string Value)> properties)
    {
        var typed = properties.Where(p => KnownProperties.Find(p.Name) is { } facts && !IsCollection(facts)).ToArray();
        var record = typed.ToDictionary(p => p.Name, p => (PartialValue)new Known(p.Value, p.Name));
        if (typed.Length < properties.Count)
        {
            record["Extra"] = List(properties.Except(typed).Select(p => Record("ExtraProperty", new() { ["Name"] = new Known(p.Name, p.Name), ["Value"] = new Known(p.Value, p.Name) })));
        }

        return Record("Image", new() { ["Name"] = new Known("judged", "name"), ["DiskFormat"] = new Known(format, "format"), ["Properties"] = Record("ImageProperties", record) });
    }

    /// <summary>What is found of an image in a fleet of one node, but for what is the node's alone.</summary>
    public static IReadOnlyList<Finding> Judge(NodeFacts node, Record image) => RuleCatalog.Judge(FleetFacts.Read(List([node.Declared]), List([image]), FactCatalog.Bundled));

    private static Sequence List(IEnumerable<PartialValue> items) => new([.. items], isOpen: false, null);

    private static Record Record(string type, Dictionary<string, PartialValue> properties) => new(type, properties, isOpen: false, type);
}
