using ConfigSdk.Catalog;
using CsCheck;

namespace ConfigSdk.Rules.Tests;

/// <summary>Whatever a witness hands over, rules judge it: no exception, and every finding has its place.</summary>
public class RandomDeclarationTests
{
    private static readonly string[] s_texts =
    [
        "", " ", "?", "-", "+", "+-x", "a\nb", "\0", "\ud800", "$x", "{0}", "a,b", "custom", "none", "host-model", "host-passthrough", "kvm", "qemu", "lxc", "xen",
        "Nehalem", "nehalem", "EPYC", "Skylake-Server", "host", "pcid", "-hle", "+sse4_1", "kvm_intel", "kvm-amd", "vhost_net", "zfs", "Intel", "AMD", "true", "false",
        "1", "-1", "99999999999999999999999999999", "1e400", "0660", "31.0.0", "22.0.0", "19.0.0", "17.0.0", "2014.1", "11.3", "9.5", "1.2.2", "0.1", "x86_64", "aarch64", "ppc64le", "debian-13",
        "libvirt", "cpu_mode", "transport_url", "qed", "ploop", "qcow2", "hw_qemu_guest_agent", "enabled", "cmp01", "CON", new('x', 5000),
    ];

    private static readonly Gen<string> s_text = Gen.Frequency((9, OneOf(s_texts)), (1, Gen.String));

    private static readonly Gen<PartialValue> s_scalar = Gen.Frequency(
        (1, Gen.Const<PartialValue>(Unset.Instance)),
        (1, Gen.Const<PartialValue>(Unknown.Instance)),
        (6, s_text.Select<string, PartialValue>(t => new Known(t, t))));

    private static readonly Gen<PartialValue> s_structure = Gen.Frequency(
        (1, Object(StructuredText.Dictionary, Gen.Dictionary(s_text, s_scalar)[0, 2])),
        (1, Object("PciDeviceSpec", Gen.Dictionary(s_text, Gen.Frequency(
            (3, s_scalar), (1, s_scalar.Array[0, 2].Select<PartialValue[], PartialValue>(items => new Sequence(items, false, items))), (1, Object("PciAddressPattern", Gen.Dictionary(s_text, s_scalar)[0, 2]))))[0, 3])));

    private static readonly Gen<PartialValue> s_list = Gen.Select(Gen.Frequency((4, s_scalar), (1, s_structure)).Array[0, 3], Gen.Bool).Select<PartialValue[], bool, PartialValue>((items, open) => new Sequence(items, open, items));

    private static readonly Gen<PartialValue> s_value = Gen.Frequency(
        (4, s_scalar), (3, s_list), (1, s_structure));

    private static readonly string[] s_options =
    [
        "[libvirt] cpu_mode", "[libvirt] cpu_models", "[libvirt] cpu_model_extra_flags", "[libvirt] virt_type", "[DEFAULT] compute_driver", "[libvirt] rx_queue_size",
        "[workarounds] skip_cpu_compare_at_startup", "[pci] device_spec", "[compute] cpu_dedicated_set", "[serial_console] port_range", "[nosuch] option", "no name",
        "[compute] cpu_shared_set", "[DEFAULT] vcpu_pin_set", "[DEFAULT] reserved_huge_pages", "[libvirt] file_backed_memory", "[libvirt] pmem_namespaces",
        .. FactCatalog.Bundled.Options.All.Where((_, i) => i % 40 == 0).Select(o => o.Name.ToString()),
    ];

    private static readonly Gen<PartialValue> s_target = Properties("Target", ["Nova", "Libvirt", "Qemu", "Architecture", "Platform"], s_scalar);

    private static readonly Gen<PartialValue> s_host = Properties(
        "Host", ("Cpu", Properties("HostCpu", ["Vendor", "Model"], s_scalar)), ("Modules", Records("KernelModule", ["Name", "OutOfTree", "Parameters", "nested"])),
        ("Udev", Properties("Udev", ("Kvm", Properties("DeviceNode", ["Owner", "Group", "Mode"], s_scalar)))), ("Cpus", s_scalar),
        ("Kernel", Properties("HostKernel", ("IsolatedCpus", s_scalar), ("Iommu", s_scalar), ("HugePages", Records("HugePagePool", ["Size", "Count"])))));

    private static readonly Gen<PartialValue> s_nova = Properties(
        "Nova", ("Libvirt", Object("LibvirtOptions", Gen.Dictionary(OneOf(s_options), s_value)[0, 6])), ("Extra", Records("ExtraOption", ["Group", "Option", "Value"])));

