namespace ConfigSdk.Rules.Tests;

public class CpuRulesTests
{
    private const string Zed = "nova = 26.0.0 | libvirt = 9.0.0 | architecture = x86_64 | ";
    private const string Victoria = "nova = 22.0.0 | libvirt = 7.0.0 | architecture = x86_64 | ";
    private const string Rocky = "nova = 18.0.0 | libvirt = 4.0.0 | architecture = x86_64 | ";
    private const string Queens = "nova = 17.0.0 | libvirt = 4.0.0 | architecture = x86_64 | ";

    [Theory]
    [InlineData("target = debian-13 | virt_type = qemu | cpu_mode = host-passthrough", "NOVA1033")]
    [InlineData("target = icehouse | virt_type = qemu | cpu_mode = host-passthrough", "NOVA1033")]
    [InlineData("target = debian-13 | virt_type = kvm | cpu_mode = host-passthrough", "")]
    [InlineData("target = debian-13 | cpu_mode = host-passthrough", "")]
    [InlineData("target = debian-13 | virt_type = qemu | cpu_mode = host-model", "")]
    [InlineData("target = debian-13 | virt_type = ? | cpu_mode = host-passthrough", "")]
    [InlineData("target = debian-13 | virt_type = qemu | cpu_mode = ?", "")]
    [InlineData("target = debian-13 | virt_type = qemu | cpu_mode = host-passthrough | DEFAULT.compute_driver = ironic.IronicDriver", "")]
    public void NOVA1033_passthrough_without_kvm(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | cpu_mode = custom", "NOVA1001")]
    [InlineData("target = debian-13 | cpu_mode = custom | cpu_models =", "NOVA1001")]
    [InlineData("nova = ? | cpu_mode = custom", "NOVA1001")]
    [InlineData("target = icehouse | cpu_mode = custom", "NOVA1001")]
    [InlineData("target = icehouse | cpu_mode = custom | cpu_models =", "")]
    [InlineData("target = debian-13 | cpu_mode = custom | cpu_models = ?", "")]
    [InlineData("target = debian-13 | cpu_mode = custom | cpu_models = ...", "")]
    [InlineData("target = debian-13 | cpu_mode = custom | extra = libvirt/cpu_model=Nehalem", "NOVA5003")]
    [InlineData("target = debian-13 | cpu_mode = ?", "")]
    [InlineData("target = debian-13 | DEFAULT.compute_driver = ironic.IronicDriver | cpu_mode = custom", "")]
    [InlineData("target = debian-13 | cpu_mode = custom | cpu_models = Nehalem", "")]
    public void NOVA1001_custom_without_models(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | cpu_models = Nehalem", "NOVA1002")]
    [InlineData("target = debian-13 | cpu_models = Nehalm", "NOVA1002")]
    [InlineData("target = debian-13 | cpu_mode = none | cpu_models = Nehalem", "NOVA1002")]
    [InlineData("target = debian-13 | cpu_mode = host-model | cpu_models = ?,...", "NOVA1002")]
    [InlineData("target = debian-13 | virt_type = lxc | cpu_models = Nehalem", "NOVA1002")]
    [InlineData("target = debian-13 | cpu_mode = host-model | cpu_models = ...", "")]
    [InlineData("target = debian-13 | cpu_mode = host-model | cpu_models = ", "")]
    [InlineData("target = debian-13 | cpu_mode = ? | cpu_models = Nehalem", "")]
    public void NOVA1002_models_without_custom(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | cpu_mode = custom | cpu_models = Nehalm", "NOVA1003")]
    [InlineData("target = debian-13 | cpu_mode = ? | cpu_models = Nehalm", "NOVA1003")]
    [InlineData("target = debian-13 | cpu_mode = custom | cpu_models = Nehalm,...", "NOVA1003")]
    [InlineData("target = debian-13 | cpu_mode = custom | cpu_models = nehalem", "NOVA1016")]
    [InlineData(Rocky + "cpu_mode = custom | cpu_models = nehalem", "NOVA1003")]
    [InlineData("nova = ? | libvirt = 11.3 | architecture = x86_64 | cpu_mode = custom | cpu_models = nehalem", "")]
    [InlineData("nova = 31.0.0 | libvirt = 11.3 | architecture = ? | cpu_mode = custom | cpu_models = Nehalm", "")]
    [InlineData("nova = 31.0.0 | libvirt = 11.3 | architecture = aarch64 | cpu_mode = custom | cpu_models = cortex-a57", "")]
    [InlineData("nova = 31.0.0 | libvirt = 9.5.0 | architecture = x86_64 | cpu_mode = custom | cpu_models = EPYC-Genoa", "NOVA5007")]
    [InlineData("nova = 31.0.0 | libvirt = 9.5.0 | architecture = x86_64 | cpu_mode = custom | cpu_models = Nehalm", "NOVA1003 NOVA5007")]
    [InlineData("nova = 31.0.0 | libvirt = 99.0 | architecture = x86_64 | cpu_mode = custom | cpu_models = FutureLake", "NOVA5007")]
    [InlineData("target = debian-13 | cpu_mode = custom | cpu_models = ?", "")]
    [InlineData("target = debian-13 | cpu_mode = custom | cpu_models = $my_ip", "")]
    public void NOVA1003_unknown_model(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | cpu_mode = custom | cpu_models = host-model", "NOVA1004")]
    [InlineData("target = debian-13 | cpu_mode = custom | cpu_models = Max", "NOVA1004")]
    [InlineData("nova = 31.0.0 | libvirt = 11.3 | architecture = aarch64 | cpu_mode = custom | cpu_models = max", "")]
    [InlineData("nova = 31.0.0 | libvirt = 11.3 | architecture = aarch64 | cpu_mode = custom | cpu_models = host-passthrough", "NOVA1004")]
    public void NOVA1004_mode_as_model(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | virt_type = lxc | cpu_mode = host-model", "NOVA1005")]
    [InlineData("target = debian-13 | virt_type = lxc | cpu_mode = custom", "NOVA1005")]
    [InlineData("target = debian-13 | virt_type = lxc | cpu_mode = host-model | cpu_models = Nehalem", "NOVA1005")]
    [InlineData("target = debian-13 | virt_type = lxc | cpu_mode = none", "")]
    [InlineData("target = debian-13 | virt_type = ? | cpu_mode = host-model", "")]
    [InlineData("target = debian-13 | virt_type = xen | cpu_mode = host-model", "NOVA5001")]
    [InlineData(Victoria + "virt_type = xen | cpu_mode = host-model", "NOVA1005")]
    public void NOVA1005_mode_on_another_virt_type(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | cpu_model_extra_flags = +pcdi", "NOVA1006")]
    [InlineData("target = debian-13 | cpu_model_extra_flags = -hel", "NOVA1006")]
    [InlineData("target = debian-13 | cpu_model_extra_flags = +sse4_1", "NOVA1006")]
    [InlineData("target = debian-13 | cpu_model_extra_flags = PCID,-hle", "")]
    [InlineData(Victoria + "cpu_model_extra_flags = +pcid", "")]
    [InlineData("nova = 31.0.0 | libvirt = 11.3 | architecture = aarch64 | cpu_model_extra_flags = sve", "")]
    [InlineData("target = debian-13 | cpu_model_extra_flags = ?", "")]
    public void NOVA1006_unknown_flag(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Victoria + "cpu_model_extra_flags = -hle", "NOVA1007")]
    [InlineData(Victoria + "cpu_model_extra_flags = -nosuch", "NOVA1007")]
    [InlineData("nova = ? | libvirt = 7.0.0 | architecture = x86_64 | cpu_model_extra_flags = -hle", "")]
    [InlineData(Zed + "cpu_model_extra_flags = -hle", "")]
    [InlineData(Queens + "cpu_mode = custom | cpu_models = Nehalem | cpu_model_extra_flags = avx", "NOVA1007")]
    [InlineData(Queens + "cpu_mode = custom | cpu_models = Nehalem | cpu_model_extra_flags = pcid", "")]
    public void NOVA1007_flag_that_the_release_cannot_read(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | cpu_mode = none | cpu_model_extra_flags = pcid", "NOVA1008")]
    [InlineData("target = debian-13 | cpu_mode = none | cpu_model_extra_flags = nosuch", "NOVA1008")]
    [InlineData("target = debian-13 | virt_type = lxc | cpu_model_extra_flags = pcid", "NOVA1008")]
    [InlineData(Queens + "cpu_mode = host-model | cpu_model_extra_flags = pcid", "NOVA1008")]
    [InlineData(Queens + "cpu_model_extra_flags = pcid", "NOVA1008")]
    [InlineData(Rocky + "cpu_mode = host-model | cpu_model_extra_flags = pcid", "")]
    [InlineData("target = icehouse | cpu_mode = none | cpu_model_extra_flags = pcid", "NOVA5002")]
    [InlineData("target = debian-13 | cpu_mode = ? | cpu_model_extra_flags = pcid", "")]
    public void NOVA1008_flags_that_are_ignored(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | cpu_mode = custom | cpu_models = Skylake-Server,EPYC", "NOVA1009")]
    [InlineData("target = debian-13 | cpu_mode = custom | cpu_models = Skylake-Server,EPYC,...", "NOVA1009")]
    [InlineData("target = debian-13 | cpu_mode = custom | cpu_models = Nehalem,EPYC", "")]
    [InlineData("target = debian-13 | cpu_mode = custom | cpu_models = qemu64,EPYC", "")]
    [InlineData("target = debian-13 | cpu_mode = custom | cpu_models = Dhyana,EPYC", "")]
    [InlineData("target = debian-13 | virt_type = qemu | cpu_mode = custom | cpu_models = Skylake-Server,EPYC", "")]
    [InlineData("nova = ? | libvirt = 11.3 | architecture = x86_64 | cpu_mode = custom | cpu_models = Skylake-Server,EPYC", "")]
    public void NOVA1009_mixed_vendors(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Rocky + "cpu_mode = custom | cpu_models = Nehalem,Westmere", "NOVA1010")]
    [InlineData(Rocky + "cpu_mode = custom | cpu_models = Nehalem,?", "NOVA1010")]
    [InlineData(Rocky + "cpu_mode = custom | cpu_models = Nehalem", "")]
    [InlineData(Rocky + "cpu_mode = custom | cpu_models = Nehalem,...", "")]
    [InlineData("nova = ? | cpu_mode = custom | cpu_models = Nehalem,Westmere", "")]
    public void NOVA1010_several_models(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(
        "target = debian-13 | cpu_mode = custom | cpu_models = Nehalm",
        "CPU model 'Nehalm' is not in libvirt 11.3's map for x86_64; nova-compute would refuse to start. Did you mean 'Nehalem'?")]
    [InlineData(
        Rocky + "cpu_mode = custom | cpu_models = nehalem",
        "CPU model 'nehalem' is not in libvirt 4.0's map for x86_64; every guest on the node would fail to start. Did you mean 'Nehalem'?")]
    [InlineData(
        Zed + "cpu_mode = custom | cpu_models = EPYC-Genoa",
        "CPU model 'EPYC-Genoa' is not in libvirt 9.0's map for x86_64; nova-compute would refuse to start. It is first in libvirt 9.8.")]
    [InlineData(
        Zed + "cpu_mode = custom",
        "[libvirt] cpu_mode is custom, but no CPU model is named; with nova 26.0.0 (Zed), nova-compute would refuse to start. Name models in Libvirt.CpuModels, or leave out Libvirt.CpuMode.")]
    [InlineData(
        "target = icehouse | cpu_mode = custom",
        "[libvirt] cpu_mode is custom, but no CPU model is named; with nova 2014.1 (Icehouse), every guest on the node would fail to start. Name models in Libvirt.CpuModels, or leave out Libvirt.CpuMode.")]
    [InlineData(
        "target = icehouse | cpu_mode = none | cpu_models = Nehalem",
        "CPU models are named, but [libvirt] cpu_mode is none; with nova 2014.1 (Icehouse), the models are silently ignored. Set Libvirt.CpuMode to CpuMode.Custom, or leave out Libvirt.CpuModels.")]
    [InlineData(
        "target = debian-13 | cpu_models = Nehalem",
        "CPU models are named, but [libvirt] cpu_mode is not set; with nova 31.0.0 (2025.1 Epoxy), nova-compute would refuse to start. Set Libvirt.CpuMode to CpuMode.Custom, or leave out Libvirt.CpuModels.")]
    [InlineData(
        "target = debian-13 | cpu_model_extra_flags = +sse4_1",
        "CPU feature 'sse4_1' is not in libvirt 11.3's map for x86_64; every guest on the node would fail to start. Did you mean 'sse4.1'?")]
    [InlineData(
        "target = debian-13 | virt_type = kvm | cpu_mode = custom | cpu_models = Nehalem | cpu_model_extra_flags = pcdi",
        "CPU feature 'pcdi' is not in libvirt 11.3's map for x86_64; nova-compute would refuse to start. Did you mean 'pcid'?")]
    [InlineData(
        Victoria + "cpu_model_extra_flags = -hle",
        "CPU flag '-hle' cannot be given to nova 22.0.0 (Victoria): features can be switched off from 23.0.0 (Wallaby) on, and before that the sign is part of the name; every guest on the node would fail to start")]
    public void Messages_say_what_the_target_would_do(string node, string message) => Assert.Equal(message, Judged.Single(node).Message);

    [Theory]
    [InlineData("target = debian-13 | cpu_mode = custom | cpu_models = Nehalm", "Nehalem")]
    [InlineData("target = debian-13 | cpu_model_extra_flags = -hel", "-hle")]
    [InlineData("target = debian-13 | cpu_model_extra_flags = +sse4_1", "+sse4.1")]
    public void The_replacement_keeps_the_sign(string node, string replacement) =>
        Assert.Equal(replacement, Judged.Single(node).Properties[Finding.Replacement]);

    [Fact]
    public void Custom_without_models_offers_the_hosts_own_model()
    {
        var finding = Judged.Single("target = debian-13 | vendor = Intel | model = Cascadelake-Server | cpu_mode = custom");
        Assert.Equal("CpuMode", finding.Properties[FixKeys.RemoveSetting]);
        Assert.Equal("CpuModels", finding.Properties[FixKeys.SetSetting]);
        Assert.Equal("[CpuModel.CascadelakeServer]", finding.Properties[FixKeys.SetValue]);
        Assert.False(Judged.Single("target = debian-13 | cpu_mode = custom").Properties.ContainsKey(FixKeys.SetSetting));
    }

    [Fact]
    public void Findings_stand_at_the_value_that_is_wrong()
    {
        Assert.Equal("[libvirt] cpu_models/Nehalm", Judged.Single("target = debian-13 | cpu_mode = custom | cpu_models = Nehalem,Nehalm").At.Origin);
        Assert.Equal("[libvirt] cpu_mode", Judged.Single("target = debian-13 | cpu_mode = custom").At.Origin);
        Assert.Equal("[libvirt] cpu_models", Judged.Single("target = debian-13 | cpu_models = Nehalem").At.Origin);
    }

    [Fact]
    public void A_profile_may_be_completed_by_its_heirs()
    {
        Assert.Empty(Judged.Of(Declared.Profile("target = debian-13 | cpu_mode = custom")));
        Assert.Empty(Judged.Of(Declared.Profile("target = debian-13 | cpu_models = Nehalem")));
        Assert.Single(Judged.Of(Declared.Profile("target = debian-13 | cpu_models = Nehalm")));
        var (values, node) = RuleCatalog.Judge(Declared.Node("target = debian-13 | DEFAULT.compute_driver = libvirt.LibvirtDriver | cpu_mode = custom"));
        Assert.Empty(values);
        Assert.Single(node);
    }
}
