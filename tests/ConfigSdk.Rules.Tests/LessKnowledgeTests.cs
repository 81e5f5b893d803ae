using ConfigSdk.Catalog;
using CsCheck;

namespace ConfigSdk.Rules.Tests;

/// <summary>
/// What the editor finds with less knowledge, the build finds too: forgetting parts of a declaration never adds a mistake. Which rule
/// names a mistake may change with what is known; then the build's rule is one that takes precedence over the editor's.
/// </summary>
public class LessKnowledgeTests
{
    // A model or a flag that is wrong in itself gives way to the setting that makes the whole list wrong.
    private static readonly Dictionary<string, string[]> s_precedence = new()
    {
        ["NOVA1001"] = ["NOVA1005"],
        ["NOVA1002"] = ["NOVA1005"],
        ["NOVA1003"] = ["NOVA1002", "NOVA1004", "NOVA1005", "NOVA5003"],
        ["NOVA1004"] = ["NOVA1002", "NOVA1005", "NOVA5003"],
        ["NOVA1005"] = ["NOVA5001"],
        ["NOVA1006"] = ["NOVA1007", "NOVA1008", "NOVA5002"],
        ["NOVA1007"] = ["NOVA1008"],
        ["NOVA1008"] = ["NOVA5001", "NOVA5002"],
        ["NOVA1009"] = ["NOVA1002", "NOVA1005"],
        ["NOVA1010"] = ["NOVA1002", "NOVA1005", "NOVA5003"],
        ["NOVA2002"] = ["NOVA2004", "NOVA2005"],
        ["NOVA2003"] = ["NOVA2004", "NOVA2005"],
    };

    private static readonly Gen<string> s_line = Lines(
        Setting("target", "debian-11", "debian-12", "debian-13", "icehouse"),
        Setting("DEFAULT.compute_driver", "libvirt.LibvirtDriver", "libvirt.LibvirtDriver", "ironic.IronicDriver"),
        Setting("virt_type", "kvm", "kvm", "qemu", "lxc", "xen"),
        Setting("cpu_mode", "custom", "custom", "none", "host-model", "host-passthrough"),
        Setting("cpu_models", "Nehalem", "nehalem", "Nehalm", "EPYC,Skylake-Server", "host-model", "Nehalem,Westmere", "EPYC-Genoa", ""),
        Setting("cpu_model_extra_flags", "pcid", "+pcid", "-hle", "pcdi", "sse4_1", ""),
        Setting("modules", "kvm,kvm_intel", "kvm,kvm_amd,vhost_net", "vhost_net", "kvm_intl", "kvm intel,zfs:oot", ""),
        Setting("vendor", "Intel", "AMD"),
        Setting("extra", "libvirt/cpu_mode=custom", "libvirt/cpu_models=EPYC", "plugin/a=b", "neutron/metadata_proxy_shared_secret=x"),
        Setting("compute.cpu_dedicated_set", "1-3"));

    [Fact]
    public void Forgetting_adds_no_mistake_to_a_node() => Gen.Select(s_line, Gen.Int).Sample(
        (line, seed) =>
        {
            var full = Declared.NodeRecord(line);
            var random = new Random(seed);
            var forgotten = (Record)Forget(full, random, isRoot: true);
            if (NodeFacts.OfNode(forgotten, FactCatalog.Bundled) is not { } facts)
            {
                return;
            }

            var known = Judged.Of(NodeFacts.OfNode(full, FactCatalog.Bundled)!);
            var added = Judged.Of(facts).Where(f => !known.Any(k =>
                (k.Rule.Id == f.Rule.Id && Equals(k.At.Origin, f.At.Origin)) || s_precedence.GetValueOrDefault(f.Rule.Id, []).Contains(k.Rule.Id)));
            var text = string.Join("\n", added.Select(f => $"{f.Rule.Id} {f.Message}\nof {line}\nfound with all known: {Judged.Ids(known)}\nforgotten: {Text(forgotten)}"));
            Assert.True(text.Length == 0, text);
        },
        iter: 5_000);

    private static PartialValue Forget(PartialValue value, Random random, bool isRoot = false) =>
        !isRoot && random.Next(12) == 0 ? new Unknown(value.Origin) : value switch
        {
            Record record => Forget(record, random),
            Sequence list when random.Next(6) == 0 => new Sequence([.. list.Items.Where(_ => random.Next(2) == 0).Select(i => Forget(i, random))], true, list.Origin),
            Sequence list => new Sequence([.. list.Items.Select(i => Forget(i, random))], list.IsOpen, list.Origin),
            _ => value,
        };

    private static Record Forget(Record record, Random random)
    {
        var isOpen = random.Next(10) == 0;
        var kept = record.Properties.Where(_ => !isOpen || random.Next(2) == 0).ToDictionary(p => p.Key, p => Forget(p.Value, random));
        return new Record(record.TypeName, kept, isOpen, record.Origin);
    }

    private static Gen<string> Lines(params Gen<string>[] settings) =>
        settings.Aggregate((all, next) => Gen.Select(all, next).Select((a, b) => a + " | " + b));

    private static Gen<string> Setting(string name, params string[] values) =>
        Gen.Int[-values.Length / 2 - 1, values.Length - 1].Select(i => i < 0 ? "" : name + " = " + values[i]);

    private static string Text(PartialValue value) => value switch
    {
        Known known => known.Value,
        Unset => "unset",
        Sequence list => "[" + string.Join(", ", list.Items.Select(Text)) + (list.IsOpen ? "...]" : "]"),
        Record record => record.TypeName + " { " + string.Join("; ", record.Properties.Select(p => p.Key + " = " + Text(p.Value))) + (record.IsOpen ? "; ... }" : " }"),
        _ => "?",
    };
}
