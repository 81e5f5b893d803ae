using static ConfigSdk.Rules.Tests.LessKnowledge;

namespace ConfigSdk.Rules.Tests;

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
        ["NOVA1016"] = ["NOVA1002", "NOVA1005", "NOVA5003"],
        ["NOVA1017"] = ["NOVA1002", "NOVA1008", "NOVA5002"],
        ["NOVA1021"] = ["NOVA1009"],
        ["NOVA1026"] = ["NOVA1005", "NOVA1027", "NOVA5001"],
        ["NOVA1027"] = ["NOVA1005"],
        ["NOVA2002"] = ["NOVA2004", "NOVA2005"],
        ["NOVA2003"] = ["NOVA2004", "NOVA2005"],
        ["NOVA5003"] = ["NOVA8001"],
    };

    [Fact]
    public void Forgetting_adds_no_mistake_to_a_node() => AddsNoMistake(
        s_precedence,
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
}
