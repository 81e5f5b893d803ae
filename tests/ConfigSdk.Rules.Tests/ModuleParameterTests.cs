namespace ConfigSdk.Rules.Tests;

public class ModuleParameterTests
{
    private const string Kvm = "target = debian-13 | virt_type = kvm | ";

    [Theory]
    [InlineData("target = debian-13 | modules = kvm_intel:nestd=1", "NOVA2007")]
    [InlineData("target = debian-13 | modules = kvm-intel:nested=1", "")]
    [InlineData("target = debian-13 | modules = kvm_intel:vmentry_l1d_flush=cond", "")]
    [InlineData("target = debian-13 | modules = nf_conntrack:hashsize=65536", "")]
    [InlineData("target = debian-13 | modules = kvm:halt-poll-ns=0", "")]
    [InlineData("target = debian-13 | modules = tun:max_queues=8", "NOVA2007")]
    [InlineData("target = debian-13 | modules = tun:dyndbg=+p", "")]
    [InlineData("target = debian-13 | modules = kvm_intel:?=1", "")]
    [InlineData("target = debian-13 | modules = kvm_intel:nested=1,...", "")]
    // Parameters come and go.
    [InlineData("target = debian-13 | modules = kvm_intel:.nested_early_check=1", "")]
    [InlineData("target = debian-sid | modules = kvm_intel:.nested_early_check=1", "NOVA2007")]
    [InlineData("target = debian-11 | modules = kvm_intel:.sgx=1", "NOVA2007")]
    [InlineData("target = debian-12 | modules = kvm_intel:.sgx=1", "")]
    // Where the kernel, or the module, is not known.
    [InlineData("nova = 25.0.0 | platform = ubuntu-22.04 | modules = kvm_intel:nestd=1", "")]
    [InlineData("nova = 31.0.0 | platform = ? | modules = kvm_intel:nestd=1", "")]
    [InlineData("target = debian-13 | modules = snd_hda_intel:nosuch=1", "")]
    [InlineData("target = debian-13 | modules = kvm_intl:nestd=1", "NOVA2004")]
    [InlineData("target = debian-13 | modules = kvm_intel:ne sted=1", "NOVA2005")]
    public void NOVA2007_unknown_parameter(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | modules = kvm_intel:nested=maybe", "NOVA2008")]
    [InlineData("target = debian-13 | modules = kvm_intel:nested=", "NOVA2008")]
    [InlineData("target = debian-13 | modules = kvm_intel:nested=2", "NOVA2008")]
    [InlineData("target = debian-13 | modules = kvm_intel:nested=o", "NOVA2008")]
    [InlineData("target = debian-13 | modules = kvm_intel:nested=Y", "")]
    [InlineData("target = debian-13 | modules = kvm_intel:nested=off", "")]
    [InlineData("target = debian-13 | modules = kvm_intel:nested=?", "")]
    // Words for switches came with later kernels; which one was the first to take them is not certain.
    [InlineData("target = debian-11 | modules = kvm_intel:nested=true", "NOVA2008")]
    [InlineData("target = debian-12 | modules = kvm_intel:nested=true", "")]
    [InlineData("target = debian-12 | modules = kvm_intel:nested=enabled", "NOVA2008")]
    [InlineData("target = debian-13 | modules = kvm_intel:nested=enabled", "")]
    // A number in one kernel is a switch in another.
    [InlineData("target = debian-11 | modules = kvm_amd:npt=2", "")]
    [InlineData("target = debian-12 | modules = kvm_amd:npt=2", "NOVA2008")]
    [InlineData("target = debian-11 | modules = kvm_amd:npt=on", "NOVA2008")]
    [InlineData("target = debian-12 | modules = kvm_amd:npt=on", "")]
    [InlineData("target = debian-13 | modules = nbd:nbds_max=0x10", "")]
    [InlineData("target = debian-13 | modules = nbd:nbds_max=-010", "")]
    [InlineData("target = debian-13 | modules = nbd:nbds_max=08", "NOVA2008")]
    [InlineData("target = debian-13 | modules = nbd:nbds_max=0x", "NOVA2008")]
    [InlineData("target = debian-13 | modules = nbd:nbds_max=16k", "NOVA2008")]
    [InlineData("target = debian-13 | modules = nbd:nbds_max=2147483647", "")]
    [InlineData("target = debian-13 | modules = nbd:.nbds_max=2147483648", "NOVA2008")]
    [InlineData("target = debian-13 | modules = kvm:halt_poll_ns=4294967295", "")]
    [InlineData("target = debian-13 | modules = kvm:.halt_poll_ns=-1", "NOVA2008")]
    [InlineData("target = debian-13 | modules = kvm:halt_poll_ns=-0", "NOVA2008")]
    [InlineData("target = debian-13 | modules = vxlan:.udp_port=65536", "NOVA2008")]
    [InlineData("target = debian-13 | modules = vxlan:.udp_port=4789", "")]
    // What the module's own code reads.
    [InlineData("target = debian-13 | modules = kvm:nx_huge_pages=auto", "")]
    [InlineData("target = debian-sid | modules = kvm_amd:avic=auto", "")]
    [InlineData("nova = 25.0.0 | platform = ubuntu-22.04 | modules = kvm_intel:nested=maybe", "")]
    [InlineData("target = debian-13 | modules = kvm_intel:nested=1 ept=0", "NOVA2005")]
    public void NOVA2008_value_that_the_kernel_refuses(string node, string ids) => Judged.Node(node, ids);

    [Fact]
    public void NOVA2008_a_text_has_an_end()
    {
        var ids = string.Concat(Enumerable.Repeat(@"10de:1eb8\x2c", 103));
        Judged.Node("target = debian-13 | modules = vfio_pci:ids=" + ids[..^13], "");
        Judged.Node("target = debian-13 | modules = vfio_pci:ids=" + ids, "NOVA2008");
        Judged.Node("target = debian-13 | modules = bonding:mode=" + new string('x', 1024), "");
        Judged.Node("target = debian-13 | modules = bonding:mode=" + new string('x', 1025), "NOVA2008");
    }

    [Theory]
    [InlineData("target = debian-13 | modules = vfio_pci:ids=10de:1eb8", "")]
    [InlineData("target = debian-13 | modules = vfio_pci:ids=0x10de:0x1eb8:10de:1eb9:30000:ffffff", "")]
    [InlineData("target = debian-13 | modules = vfio_pci:ids=10de", "NOVA2009")]
    [InlineData("target = debian-13 | modules = vfio_pci:ids=10de-1eb8", "NOVA2009")]
    [InlineData("target = debian-13 | modules = vfio_pci:ids=10de:1eb8\\x3b10de:1eb9", "NOVA2009")]
    [InlineData("target = debian-13 | modules = vfio-pci:ids=0000:0a:00.0", "NOVA2009")]
    [InlineData("target = debian-13 | modules = vfio_pci:ids=nvidia", "NOVA2009")]
    [InlineData("target = debian-13 | modules = vfio_pci:ids=?", "")]
    [InlineData("target = debian-13 | modules = vfio_pci:ids=", "")]
    public void NOVA2009_ids_of_vfio_pci(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | modules = kvm_intel:.nested=1&nested=0", "NOVA2010")]
    [InlineData("target = debian-13 | modules = kvm_intel:nested=1,kvm-intel:nested=0", "NOVA2010 NOVA2011")]
    [InlineData("target = debian-13 | modules = kvm_intel:.nested=1&nested=1", "")]
    [InlineData("target = debian-13 | modules = kvm_intel:.nested=1&nested=?", "")]
    [InlineData("target = debian-13 | modules = kvm_intel:.nested=1,kvm_amd:.nested=0", "")]
    public void NOVA2010_parameter_set_twice(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | modules = vhost_net,vhost-net", "NOVA2011")]
    [InlineData("target = debian-13 | modules = vhost_net,vhost_vsock", "")]
    [InlineData("target = debian-13 | modules = vhost_net,?", "")]
    public void NOVA2011_module_listed_twice(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | vendor = Intel | modules = kvm_intel,kvm_amd", "NOVA2012")]
    [InlineData("target = debian-13 | vendor = Hygon | modules = kvm-intel,kvm-amd", "NOVA2012")]
    [InlineData("target = debian-13 | modules = kvm_intel,kvm_amd", "")]
    [InlineData("target = debian-13 | vendor = ? | modules = kvm_intel,kvm_amd", "")]
    [InlineData("target = debian-13 | vendor = Intel | modules = kvm_amd,?", "")]
    public void NOVA2012_module_of_the_other_vendor_too(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Kvm + "modules = kvm_intel:.nested=0,vhost_net | cpu_mode = host-model | cpu_model_extra_flags = vmx", "NOVA2013")]
    [InlineData(Kvm + "modules = kvm_intel:nested=n,vhost_net | cpu_model_extra_flags = +VMX", "NOVA2013")]
    [InlineData(Kvm + "modules = kvm_intel:.nested=1,vhost_net | cpu_model_extra_flags = vmx", "")]
    [InlineData(Kvm + "modules = kvm_intel,vhost_net | cpu_model_extra_flags = vmx", "")]
    [InlineData(Kvm + "modules = kvm_intel:.nested=0,vhost_net | cpu_model_extra_flags = -vmx", "")]
    [InlineData(Kvm + "modules = kvm_intel:.nested=0,vhost_net | cpu_model_extra_flags = pcid", "")]
    [InlineData(Kvm + "modules = kvm_intel:.nested=0,vhost_net | cpu_mode = host-passthrough | cpu_model_extra_flags = vmx", "")]
    [InlineData(Kvm + "modules = kvm_intel:.nested=?,vhost_net | cpu_model_extra_flags = vmx", "")]
    [InlineData(Kvm + "modules = kvm_intel:.nested=0,vhost_net | cpu_mode = ? | cpu_model_extra_flags = vmx", "")]
    [InlineData(Kvm + "modules = kvm_intel:.nested=0,vhost_net", "")]
    // A model has svm of itself.
    [InlineData(Kvm + "modules = kvm_amd:.nested=0,vhost_net | cpu_mode = custom | cpu_models = EPYC", "NOVA2013")]
    [InlineData(Kvm + "modules = kvm_amd:.nested=1,vhost_net | cpu_mode = custom | cpu_models = EPYC", "")]
    [InlineData(Kvm + "modules = kvm_amd:.nested=0,vhost_net | cpu_mode = custom | cpu_models = EPYC | cpu_model_extra_flags = -svm", "")]
    [InlineData(Kvm + "modules = kvm_amd:.nested=0,vhost_net | cpu_mode = custom | cpu_models = EPYC | cpu_model_extra_flags = ?", "")]
    [InlineData(Kvm + "modules = kvm_intel:.nested=0,vhost_net | cpu_mode = custom | cpu_models = Nehalem", "")]
    [InlineData("target = debian-13 | virt_type = qemu | modules = kvm_amd:.nested=0 | cpu_mode = custom | cpu_models = EPYC", "")]
    public void NOVA2013_nested_virtualization_switched_off(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Kvm + "vendor = AMD | cpu_model_extra_flags = vmx", "NOVA2014")]
    [InlineData(Kvm + "vendor = Intel | cpu_mode = host-model | cpu_model_extra_flags = +svm", "NOVA2014")]
    [InlineData(Kvm + "vendor = Intel | cpu_mode = custom | cpu_models = Nehalem | cpu_model_extra_flags = svm", "NOVA2014")]
    [InlineData(Kvm + "modules = kvm,kvm_amd,vhost_net | cpu_model_extra_flags = vmx", "NOVA2014")]
    [InlineData(Kvm + "modules = kvm,kvm_amd,kvm_intel,vhost_net | cpu_model_extra_flags = vmx", "")]
    [InlineData(Kvm + "modules = kvm_amd,vhost_net,? | cpu_model_extra_flags = vmx", "")]
    [InlineData(Kvm + "vendor = AMD | cpu_model_extra_flags = svm", "")]
    [InlineData(Kvm + "vendor = AMD | cpu_model_extra_flags = -vmx", "")]
    [InlineData(Kvm + "vendor = AMD | cpu_mode = host-passthrough | cpu_model_extra_flags = vmx", "")]
    [InlineData(Kvm + "vendor = AMD | cpu_mode = ? | cpu_model_extra_flags = vmx", "")]
    [InlineData(Kvm + "vendor = ? | cpu_model_extra_flags = vmx", "")]
    [InlineData("target = debian-13 | virt_type = qemu | vendor = AMD | cpu_model_extra_flags = vmx", "")]
    public void NOVA2014_virtualization_of_another_vendor(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | modules = kvm_intel:.ept=0", "NOVA2015")]
    [InlineData("target = debian-13 | modules = kvm_amd:npt=off", "NOVA2015")]
    [InlineData("target = debian-11 | modules = kvm_amd:npt=0x0", "NOVA2015")]
    [InlineData("target = debian-11 | modules = kvm_amd:npt=1", "")]
    [InlineData("target = icehouse | modules = kvm_intel:ept=N", "NOVA2015")]
    [InlineData("target = debian-13 | modules = kvm_intel:.ept=1", "")]
    [InlineData("target = debian-13 | modules = kvm_intel:.ept=?", "")]
    public void NOVA2015_shadow_paging(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | vendor = Intel | num_memory_encrypted_guests = 15 | hw_machine_type = x86_64=q35", "NOVA2016")]
    [InlineData("target = debian-13 | vendor = AMD | num_memory_encrypted_guests = 15 | hw_machine_type = x86_64=q35", "")]
    [InlineData("target = debian-13 | vendor = ? | num_memory_encrypted_guests = 15 | hw_machine_type = x86_64=q35", "")]
    [InlineData("target = debian-13 | vendor = Intel | num_memory_encrypted_guests = 0", "")]
    [InlineData("target = debian-13 | modules = kvm_amd:.sev=0 | num_memory_encrypted_guests = 15 | hw_machine_type = x86_64=q35", "NOVA2016")]
    [InlineData("target = debian-13 | modules = kvm_amd | num_memory_encrypted_guests = 15 | hw_machine_type = x86_64=q35", "")]
    [InlineData("target = debian-11 | modules = kvm_amd | num_memory_encrypted_guests = 15 | hw_machine_type = x86_64=q35", "NOVA2016")]
    [InlineData("target = debian-11 | modules = kvm_amd:.sev=1 | num_memory_encrypted_guests = 15 | hw_machine_type = x86_64=q35", "")]
    [InlineData("target = debian-11 | modules = kvm_amd:.sev=? | num_memory_encrypted_guests = 15 | hw_machine_type = x86_64=q35", "")]
    [InlineData("target = debian-11 | modules = kvm_amd,? | num_memory_encrypted_guests = 15 | hw_machine_type = x86_64=q35", "")]
    [InlineData("target = debian-11 | num_memory_encrypted_guests = 15 | hw_machine_type = x86_64=q35", "")]
    [InlineData("nova = 33.0.0 | vendor = Intel | num_memory_encrypted_guests = 15 | hw_machine_type = x86_64=q35", "NOVA2016 NOVA5009")]
    [InlineData("nova = 34.0.0 | vendor = Intel | num_memory_encrypted_guests = 15 | hw_machine_type = x86_64=q35", "NOVA5002")]
    public void NOVA2016_encrypted_guests_without_SEV(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | modules = vfio_iommu_type1:.allow_unsafe_interrupts=1", "NOVA2017")]
    [InlineData("target = debian-13 | modules = vfio_iommu_type1:.allow_unsafe_interrupts=0", "")]
    [InlineData("target = debian-13 | modules = vfio_iommu_type1:.allow_unsafe_interrupts=?", "")]
    [InlineData("target = debian-13 | modules = vfio_pci:disable_denylist=Y", "NOVA2017")]
    [InlineData("target = debian-13 | modules = kvm:nx_huge_pages=never", "NOVA2017")]
    [InlineData("target = debian-13 | modules = kvm:nx_huge_pages=off", "NOVA2017")]
    [InlineData("target = debian-13 | modules = kvm:nx_huge_pages=auto", "")]
    [InlineData("target = debian-13 | modules = kvm_intel:vmentry_l1d_flush=never", "NOVA2017")]
    [InlineData("target = debian-13 | modules = kvm_intel:vmentry_l1d_flush=cond", "")]
    public void NOVA2017_protection_switched_off(string node, string ids) => Judged.Node(node, ids);

    [Fact]
    public void Messages_say_what_the_kernel_does()
    {
        Assert.Equal(
            "kvm_intel has no parameter 'nestd' in Debian 13 (trixie)'s kernel 6.12.117-1; the kernel would load the module without it, and only its log would say so. Did you mean 'nested'?",
            Judged.Single("target = debian-13 | modules = kvm_intel:nestd=1").Message);
        Assert.Equal(
            "kvm_amd has no parameter 'debug_swap' in Debian sid of November 2026's kernel 7.2.13-1; the kernel would load the module without it, and only its log would say so. Debian 13 (trixie) has it.",
            Judged.Single("target = debian-sid | modules = kvm_amd:.debug_swap=1").Message);
        Assert.Equal(
            "'-1' is no value of kvm's parameter halt_poll_ns, which takes a number from 0 to 4294967295; the kernel would refuse to load the module at all, and without it there is no /dev/kvm for guests",
            Judged.Single("target = debian-13 | modules = kvm:.halt_poll_ns=-1").Message);
        Assert.Equal(
            "kvm_intel nested=1 has no effect: the module's parameters say nested=0 after it, and the last one counts. Keep one of them.",
            Judged.Single("target = debian-13 | modules = kvm_intel:.nested=1&nested=0").Message);
        Assert.Equal(
            "vmx is Intel's virtualization, and the host's CPU is one of AMD's; every guest on the node would fail to start, as the host's CPU cannot give the feature. Use svm.",
            Judged.Single(Kvm + "vendor = AMD | cpu_model_extra_flags = vmx").Message);
    }

    [Fact]
    public void Fixes_fit_how_the_parameter_is_written()
    {
        Assert.Equal("nested", Judged.Single("target = debian-13 | modules = kvm_intel:nestd=1").Properties[Finding.Replacement]);
        Assert.Equal("Sgx", Judged.Single("target = debian-11 | modules = kvm_intel:.sgx=1").Properties[FixKeys.RemoveSetting]);
        Assert.Equal("1", Judged.Single("target = debian-11 | modules = kvm_intel:nested=True").Properties[Finding.Replacement]);
        Assert.Empty(Judged.Single("target = debian-13 | modules = kvm:.halt_poll_ns=-1").Properties);
        Assert.Equal("10de:1eb8,10de:1eb9", Judged.Single("target = debian-13 | modules = vfio_pci:ids=10de-1eb8\\x3b10de-1eb9").Properties[Finding.Replacement]);
        Assert.Empty(Judged.Single("target = debian-13 | modules = vfio_pci:ids=0000:0a:00.0").Properties);
        Assert.Contains(FixKeys.RemoveItem, Judged.Single("target = debian-13 | modules = vhost_net,vhost-net").Properties.Keys);
        Assert.Equal("+vmx", Judged.Single(Kvm + "vendor = Intel | cpu_model_extra_flags = +svm").Properties[Finding.Replacement]);
    }
}
