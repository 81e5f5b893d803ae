using static ConfigSdk.Rules.Tests.LessKnowledge;

namespace ConfigSdk.Rules.Tests;

/// <summary>What is wrong with flags that libvirt knows and the release can read.</summary>
public class CpuFlagRulesTests
{
    private const string Trixie = "target = debian-13 | virt_type = kvm | ";
    private const string Custom = Trixie + "cpu_mode = custom | cpu_models = ";
    private const string Rocky = "nova = 18.0.0 | libvirt = 4.0.0 | architecture = x86_64 | cpu_mode = custom | cpu_models = ";

    [Theory]
    [InlineData(Trixie + "cpu_model_extra_flags = pcid,-pcid", "NOVA1011")]
    [InlineData(Trixie + "cpu_model_extra_flags = -PCID,+pcid,ssbd", "NOVA1011")]
    [InlineData(Trixie + "cpu_model_extra_flags = +pcid,--pcid,pcid", "NOVA1011")]
    [InlineData(Trixie + "cpu_model_extra_flags = pcid,-pcid,ssbd,-ssbd", "NOVA1011 NOVA1011")]
    [InlineData(Trixie + "cpu_model_extra_flags = pcid,-pcid,...", "NOVA1011")]
    [InlineData(Custom + "Nehalem | cpu_model_extra_flags = pcid,-pcid", "NOVA1011")]
    [InlineData("nova = 23.0.0 | libvirt = 7.0.0 | architecture = x86_64 | cpu_model_extra_flags = pcid,-pcid", "NOVA1011")]
    [InlineData(Trixie + "cpu_mode = none | cpu_model_extra_flags = pcid,-pcid", "NOVA1008")]
    [InlineData("nova = 22.0.0 | libvirt = 7.0.0 | architecture = x86_64 | cpu_model_extra_flags = pcid,-pcid", "NOVA1007")]
    [InlineData("nova = ? | libvirt = 11.3 | architecture = x86_64 | cpu_model_extra_flags = pcid,-pcid", "")]
    [InlineData(Trixie + "cpu_model_extra_flags = pcid,?", "")]
    [InlineData(Trixie + "cpu_model_extra_flags = pcid,-hle", "")]
    public void NOVA1011_flag_on_and_off(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Custom + "Haswell-noTSX | cpu_model_extra_flags = pcid", "NOVA1012")]
    [InlineData(Custom + "haswell-noTSX | cpu_model_extra_flags = +PCID", "NOVA1012 NOVA1016")]
    [InlineData(Custom + "Haswell-noTSX | cpu_model_extra_flags = -hle,-rtm", "NOVA1012 NOVA1012")]
    [InlineData(Custom + "Nehalem,Haswell-noTSX | cpu_model_extra_flags = -hle", "NOVA1012")]
    [InlineData(Custom + "Nehalem,Haswell-noTSX | cpu_model_extra_flags = pcid", "")]
    [InlineData(Custom + "Haswell-noTSX,... | cpu_model_extra_flags = pcid", "")]
    [InlineData(Custom + "Haswell-noTSX,? | cpu_model_extra_flags = pcid", "")]
    [InlineData(Custom + "Haswell | cpu_model_extra_flags = -hle,-rtm", "")]
    [InlineData(Custom + "Haswell | cpu_model_extra_flags = -arat", "")]
    [InlineData(Custom + "Nehalem | cpu_model_extra_flags = -hle", "")]
    [InlineData(Custom + "Skylake-Client-noTSX-IBRS | cpu_model_extra_flags = -mpx", "")]
    [InlineData(Trixie + "cpu_mode = ? | cpu_models = Haswell-noTSX | cpu_model_extra_flags = pcid", "")]
    [InlineData(Trixie + "cpu_model_extra_flags = pcid", "")]
    [InlineData(Trixie + "cpu_model_extra_flags = pcid,ssbd,PCID", "NOVA1012")]
    [InlineData(Trixie + "cpu_model_extra_flags = -hle,?,-hle", "NOVA1012")]
    [InlineData(Trixie + "cpu_model_extra_flags = pcdi,pcdi", "NOVA1006 NOVA1006")]
    [InlineData(Rocky + "Haswell-noTSX | cpu_model_extra_flags = pcid", "NOVA1012")]
    [InlineData("nova = 31.0.0 | libvirt = 8.5 | architecture = x86_64 | virt_type = kvm | cpu_mode = custom | cpu_models = Haswell-noTSX | cpu_model_extra_flags = pcid", "NOVA1012 NOVA5007")]
    [InlineData("nova = 31.0.0 | libvirt = 99.0 | architecture = x86_64 | virt_type = kvm | cpu_mode = custom | cpu_models = Haswell-noTSX | cpu_model_extra_flags = pcid", "NOVA5007")]
    // QEMU took mpx out of the model before libvirt 9.0 did.
    [InlineData("target = debian-12 | virt_type = kvm | cpu_mode = custom | cpu_models = Skylake-Server-IBRS | cpu_model_extra_flags = mpx", "")]
    public void NOVA1012_flag_that_changes_nothing(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Custom + "Skylake-Server-noTSX-IBRS | cpu_model_extra_flags = mpx", "NOVA1013")]
    [InlineData(Custom + "Nehalem,Skylake-Server-noTSX-IBRS | cpu_model_extra_flags = +MPX", "NOVA1013")]
    [InlineData(Custom + "Nehalem,Skylake-Server-noTSX-IBRS,... | cpu_model_extra_flags = +mpx", "NOVA1013")]
    [InlineData(Custom + "Nehalem | cpu_model_extra_flags = mpx", "")]
    [InlineData(Custom + "? | cpu_model_extra_flags = mpx", "")]
    [InlineData(Custom + "Skylake-Server-noTSX-IBRS | cpu_model_extra_flags = ?", "")]
    [InlineData(Trixie + "cpu_mode = host-model | cpu_model_extra_flags = mpx", "")]
    public void NOVA1013_feature_that_the_model_has_lost(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Custom + "Skylake-Server-noTSX-IBRS | cpu_model_extra_flags = -avx512f", "NOVA1018")]
    [InlineData(Trixie + "cpu_model_extra_flags = -AVX512F,-svm", "NOVA1018 NOVA1018")]
    [InlineData(Trixie + "cpu_mode = host-passthrough | cpu_model_extra_flags = -vmx", "NOVA1018")]
    [InlineData(Trixie + "cpu_model_extra_flags = -hle,vmx", "")]
    [InlineData(Trixie + "cpu_model_extra_flags = -amx-tile", "")]
    [InlineData("target = debian-sid | virt_type = kvm | cpu_model_extra_flags = -amx-tile", "NOVA1018")]
    [InlineData(Trixie + "cpu_mode = ? | cpu_model_extra_flags = -vmx", "")]
    [InlineData(Trixie + "cpu_mode = none | cpu_model_extra_flags = -vmx", "NOVA1008")]
    [InlineData("nova = 22.0.0 | libvirt = 7.0.0 | architecture = x86_64 | cpu_model_extra_flags = -vmx", "NOVA1007")]
    [InlineData("nova = ? | libvirt = 11.3 | architecture = x86_64 | cpu_model_extra_flags = -vmx", "")]
    public void NOVA1018_disabled_feature_that_is_advertised(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(
        Trixie + "cpu_model_extra_flags = pcid,-pcid",
        "CPU feature 'pcid' is switched on and off in one list; which of the two guests get changes with every start of nova-compute. Leave one out.")]
    [InlineData(Custom + "Haswell-noTSX | cpu_model_extra_flags = pcid", "CPU flag 'pcid' changes nothing: model Haswell-noTSX has it. Leave it out.")]
    [InlineData(Custom + "Nehalem,Haswell-noTSX | cpu_model_extra_flags = -hle", "CPU flag '-hle' changes nothing: every listed model goes without it. Leave it out.")]
    [InlineData(Trixie + "cpu_model_extra_flags = pcid,+pcid", "CPU flag '+pcid' changes nothing: the list already has it. Leave it out.")]
    [InlineData(
        Custom + "Skylake-Server-noTSX-IBRS | cpu_model_extra_flags = mpx",
        "libvirt 11.3 has taken feature 'mpx' out of CPU model Skylake-Server-noTSX-IBRS, because newer CPUs of the kind no longer have it; guests with the flag run only on hosts that still do. Leave the flag out, unless every host has the feature.")]
    [InlineData(
        Trixie + "cpu_model_extra_flags = -vmx",
        "'-vmx' takes the feature from every guest, but nova 31.0.0 (2025.1 Epoxy) still reports HW_CPU_X86_VMX and HW_CPU_X86_INTEL_VMX to placement; flavors that require the trait are scheduled here and run without the feature")]
    public void Messages_say_what_the_flag_does(string node, string message) => Assert.Equal(message, Judged.Single(node).Message);

    [Fact]
    public void What_is_too_much_can_be_removed()
    {
        foreach (var (node, item) in new[] { ("pcid,ssbd,-pcid", "-pcid"), ("pcid,ssbd,pcid", "pcid") })
        {
            var finding = Judged.Single(Trixie + "cpu_model_extra_flags = " + node);
            Assert.Equal("[libvirt] cpu_model_extra_flags/" + item, finding.At.Origin);
            Assert.Equal(FixKeys.RemoveItem, Assert.Single(finding.Properties).Key);
        }
    }

    [Fact]
    public void Forgetting_adds_no_mistake() => AddsNoMistake(
        new()
        {
            ["NOVA1001"] = ["NOVA1005"],
            ["NOVA1002"] = ["NOVA1005"],
            ["NOVA1003"] = ["NOVA1002", "NOVA1005"],
            ["NOVA1006"] = ["NOVA1007", "NOVA1008", "NOVA5002"],
            ["NOVA1007"] = ["NOVA1008"],
            ["NOVA1008"] = ["NOVA5001", "NOVA5002"],
            ["NOVA1011"] = ["NOVA1007", "NOVA1008", "NOVA5002"],
            ["NOVA1012"] = ["NOVA1006", "NOVA1007", "NOVA1008", "NOVA1011", "NOVA5002"],
            ["NOVA1013"] = ["NOVA1011"],
            ["NOVA1010"] = ["NOVA1002", "NOVA1005"],
            ["NOVA1015"] = ["NOVA1002"],
            ["NOVA1017"] = ["NOVA1002", "NOVA1008", "NOVA5002"],
            ["NOVA1026"] = ["NOVA1005", "NOVA1027"],
            ["NOVA1027"] = ["NOVA1005"],
            ["NOVA1018"] = ["NOVA1011"],
        },
        Setting("target", "debian-11", "debian-12", "debian-13", "debian-sid", "icehouse"),
        Setting("DEFAULT.compute_driver", "libvirt.LibvirtDriver", "libvirt.LibvirtDriver", "ironic.IronicDriver"),
        Setting("virt_type", "kvm", "kvm", "qemu", "lxc"),
        Setting("cpu_mode", "custom", "custom", "custom", "none", "host-model"),
        Setting("cpu_models", "Haswell-noTSX", "Nehalem,Haswell-noTSX", "Skylake-Server-IBRS", "Nehalem", ""),
        Setting("cpu_model_extra_flags", "pcid", "pcid,-pcid", "+pcid,PCID", "-hle,-rtm", "-avx512f", "mpx", "-mpx", "pcdi,pcdi", "mpx,-mpx", ""));
}
