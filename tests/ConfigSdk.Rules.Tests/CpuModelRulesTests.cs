using static ConfigSdk.Rules.Tests.LessKnowledge;

namespace ConfigSdk.Rules.Tests;

/// <summary>What is wrong with models that libvirt knows, with modes that nova takes, and with what is said of the host's CPU.</summary>
public class CpuModelRulesTests
{
    private const string Trixie = "target = debian-13 | virt_type = kvm | ";
    private const string Custom = Trixie + "cpu_mode = custom | cpu_models = ";
    private const string Bookworm = "target = debian-12 | virt_type = kvm | cpu_mode = custom | cpu_models = ";

    [Theory]
    [InlineData(Custom + "Westmere,Nehalem", "NOVA1014")]
    [InlineData(Custom + "EPYC-Milan,EPYC-Rome,EPYC", "NOVA1014 NOVA1014")]
    [InlineData(Custom + "westmere,nehalem", "NOVA1014 NOVA1016 NOVA1016")]
    [InlineData(Custom + "Westmere,?,Nehalem,...", "NOVA1014")]
    [InlineData(Custom + "Westmere,Nehalem,Westmere", "NOVA1014 NOVA1014")]
    [InlineData(Custom + "EPYC,EPYC-v1", "NOVA1014")]
    // No trait stands for what the variant adds.
    [InlineData(Custom + "Nehalem,Nehalem-IBRS", "NOVA1014")]
    [InlineData(Custom + "Nehalem,Westmere,Haswell-noTSX,Skylake-Server-noTSX-IBRS", "")]
    [InlineData(Custom + "Cascadelake-Server-noTSX,Icelake-Server-noTSX", "")]
    [InlineData(Custom + "Westmere,?", "")]
    [InlineData(Trixie + "cpu_mode = ? | cpu_models = Westmere,Nehalem", "")]
    [InlineData("target = debian-13 | virt_type = qemu | cpu_mode = custom | cpu_models = Westmere,Nehalem", "NOVA1014")]
    [InlineData("nova = 20.0.0 | libvirt = 4.0.0 | architecture = x86_64 | cpu_mode = custom | cpu_models = Westmere,Nehalem", "NOVA1014")]
    [InlineData("nova = 19.0.0 | libvirt = 4.0.0 | architecture = x86_64 | cpu_mode = custom | cpu_models = Westmere,Nehalem", "NOVA1010")]
    [InlineData("nova = ? | libvirt = 11.3 | architecture = x86_64 | cpu_mode = custom | cpu_models = Westmere,Nehalem", "")]
    [InlineData("nova = 31.0.0 | libvirt = 99.0 | architecture = x86_64 | cpu_mode = custom | cpu_models = Westmere,Nehalem", "NOVA5007")]
    [InlineData("nova = 31.0.0 | libvirt = 11.3 | architecture = aarch64 | cpu_mode = custom | cpu_models = max,cortex-a57", "")]
    public void NOVA1014_model_that_is_never_chosen(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("Westmere,Nehalem", "1,0")]
    [InlineData("EPYC-Genoa,EPYC,Opteron_G1", "2,1,0")]
    [InlineData("Westmere,EPYC,Nehalem,Cascadelake-Server-noTSX,Penryn", "4,2,0,1,3")]
    public void The_order_puts_a_model_behind_those_that_it_covers(string models, string order)
    {
        var finding = Judged.All(Declared.Node("target = debian-13 | virt_type = qemu | cpu_mode = custom | cpu_models = " + models)).Single(f => f.Rule.Id == "NOVA1014");
        Assert.Equal("[libvirt] cpu_models", finding.At.Origin);
        Assert.Equal(order, finding.Properties[FixKeys.Order]);
        var names = models.Split(',');
        Judged.Node("target = debian-13 | virt_type = qemu | cpu_mode = custom | cpu_models = " + string.Join(",", order.Split(',').Select(i => names[int.Parse(i, null)])), "");
    }

    [Fact]
    public void A_model_that_is_there_twice_can_be_removed()
    {
        var finding = Judged.Single(Custom + "Nehalem,Westmere,Nehalem");
        Assert.Equal("[libvirt] cpu_models/Nehalem", finding.At.Origin);
        Assert.True(finding.Properties.ContainsKey(FixKeys.RemoveItem));
        Assert.False(Judged.Single(Custom + "Westmere,Nehalem,...").Properties.ContainsKey(FixKeys.Order));
    }

