using System.Text.Json;
using System.Text.RegularExpressions;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;
using ConfigSdk.Tests;
using ConfigSdk.Rules.Tests;
using CsCheck;
using KnownProperties = ConfigSdk.Catalog.ImageProperties;
using Record = ConfigSdk.Rules.Record;

namespace ConfigSdk.Conformance.Tests;

/// <summary>
/// Images with properties at random, read by the real nova: what it cannot read is an error, and nothing else is said to be so; what no flavor can have
/// is found, and what is said to be refused for every guest is refused with every flavor; what nova drops without a word is a warning.
/// </summary>
public sealed class ImageConformance
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

    // Said of what nova cannot read at all, and of what it refuses where a guest is created, whatever its flavor.
    private static readonly Regex s_refused = new("guests of the image cannot be created|no guest of the image could be created|refuses (for )?every guest|refused by .* for every guest");
    private static readonly HashSet<string> s_aboutDropped = ["NOVA3006", "NOVA3007", "NOVA3012", "NOVA3016"];

    [Theory]
    [MemberData(nameof(NovaProcess.Roots), MemberType = typeof(NovaProcess))]
    public async Task Images_at_random_are_read_as_judged(string root)
    {
        var process = NovaProcess.Start(root, "read_image_properties.py");
        var release = NovaProcess.ReleaseOf(process.Answer<Start>().Version);
        var node = Setting.Node(release, [Setting.Parse("DEFAULT.compute_driver = libvirt.LibvirtDriver"), Setting.Parse("virt_type = kvm")]).Declared;
        var tally = new Tally("images at random", release);
        foreach (var image in Image.Draw(Sampling.Count("CONFIGSDK_IMAGES", 250)))
        {
            if (await Difference(image, tally) is not null)
            {
                tally.Differ((await Difference(await Sampling.Reduced(image, i => Difference(i, null)), null))!);
            }
        }

        tally.Report();

        Task<string?> Difference(IReadOnlyList<(string Name, string Value)> properties, Tally? tally)
        {
            var format = s_formats[properties.Sum(p => p.Name.Length) % s_formats.Length];
            var findings = RuleCatalog.Judge(FleetFacts.Read(List([node]), List([Declared(format, properties)]), FactCatalog.Bundled));
            if (findings.Any(f => !f.Rule.IsConfigurable))
            {
                return Task.FromResult<string?>(null); // nothing is written
            }

            var verdict = process.Ask<Verdict>(new { Format = format, Properties = properties.ToDictionary(p => p.Name, p => p.Value) });
            var refused = findings.Where(f => s_refused.IsMatch(f.Message)).ToArray();
            tally?.Judged(verdict.Error is not null || verdict.Refusal is not null, refused.Length > 0);
            (string? What, IEnumerable<Finding> About) difference =
                verdict.Error is not null && !findings.Any(f => f.Rule.Consequence == Consequence.Refused) ? ($"nova cannot read it ({verdict.Error}), and no error says so", findings)
                : verdict.Refusal is not null && findings.Count == 0 ? ($"nova refuses it with every flavor ({verdict.Refusal}), and nothing is found", [])
                : verdict is { Error: null, Refusal: null } && refused.Length > 0 ? ("nova makes guests of it", refused)
                : verdict.Error is null && Dropped(properties, verdict, findings) is { } dropped ? (dropped, findings)
                : (null, []);
            if (difference.What is null)
            {
                var isRefused = verdict.Error is not null || verdict.Refusal is not null;
                tally?.Confirm(
                    (isRefused ? findings.Where(f => f.Rule.Consequence == Consequence.Refused) : findings.Except(refused)).Select(f => f.Rule.Id).Distinct(),
                    isRefused ? Evidence.Refused : Evidence.Accepted);
            }

            return Task.FromResult(difference.What is null ? null
                : $"{string.Join(" ", properties.Select(p => $"{p.Name}={p.Value}"))}\n    {difference.What}{string.Concat(difference.About.Select(f => $"\n    {f.Rule.Id}: {f.Message}"))}");
        }
    }

    /// <summary>Nova drops what it has no field for; a warning says so, and of nothing else. Other services' properties are no mistake.</summary>
    private static string? Dropped(IReadOnlyList<(string Name, string Value)> properties, Verdict verdict, IReadOnlyList<Finding> findings)
    {
        foreach (var (name, _) in properties.Where(p => KnownProperties.Find(p.Name) is not null && !p.Name.Contains(':')))
        {
            var (isRead, isSaid) = (verdict.Read.ContainsKey(name), findings.Any(f => s_aboutDropped.Contains(f.Rule.Id) && Equals(f.At.Origin, name)));
            if (isRead == isSaid)
            {
                return isRead ? $"nova reads {name}, which is said to be dropped" : $"nova drops {name} in silence, and no warning says so";
            }
        }

        return null;
    }

    private static Gen<(string Name, string Value)[]> Image
    {
        get
        {
            var all = KnownProperties.All.Where(p => !IsCollection(p)).OrderBy(p => p.Name, StringComparer.Ordinal).ToArray();
            var choice = Sampling.AnyOf(s_choices).Select(c => c.Split(' ').Select(p => p.Split('=', 2)).Select(p => (p[0], p[1])).ToArray());
            var other = Sampling.AnyOf(all).SelectMany(p => Sampling.AnyOf(Texts(p)).Select(text => (p.Name, text)));
            return from choices in choice.Array[0, 2]
                   from others in other.Array[0, 4]
                   select choices.SelectMany(c => c).Concat(others).GroupBy(p => p.Item1).Select(g => g.Last()).ToArray();
        }
    }

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

    // What nova makes of properties of other names, or keeps for itself.
    private static bool IsCollection(ImageProperty property) => property.Latest.FieldType.StartsWith("ListOf", StringComparison.Ordinal);

    private static Record Declared(string format, IReadOnlyList<(string Name, string Value)> properties)
    {
        var typed = properties.Where(p => KnownProperties.Find(p.Name) is { } facts && !IsCollection(facts)).ToArray();
        var record = typed.ToDictionary(p => p.Name, p => (PartialValue)new Known(p.Value, p.Name));
        if (typed.Length < properties.Count)
        {
            record["Extra"] = List(properties.Except(typed).Select(p => Record("ExtraProperty", new() { ["Name"] = new Known(p.Name, p.Name), ["Value"] = new Known(p.Value, p.Name) })));
        }

        return Record("Image", new() { ["Name"] = new Known("judged", "name"), ["DiskFormat"] = new Known(format, "format"), ["Properties"] = Record("ImageProperties", record) });
    }

    private static Sequence List(IEnumerable<PartialValue> items) => new([.. items], isOpen: false, null);

    private static Record Record(string type, Dictionary<string, PartialValue> properties) => new(type, properties, isOpen: false, type);

    private sealed record Start(string Version);

    private sealed record Verdict(string? Error, Dictionary<string, JsonElement> Read, string? Refusal);
}