    private static readonly Gen<PartialValue> s_node = Properties(
        "ComputeNode", ("Name", s_scalar), ("MigrationGroup", s_scalar),
        ("Profile", Properties("NodeProfile", ("Target", s_target), ("Host", s_host), ("Nova", s_nova))));

    private static readonly Gen<PartialValue> s_image = Properties(
        "Image", ("Name", s_scalar), ("DiskFormat", s_scalar), ("Properties", Properties("ImageProperties", ("hw_vif_model", s_value), ("hw_sound_model", s_value), ("Extra", Records("ExtraProperty", ["Name", "Value"])))));

    [Fact]
    public void No_rule_throws() => Gen.Select(s_node.Array[0, 3], s_image.Array[0, 2], Gen.Bool, Gen.Int[-Release.All.Count, Release.All.Count - 1]).Sample(
        (nodes, images, open, trial) =>
        {
            var catalog = FactCatalog.Bundled.For(trial < 0 ? null : Release.All[trial]);
            var findings = RuleCatalog.Judge(FleetFacts.Read(new Sequence(nodes, open, null), new Sequence(images, open, null), catalog)).ToList();
            foreach (var node in nodes.OfType<Record>())
            {
                findings.AddRange(NodeFacts.OfNode(node, catalog) is { } facts ? Judged.All(facts) : []);
                findings.AddRange(node["Profile"] is Record profile ? Judged.All(NodeFacts.OfProfile(profile, catalog)) : []);
            }

            Assert.Equal("", string.Join("\n", findings.Where(f => f.Rule == SdkDescriptors.RuleThrew).Select(f => f.Message)));
            Assert.Equal("", Judged.Ids(findings.Where(f => f.At.Origin is null)));
        },
        iter: 1000);

    /// <summary>Nodes of one host and target that differ in what they set.</summary>
    [Fact]
    public void What_is_remembered_of_one_node_changes_nothing_for_the_next() => Gen.Select(s_target, s_host, s_nova.Array[2, 6], s_scalar, Gen.Bool).Sample(
        (target, host, novas, name, open) =>
        {
            var memory = new RuleMemory();
            foreach (var nova in novas)
            {
                var profile = new Record("NodeProfile", new Dictionary<string, PartialValue> { ["Target"] = target, ["Host"] = host, ["Nova"] = nova }, open, nova);
                var node = new Record("ComputeNode", new Dictionary<string, PartialValue> { ["Name"] = name, ["Profile"] = profile }, open, nova);
                Func<NodeFacts>[] all = [() => NodeFacts.OfNode(node, FactCatalog.Bundled)!, () => NodeFacts.OfProfile(profile, FactCatalog.Bundled)];
                Assert.All(all, facts => Assert.Equal(Told(RuleCatalog.Judge(facts())), Told(memory.Judge(facts()))));
            }
        },
        iter: 1000);

    private static string Told((IReadOnlyList<Finding> AboutValues, IReadOnlyList<Finding> AboutNode) found) =>
        string.Join('\n', [.. found.AboutValues.Select(f => f.Message), "of the node:", .. found.AboutNode.Select(f => f.Message)]);

    private static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Gen<PartialValue> Object(string type, Gen<Dictionary<string, PartialValue>> properties) =>
        Gen.Select(properties, Gen.Int[0, 9]).Select<Dictionary<string, PartialValue>, int, PartialValue>((p, open) => new Record(type, p, open == 0, p));

    private static Gen<PartialValue> Properties(string type, params (string Name, Gen<PartialValue> Value)[] properties) => Gen.Frequency(
        (1, s_scalar ?? Gen.Const<PartialValue>(Unknown.Instance)),
        (9, Object(type, properties.Aggregate(
            Gen.Const(0).Select(_ => new Dictionary<string, PartialValue>()),
            (all, p) => Gen.Select(all, p.Value).Select((d, v) => new Dictionary<string, PartialValue>(d) { [p.Name] = v })))));

    private static Gen<PartialValue> Properties(string type, string[] names, Gen<PartialValue> value) => Properties(type, [.. names.Select(n => (n, value))]);

    private static Gen<PartialValue> Records(string type, string[] names) =>
        Gen.Select(Properties(type, names, s_value).Array[0, 3], Gen.Int[0, 3]).Select<PartialValue[], int, PartialValue>((items, open) => new Sequence(items, open == 0, items));
}