    [Theory]
    [InlineData(Custom + "Nehalem | model = Haswell-noTSX-IBRS", "NOVA1015")]
    [InlineData(Custom + "Haswell-noTSX | vendor = Intel | model = Cascadelake-Server-noTSX", "NOVA1015")]
    [InlineData(Custom + "EPYC,EPYC-Rome,? | model = EPYC-Rome", "NOVA1014 NOVA1015")]
    [InlineData(Custom + "EPYC | model = EPYC-Rome | cpu_model_extra_flags = IBPB", "")]
    [InlineData(Custom + "EPYC | model = EPYC-Rome | cpu_model_extra_flags = ssbd", "NOVA1015")]
    [InlineData(Custom + "EPYC | model = EPYC-Rome | cpu_model_extra_flags = ...", "")]
    [InlineData(Custom + "EPYC | model = EPYC", "")]
    [InlineData(Custom + "Nehalem | model = Haswell-noTSX", "")]
    [InlineData(Custom + "Nehalem-IBRS,Haswell-noTSX-IBRS | model = Skylake-Server-noTSX-IBRS", "")]
    [InlineData(Custom + "EPYC-Rome | model = EPYC-Milan", "")]
    [InlineData(Custom + "Nehalem | model = ?", "")]
    [InlineData(Custom + "Nehalem", "")]
    [InlineData("target = debian-13 | virt_type = qemu | cpu_mode = custom | cpu_models = Nehalem | model = Haswell-noTSX-IBRS", "")]
    [InlineData(Trixie + "cpu_mode = ? | cpu_models = Nehalem | model = Haswell-noTSX-IBRS", "")]
    public void NOVA1015_model_without_the_hosts_mitigations(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("Nehalem | model = Haswell-noTSX-IBRS", "Nehalem-IBRS")]
    [InlineData("Broadwell | model = Broadwell-IBRS", "Broadwell-IBRS")]
    [InlineData("Haswell-noTSX | model = Broadwell-noTSX-IBRS", "Haswell-noTSX-IBRS")]
    [InlineData("EPYC | model = EPYC-Milan", "EPYC-IBPB")]
    public void The_variant_that_the_host_can_run_is_offered(string models, string variant) => Assert.Equal(variant, Judged.Single(Custom + models).Properties[Finding.Replacement]);

    [Theory]
    [InlineData(Custom + "nehalem-ibrs", "NOVA1016")]
    [InlineData(Custom + "Epyc-Milan,epyc-genoa,?", "NOVA1016 NOVA1016")]
    [InlineData(Trixie + "cpu_mode = ? | cpu_models = epyc", "NOVA1016")]
    [InlineData(Trixie + "cpu_mode = host-model | cpu_models = epyc", "NOVA1002")]
    [InlineData("nova = 20.0.0 | libvirt = 7.0.0 | architecture = x86_64 | cpu_mode = custom | cpu_models = epyc-ibpb", "NOVA1016")]
    [InlineData("nova = 19.0.0 | libvirt = 7.0.0 | architecture = x86_64 | cpu_mode = custom | cpu_models = epyc-ibpb", "NOVA1003")]
    [InlineData("nova = ? | libvirt = 7.0.0 | architecture = x86_64 | cpu_mode = custom | cpu_models = epyc-ibpb", "")]
    [InlineData("nova = 31.0.0 | libvirt = 11.3 | architecture = ppc64le | cpu_mode = custom | cpu_models = power9", "NOVA1016")]
    [InlineData(Custom + "EPYC-Milan", "")]
    public void NOVA1016_model_in_another_case(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Trixie + "cpu_mode = none", "NOVA1017")]
    [InlineData("target = debian-13 | virt_type = qemu | cpu_mode = none", "NOVA1017")]
    [InlineData("target = icehouse | cpu_mode = none", "NOVA1017")]
    [InlineData("target = debian-13 | cpu_mode = none", "NOVA1017")]
    [InlineData("target = debian-13 | virt_type = lxc | cpu_mode = none", "")]
    [InlineData("target = debian-13 | virt_type = ? | cpu_mode = none", "")]
    [InlineData(Trixie + "cpu_mode = none | cpu_model_extra_flags = pcid", "NOVA1008")]
    [InlineData(Trixie + "cpu_mode = none | cpu_models = Nehalem", "NOVA1002")]
    [InlineData(Trixie + "cpu_mode = ?", "")]
    [InlineData(Trixie + "cpu_mode = host-model", "")]
    public void NOVA1017_no_model_at_all(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Custom + "Nehalem-IBRS | workarounds.skip_cpu_compare_at_startup = true", "NOVA1019")]
    [InlineData(Custom + "Nehalem-IBRS | workarounds.skip_cpu_compare_at_startup = false", "")]
    [InlineData(Custom + "Nehalem-IBRS | workarounds.skip_cpu_compare_at_startup = ?", "")]
    [InlineData(Trixie + "workarounds.skip_cpu_compare_at_startup = true", "")]
    [InlineData(Trixie + "workarounds.skip_cpu_compare_on_dest = true", "NOVA1019")]
    [InlineData(Bookworm + "Nehalem-IBRS | workarounds.skip_cpu_compare_on_dest = true", "NOVA1019")]
    [InlineData("target = debian-13 | virt_type = qemu | workarounds.skip_cpu_compare_on_dest = true", "")]
    [InlineData("target = debian-11 | virt_type = kvm | workarounds.skip_cpu_compare_on_dest = true", "NOVA5002")]
    [InlineData("nova = ? | virt_type = kvm | workarounds.skip_cpu_compare_on_dest = true", "")]
    public void NOVA1019_comparison_that_is_left_out(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Custom + "Skylake-Server-IBRS | vendor = Intel | model = Broadwell-IBRS", "NOVA1020")]
    [InlineData(Custom + "Haswell-IBRS | vendor = Intel | model = Haswell-noTSX-IBRS", "NOVA1020")]
    [InlineData(Custom + "EPYC-Rome,EPYC-Genoa | vendor = AMD | model = EPYC-Milan", "NOVA1020")]
    [InlineData(Custom + "EPYC-Genoa,... | model = EPYC-Milan", "NOVA1020")]
    [InlineData("nova = 19.0.0 | libvirt = 4.0.0 | architecture = x86_64 | virt_type = kvm | cpu_mode = custom | cpu_models = Skylake-Server-IBRS | model = Broadwell-IBRS", "NOVA1020")]
    // The host has switched TSX off and the model with it; the flags take what it lacks.
    [InlineData(Custom + "Haswell-IBRS | model = Haswell-noTSX-IBRS | cpu_model_extra_flags = -hle,-rtm", "")]
    [InlineData("nova = 25.0.0 | libvirt = 8.1.0 | architecture = x86_64 | virt_type = kvm | cpu_mode = custom | cpu_models = Haswell-IBRS | model = Haswell-noTSX-IBRS | cpu_model_extra_flags = -hle,-rtm", "NOVA1020")]
    [InlineData(Custom + "Haswell-IBRS | model = Haswell-noTSX-IBRS | cpu_model_extra_flags = ?", "")]
    // What microcode brings, and what libvirt leaves out when it names a host, tells nothing.
    [InlineData(Custom + "Nehalem-IBRS | vendor = Intel | model = Nehalem", "")]
    [InlineData(Custom + "IvyBridge-IBRS | vendor = Intel | model = Haswell-noTSX", "")]
    [InlineData(Custom + "Broadwell-IBRS | vendor = Intel | model = Skylake-Server-IBRS", "")]
    [InlineData(Custom + "Skylake-Server-IBRS | vendor = Intel", "")]
    [InlineData(Custom + "? | vendor = Intel | model = Broadwell-IBRS", "")]
    [InlineData(Custom + "Skylake-Server-IBRS | vendor = Intel | model = ?", "")]
    [InlineData("target = debian-13 | virt_type = qemu | cpu_mode = custom | cpu_models = Skylake-Server-IBRS | model = Broadwell-IBRS", "")]
    [InlineData("target = debian-13 | virt_type = ? | cpu_mode = custom | cpu_models = Skylake-Server-IBRS | model = Broadwell-IBRS", "")]
    [InlineData(Custom + "Skylake-Server-IBRS | model = Broadwell-IBRS | workarounds.skip_cpu_compare_at_startup = true", "NOVA1019")]
    [InlineData(Custom + "Skylake-Server-IBRS | model = Broadwell-IBRS | workarounds.skip_cpu_compare_at_startup = ?", "")]
    public void NOVA1020_model_that_the_host_cannot_run(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Custom + "EPYC-Rome | vendor = Intel", "NOVA1021")]
    [InlineData(Custom + "EPYC-Rome,EPYC-Genoa | vendor = Intel", "NOVA1021 NOVA1021")]
    [InlineData(Custom + "Skylake-Server-IBRS | vendor = Hygon", "NOVA1021")]
    [InlineData(Custom + "Skylake-Server-IBRS | vendor = AMD | model = EPYC-Genoa", "NOVA1021")]
    [InlineData(Custom + "EPYC-IBPB | vendor = Hygon", "")]
    [InlineData(Custom + "Nehalem | vendor = AMD", "")]
    [InlineData(Custom + "Skylake-Server-IBRS,EPYC-Milan | vendor = AMD", "NOVA1009")]
    [InlineData(Custom + "Skylake-Server-IBRS | vendor = ?", "")]
    [InlineData("target = debian-13 | virt_type = qemu | cpu_mode = custom | cpu_models = Skylake-Server-IBRS | vendor = AMD", "")]
    [InlineData("target = icehouse | virt_type = kvm | cpu_mode = custom | cpu_models = SandyBridge | vendor = AMD", "NOVA1021")]
    public void NOVA1021_model_of_another_vendor(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | vendor = Intel | model = Cascadelak-Server", "NOVA1022")]
    [InlineData("target = debian-13 | vendor = Intel | model = skylake-server-ibrs", "NOVA1022")]
    [InlineData("target = debian-12 | vendor = AMD | model = EPYC-Rome-v4", "NOVA1022")]
    [InlineData("target = debian-13 | vendor = AMD | model = EPYC-Rome-v4", "")]
    [InlineData("target = debian-13 | vendor = AMD | model = ?", "")]
    [InlineData("nova = 31.0.0 | libvirt = 99.0 | architecture = x86_64 | model = FutureLake", "NOVA5007")]
    [InlineData("nova = 31.0.0 | libvirt = 11.3 | architecture = aarch64 | model = whatever", "")]
    public void NOVA1022_unknown_host_model(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Bookworm + "Skylake-Server-IBRS", "NOVA1032")]
    [InlineData(Bookworm + "Nehalem,Cascadelake-Server-noTSX", "NOVA1032")]
    [InlineData(Bookworm + "Skylake-Server-IBRS | cpu_model_extra_flags = -MPX", "")]
    [InlineData(Bookworm + "Skylake-Server-IBRS | cpu_model_extra_flags = mpx", "")]
    [InlineData(Bookworm + "Skylake-Server-IBRS | cpu_model_extra_flags = ?", "")]
    [InlineData(Bookworm + "Skylake-Server-IBRS | cpu_model_extra_flags = pcid-x", "NOVA1006 NOVA1032")]
    [InlineData(Bookworm + "Nehalem", "")]
    [InlineData(Custom + "Skylake-Server-IBRS", "")]
    [InlineData("nova = 23.0.0 | libvirt = 9.0.0 | architecture = x86_64 | virt_type = kvm | cpu_mode = custom | cpu_models = Skylake-Server-IBRS", "NOVA1032")]
    [InlineData("nova = 22.0.0 | libvirt = 9.0.0 | architecture = x86_64 | virt_type = kvm | cpu_mode = custom | cpu_models = Skylake-Server-IBRS", "")]
    [InlineData("target = debian-12 | virt_type = qemu | cpu_mode = custom | cpu_models = Skylake-Server-IBRS", "")]
    public void NOVA1032_feature_that_vendors_have_withdrawn(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Custom + "Westmere,Nehalem", "CPU model 'Nehalem' is never chosen: 'Westmere' stands before it and has every feature that a flavor could require of it; list models from the oldest to the newest")]
    [InlineData(Custom + "EPYC,EPYC-v1", "CPU model 'EPYC-v1' is never chosen: 'EPYC' stands before it and has every feature that a flavor could require of it; no CPU trait tells the two apart, so leave one of them out")]
    [InlineData(
        Custom + "Nehalem | model = Haswell-noTSX-IBRS",
        "CPU model 'Nehalem' leaves guests without spec-ctrl, which the host's CPU has, so they cannot protect themselves against Spectre as the host does; name the variant 'Nehalem-IBRS'")]
    [InlineData(Custom + "epyc", "libvirt's name of CPU model 'epyc' is 'EPYC'; nova 31.0.0 (2025.1 Epoxy) takes either, other programs and nova before 20.0.0 do not")]
    [InlineData(
        Trixie + "cpu_mode = none",
        "[libvirt] cpu_mode is none, so guests get QEMU's own default CPU (on x86 qemu64, without AES, AVX or the fixes for Spectre). Leave out Libvirt.CpuMode for the host's CPU, or name a model.")]
    [InlineData(
        Custom + "Skylake-Server-IBRS | model = Broadwell-noTSX-IBRS",
        "CPU model 'Skylake-Server-IBRS' needs abm, avx512bw, avx512cd, avx512dq, avx512f, avx512vl, hle and rtm, which a host CPU of model Broadwell-noTSX-IBRS does not have; nova-compute of nova 31.0.0 (2025.1 Epoxy) starts under KVM only if the host can run every listed model. Name models up to the host's own, or correct Host.Cpu.")]
    [InlineData(
        Custom + "EPYC-Rome | vendor = Intel",
        "CPU model 'EPYC-Rome' is AMD's, and the host's CPU is Intel's, which lacks features of it; under KVM neither such a guest nor, from 20.0.0 on, nova-compute starts. Name models of Intel's.")]
    [InlineData(
        "target = debian-13 | model = Cascadelak-Server",
        "The host's CPU model 'Cascadelak-Server' is not in libvirt 11.3's map for x86_64; what guests can have on it is not checked. Did you mean 'Cascadelake-Server'?")]
    [InlineData(
        Bookworm + "Skylake-Server-IBRS",
        "CPU model 'Skylake-Server-IBRS' of libvirt 9.0 needs mpx, which newer CPUs do not have and later versions of libvirt have taken out of the model; where the host lacks it, nova-compute does not start under KVM. Add CpuFlag.Disable(CpuFlag.Mpx) to Libvirt.CpuModelExtraFlags.")]
    public void Messages_say_what_becomes_of_the_model(string node, string message) => Assert.Equal(message, Judged.Single(node).Message);

    [Fact]
    public void A_withdrawn_feature_can_be_switched_off()
    {
        var finding = Judged.Single(Bookworm + "Skylake-Server-IBRS");
        Assert.Equal("CpuModelExtraFlags", finding.Properties[FixKeys.SetSetting]);
        Assert.Equal("[CpuFlag.Disable(CpuFlag.Mpx)]", finding.Properties[FixKeys.SetValue]);
        Assert.Empty(Judged.Single(Bookworm + "Skylake-Server-IBRS | cpu_model_extra_flags = ssbd").Properties);
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
            ["NOVA1009"] = ["NOVA1002", "NOVA1005"],
            ["NOVA1010"] = ["NOVA1002", "NOVA1005"],
            ["NOVA1015"] = ["NOVA1002"],
            ["NOVA1016"] = ["NOVA1002", "NOVA1005"],
            ["NOVA1017"] = ["NOVA1002", "NOVA1008", "NOVA5002"],
            ["NOVA1026"] = ["NOVA1005", "NOVA1027"],
            ["NOVA1027"] = ["NOVA1005"],
            ["NOVA1021"] = ["NOVA1009"],
        },
        Setting("target", "debian-11", "debian-12", "debian-13", "icehouse"),
        Setting("DEFAULT.compute_driver", "libvirt.LibvirtDriver", "libvirt.LibvirtDriver", "ironic.IronicDriver"),
        Setting("virt_type", "kvm", "kvm", "qemu", "lxc"),
        Setting("cpu_mode", "custom", "custom", "custom", "none", "host-model"),
        Setting("cpu_models", "Westmere,Nehalem", "EPYC,Westmere,epyc", "Skylake-Server,EPYC", "Skylake-Server-IBRS", "EPYC-Milan,EPYC-Rome,EPYC", "nehalem", ""),
        Setting("cpu_model_extra_flags", "pcid", "-mpx", "-hle,-rtm", ""),
        Setting("vendor", "Intel", "AMD"),
        Setting("model", "Broadwell-noTSX-IBRS", "EPYC", "Nehalm"),
        Setting("workarounds.skip_cpu_compare_at_startup", "true", "false"),
        Setting("workarounds.skip_cpu_compare_on_dest", "true", "false"));
}
