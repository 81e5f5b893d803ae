using CsCheck;
using static ConfigSdk.Rules.Tests.LessKnowledge;

namespace ConfigSdk.Rules.Tests;

/// <summary>Rules over what images ask of the nodes.</summary>
public class ImageGuestRulesTests
{
    private const string Epoxy = "target = debian-13 | virt_type = kvm";
    private const string Zed = "target = debian-12 | virt_type = kvm";
    private const string Sid = "target = debian-sid | virt_type = kvm";
    private const string Q35 = " | hw_machine_type = x86_64=q35";
    private const string Arm = "nova = 31.0.0 | libvirt = 11.3.0 | qemu = 10.0 | architecture = aarch64 | virt_type = kvm";

    [Theory]
    [InlineData(Epoxy, "hw_cpu_sockets=4 hw_cpu_max_sockets=2", "NOVA3014")]
    [InlineData(Epoxy, "hw_cpu_sockets=2 hw_cpu_max_sockets=2", "")]
    [InlineData(Epoxy, "hw_cpu_sockets=4 hw_cpu_max_sockets=0", "")]
    [InlineData(Epoxy, "hw_cpu_sockets=4 hw_cpu_max_sockets=?", "")]
    [InlineData(Epoxy, "hw_cpu_threads=2 hw_cpu_max_threads=1", "NOVA3014")]
    [InlineData(Epoxy + "; ?", "hw_cpu_threads=2 hw_cpu_max_threads=1", "")]
    [InlineData("target = icehouse", "hw_cpu_threads=2 hw_cpu_max_threads=1", "")]
    [InlineData("nova = 12.0.0", "hw_cpu_threads=2 hw_cpu_max_threads=1", "NOVA3014")]
    public void NOVA3014_topologies_above_their_limit(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy, "hw_numa_nodes=2 +hw_numa_cpus.0=0-1 +hw_numa_cpus.1=2-3", "")]
    [InlineData(Epoxy, "hw_numa_nodes=2 +hw_numa_cpus.0=0-1", "NOVA3015")]
    [InlineData(Epoxy, "hw_numa_nodes=2 +hw_numa_cpus.0=0-1 +hw_numa_cpus.2=2-3", "NOVA3015")]
    [InlineData(Epoxy, "hw_numa_nodes=2 +hw_numa_cpus.0=0-1 +?=2-3", "")]
    [InlineData(Epoxy, "hw_numa_nodes=1 +hw_numa_mem.0=512 +hw_numa_mem.1=512", "NOVA3015")]
    [InlineData(Epoxy, "hw_numa_nodes=2 +hw_numa_cpus.0=0-2 +hw_numa_cpus.1=2-3", "NOVA3015")]
    [InlineData(Epoxy, "hw_numa_nodes=2 +hw_numa_cpus.0=0-2 +hw_numa_cpus.1=?", "")]
    [InlineData(Epoxy, "hw_numa_nodes=? +hw_numa_cpus.0=0-1", "")]
    [InlineData("?", "hw_numa_nodes=2 +hw_numa_cpus.0=0-1", "")]
    [InlineData(Epoxy, "hw_numa_nodes=2", "")]
    public void NOVA3015_numa_nodes_that_do_not_fit(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData("+hw_numa_cpus.1=0-1", "NOVA3016")]
    [InlineData("+hw_numa_cpus.0=0-1 +hw_numa_cpus.2=2-3", "NOVA3016")]
    [InlineData("hw_numa_nodes=1 +hw_numa_cpus.0=0-1 +hw_numa_cpus.2=2-3", "NOVA3016")]
    [InlineData("+hw_numa_cpus.0=0-1 +hw_numa_cpus.1=2-3", "")]
    [InlineData("+?=0-1 +hw_numa_cpus.1=2-3", "")]
    public void NOVA3016_numbers_behind_a_gap(string properties, string ids) => Judge("?", properties, ids);

    [Theory]
    [InlineData(Epoxy, "hw_mem_page_size=any", "NOVA3017")]
    [InlineData("target = icehouse", "hw_mem_page_size=any", "")]
    [InlineData("?", "hw_mem_page_size=any", "")]
    [InlineData(Epoxy, "hw_video_ram=64", "NOVA3017")]
    [InlineData(Epoxy, "hw_video_ram=0", "")]
    [InlineData(Epoxy + " | vnc.enabled = false", "hw_video_ram=64", "")]
    [InlineData(Epoxy + " | vnc.enabled = ?", "hw_video_ram=64", "")]
    [InlineData(Epoxy, "hw_locked_memory=true", "NOVA3017")]
    [InlineData(Epoxy, "hw_locked_memory=false", "")]
    [InlineData("nova = 25.0.0", "hw_locked_memory=true", "NOVA3006")]
    [InlineData(Epoxy, "hw_locked_memory=true hw_mem_page_size=large", "NOVA3017")]
    [InlineData(Epoxy, "hw_cpu_thread_policy=require", "NOVA3017")]
    [InlineData(Epoxy, "hw_cpu_thread_policy=require hw_cpu_policy=dedicated", "")]
    [InlineData(Epoxy, "hw_cpu_thread_policy=require hw_cpu_policy=?", "")]
    [InlineData(Epoxy, "hw_cpu_policy=mixed", "NOVA3017")]
    [InlineData(Epoxy, "hw_tpm_model=tpm-crb", "NOVA3017")]
    [InlineData(Epoxy + " | swtpm_enabled = true", "hw_tpm_model=tpm-crb hw_tpm_version=2.0", "")]
    [InlineData(Sid, "hw_mem_encryption_model=amd-sev-es", "NOVA3017")]
    [InlineData(Epoxy, "hw_maxphysaddr_bits=42", "NOVA3017")]
    [InlineData(Epoxy, "hw_maxphysaddr_bits=42 hw_maxphysaddr_mode=emulate", "")]
    public void NOVA3017_properties_that_need_the_flavor(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy, "hw_cpu_policy=dedicated hw_cpu_thread_policy=require +trait:HW_CPU_HYPERTHREADING=required", "NOVA3018")]
    [InlineData(Epoxy, "hw_cpu_policy=dedicated hw_cpu_thread_policy=require +trait:HW_CPU_HYPERTHREADING=?", "")]
    [InlineData(Epoxy, "hw_cpu_policy=dedicated +trait:HW_CPU_HYPERTHREADING=required", "")]
    [InlineData("nova = 19.0.0", "hw_cpu_policy=dedicated hw_cpu_thread_policy=require +trait:HW_CPU_HYPERTHREADING=required", "")]
    [InlineData("nova = 20.0.0", "hw_cpu_policy=dedicated hw_cpu_thread_policy=require +trait:HW_CPU_HYPERTHREADING=required", "NOVA3018")]
    [InlineData("?", "hw_cpu_policy=dedicated hw_cpu_thread_policy=require +trait:HW_CPU_HYPERTHREADING=required", "")]
    public void NOVA3018_two_words_about_hyperthreads(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy, "hw_disk_bus=virtio", "")]
    [InlineData(Epoxy, "hw_disk_bus=xen", "NOVA3019")]
    [InlineData(Epoxy, "hw_disk_bus=lxc", "NOVA3019")]
    [InlineData("target = debian-13 | virt_type = lxc", "hw_disk_bus=lxc", "")]
    [InlineData("target = debian-13 | virt_type = lxc", "hw_disk_bus=virtio", "NOVA3019")]
    [InlineData(Epoxy + "; name = b | target = debian-13 | virt_type = lxc", "hw_disk_bus=lxc", "")]
    [InlineData(Epoxy + "; name = b | target = debian-13 | virt_type = ?", "hw_disk_bus=xen", "")]
    [InlineData(Epoxy, "hw_disk_bus=?", "")]
    [InlineData("nova = 17.0.0", "hw_disk_bus=sata", "")]
    [InlineData("nova = 16.0.0", "hw_disk_bus=sata", "NOVA3019")]
    [InlineData("nova = 14.0.0 | virt_type = parallels", "hw_disk_bus=sata", "")]
    [InlineData("nova = 15.0.0 | virt_type = parallels", "hw_disk_bus=sata", "NOVA3019")]
    [InlineData(Epoxy, "hw_disk_bus=fdc", "NOVA3019")]
    [InlineData(Epoxy + Q35, "+vmware_adaptertype=ide", "NOVA3019")]
    [InlineData(Epoxy + Q35, "+vmware_adaptertype=?", "")]
    [InlineData(Epoxy, "+vmware_adaptertype=ide", "")]
    [InlineData("target = debian-13 | virt_type = lxc", "+vmware_adaptertype=ide", "NOVA3019")]
    [InlineData(Epoxy, "hw_cdrom_bus=virtio", "NOVA3019")]
    [InlineData(Epoxy, "hw_cdrom_bus=scsi", "")]
    [InlineData(Epoxy, "hw_floppy_bus=usb", "NOVA3019")]
    [InlineData(Epoxy, "hw_floppy_bus=fdc", "")]
    [InlineData(Epoxy, "hw_rescue_bus=xen", "NOVA3019")]
    [InlineData("nova = 20.0.0", "hw_rescue_bus=xen", "")]
    [InlineData(Epoxy, "hw_rescue_bus=virtio hw_rescue_device=cdrom", "NOVA3019")]
    [InlineData(Epoxy, "hw_rescue_bus=virtio hw_rescue_device=?", "")]
    [InlineData(Epoxy, "hw_rescue_bus=virtio", "")]
    [InlineData(Epoxy, "hw_disk_bus=ide", "")]
    [InlineData(Epoxy, "hw_disk_bus=ide hw_machine_type=q35", "NOVA3019")]
    [InlineData(Epoxy, "hw_disk_bus=ide hw_machine_type=?", "")]
    [InlineData(Epoxy + Q35, "hw_disk_bus=ide", "NOVA3019")]
    [InlineData(Epoxy + Q35, "hw_disk_bus=ide hw_machine_type=pc", "")]
    [InlineData(Epoxy + Q35 + "; name = b | " + Epoxy, "hw_disk_bus=ide", "")]
    [InlineData(Epoxy + " | hw_machine_type = ?", "hw_cdrom_bus=ide", "")]
    [InlineData(Arm, "hw_cdrom_bus=ide", "NOVA3019")]
    public void NOVA3019_buses_that_no_node_has(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy, "hw_vif_model=e1000", "")]
    [InlineData(Epoxy, "hw_vif_model=netfront", "NOVA3020")]
    [InlineData(Epoxy, "+hw_vif_model=VirtualVmxnet", "NOVA3008 NOVA3020")]
    [InlineData(Epoxy, "hw_vif_model=?", "")]
    [InlineData(Epoxy, "hw_vif_model=lan9118", "NOVA3020")]
    [InlineData("target = debian-13 | virt_type = qemu", "hw_vif_model=lan9118", "")]
    [InlineData("target = debian-13 | virt_type = ?", "hw_vif_model=lan9118", "")]
    [InlineData("nova = 21.0.0", "hw_vif_model=e1000e", "NOVA3020")]
    [InlineData("nova = 22.0.0", "hw_vif_model=e1000e", "")]
    [InlineData("nova = 30.0.0", "hw_vif_model=igb", "NOVA3003")]
    [InlineData("nova = 31.0.0 | virt_type = lxc", "hw_vif_model=virtio", "NOVA3020")]
    [InlineData("nova = 31.0.0 | virt_type = parallels", "hw_vif_model=rtl8139", "")]
    [InlineData("nova = 31.0.0 | virt_type = parallels", "hw_vif_model=igb", "NOVA3020")]
    public void NOVA3020_nic_models_that_no_node_has(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy, "hw_video_model=xen", "NOVA3021")]
    [InlineData(Epoxy, "hw_video_model=gop", "NOVA3021")]
    [InlineData(Epoxy, "hw_video_model=virtio", "")]
    [InlineData(Epoxy, "hw_video_model=?", "")]
    [InlineData(Epoxy + " | vnc.enabled = false", "hw_video_model=gop", "")]
    [InlineData(Epoxy + " | vnc.enabled = false | spice.enabled = true", "hw_video_model=gop", "NOVA3021")]
    [InlineData(Epoxy + " | vnc.enabled = ?", "hw_video_model=gop", "")]
    [InlineData("nova = 19.0.0", "hw_video_model=gop", "NOVA3003")]
    public void NOVA3021_video_models_of_others(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy, "hw_scsi_model=virtio-scsi", "NOVA3022")]
    [InlineData(Epoxy, "hw_scsi_model=virtio-scsi hw_disk_bus=scsi", "")]
    [InlineData(Epoxy, "hw_scsi_model=virtio-scsi hw_disk_bus=sata", "NOVA3022")]
    [InlineData(Epoxy, "hw_scsi_model=virtio-scsi hw_disk_bus=?", "")]
    [InlineData(Epoxy, "hw_scsi_model=virtio-scsi hw_cdrom_bus=scsi", "")]
    [InlineData(Epoxy, "hw_scsi_model=virtio-scsi os_distro=debian13", "")]
    [InlineData(Epoxy, "hw_scsi_model=virtio-scsi ...", "")]
    [InlineData("?", "hw_scsi_model=virtio-scsi", "")]
    [InlineData(Epoxy, "hw_scsi_model=buslogic hw_disk_bus=scsi", "NOVA3023")]
    [InlineData(Epoxy, "hw_scsi_model=lsilogic hw_disk_bus=scsi", "")]
    [InlineData("nova = 31.0.0 | virt_type = ?", "hw_scsi_model=buslogic hw_disk_bus=scsi", "")]
    [InlineData(Epoxy, "+vmware_adaptertype=busLogic", "NOVA3023")]
    [InlineData(Epoxy, "+vmware_adaptertype=lsiLogic", "")]
    [InlineData(Epoxy, "hw_disk_bus=virtio +vmware_adaptertype=busLogic", "NOVA3023")]
    [InlineData(Epoxy, "hw_scsi_model=virtio-scsi +vmware_adaptertype=busLogic", "")]
    public void NOVA3022_and_NOVA3023_scsi_controllers(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy + Q35, "os_secure_boot=required", "NOVA3024")]
    [InlineData(Epoxy + Q35, "os_secure_boot=optional hw_firmware_type=bios", "NOVA3024")]
    [InlineData(Epoxy + Q35, "os_secure_boot=required hw_firmware_type=?", "")]
    [InlineData(Epoxy + Q35, "os_secure_boot=disabled", "")]
    [InlineData(Epoxy + Q35, "os_secure_boot=required hw_firmware_type=uefi", "")]
    [InlineData(Epoxy, "os_secure_boot=required hw_firmware_type=uefi", "NOVA3025")]
    [InlineData(Epoxy, "os_secure_boot=optional hw_firmware_type=uefi", "")]
    [InlineData(Epoxy, "os_secure_boot=required hw_firmware_type=uefi hw_machine_type=pc-q35-10.0", "")]
    [InlineData(Epoxy + Q35, "os_secure_boot=required hw_firmware_type=uefi hw_machine_type=pc", "NOVA3025")]
    [InlineData(Epoxy + " | hw_machine_type = ?", "os_secure_boot=required hw_firmware_type=uefi", "")]
    [InlineData(Epoxy + " | hw_machine_type = aarch64=virt", "os_secure_boot=required hw_firmware_type=uefi", "NOVA3025")]
    [InlineData(Epoxy + "; name = b | " + Epoxy + Q35, "os_secure_boot=required hw_firmware_type=uefi", "")]
    [InlineData("nova = 22.0.0 | architecture = x86_64", "os_secure_boot=required hw_firmware_type=uefi", "NOVA3024")]
    [InlineData("nova = 23.0.0 | architecture = x86_64", "os_secure_boot=required hw_firmware_type=uefi", "NOVA3025")]
    [InlineData("nova = 23.0.0", "os_secure_boot=required hw_firmware_type=uefi", "")]
    [InlineData(Arm, "os_secure_boot=required", "")]
    public void NOVA3024_and_NOVA3025_secure_boot(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData("nova = 31.0.0 | architecture = mips64", "hw_firmware_type=uefi", "NOVA3026")]
    [InlineData("nova = 31.0.0 | architecture = mips64", "hw_firmware_type=uefi hw_machine_type=malta", "")]
    [InlineData("nova = 31.0.0 | architecture = mips64", "hw_firmware_type=?", "")]
    [InlineData("nova = 31.0.0 | architecture = ppc64le", "hw_firmware_type=uefi", "")]
    [InlineData("nova = 31.0.0 | architecture = ?", "hw_firmware_type=uefi", "")]
    [InlineData("nova = 22.0.0 | architecture = mips64", "hw_firmware_type=uefi", "")]
    [InlineData("nova = 23.0.0 | architecture = x86_64", "hw_firmware_type=uefi hw_architecture=mips64", "NOVA3026 NOVA3044")]
    public void NOVA3026_uefi_without_a_machine_type(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Sid, "hw_firmware_stateless=true", "NOVA3027")]
    [InlineData(Epoxy, "hw_firmware_stateless=true", "NOVA3043")]
    [InlineData(Arm, "hw_firmware_stateless=true", "NOVA3043")]
    [InlineData(Epoxy, "hw_firmware_stateless=true hw_firmware_type=bios", "NOVA3043")]
    [InlineData(Epoxy, "hw_firmware_stateless=true hw_firmware_type=uefi", "")]
    [InlineData(Sid, "hw_firmware_stateless=true hw_firmware_type=uefi", "")]
    [InlineData(Epoxy, "hw_firmware_stateless=true hw_firmware_type=?", "")]
    [InlineData(Epoxy, "hw_firmware_stateless=false", "")]
    [InlineData(Epoxy + "; name = b | " + Sid, "hw_firmware_stateless=true", "NOVA3027")]
    [InlineData("nova = 29.0.0", "hw_firmware_stateless=true", "NOVA3006")]
    [InlineData("nova = 30.0.0", "hw_firmware_stateless=true", "NOVA3043")]
    [InlineData("nova = 31.0.0", "hw_firmware_stateless=true", "NOVA3043")]
    [InlineData("nova = 32.0.0", "hw_firmware_stateless=true", "NOVA3027")]
    [InlineData("nova = 31.0.0 | virt_type = lxc", "hw_firmware_stateless=true", "")]
    [InlineData("nova = 31.0.0 | virt_type = ?", "hw_firmware_stateless=true", "")]
    public void NOVA3027_and_NOVA3043_stateless_firmware_without_uefi(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy + Q35, "hw_mem_encryption=true", "NOVA3028")]
    [InlineData(Epoxy + Q35, "hw_mem_encryption=true hw_firmware_type=uefi", "")]
    [InlineData(Epoxy, "hw_mem_encryption=true hw_firmware_type=uefi", "NOVA3028")]
    [InlineData(Epoxy, "hw_mem_encryption=true hw_firmware_type=uefi hw_machine_type=?", "")]
    [InlineData(Epoxy, "hw_mem_encryption=? hw_firmware_type=uefi", "")]
    [InlineData(Epoxy, "hw_mem_encryption=false", "")]
    [InlineData("nova = 19.0.0", "hw_mem_encryption=true", "NOVA3006")]
    [InlineData("nova = 20.0.0", "hw_mem_encryption=true", "NOVA3028")]
    [InlineData(Sid + Q35, "hw_mem_encryption=true hw_firmware_type=uefi hw_mem_encryption_model=amd-sev-es", "")]
    [InlineData(Sid + Q35, "hw_mem_encryption=true hw_firmware_type=uefi hw_mem_encryption_model=amd-sev-snp", "NOVA3028")]
    [InlineData(Sid + Q35, "hw_mem_encryption=true hw_firmware_type=uefi hw_mem_encryption_model=amd-sev-snp hw_firmware_stateless=true", "")]
    [InlineData(Sid + Q35, "hw_mem_encryption=true hw_firmware_type=uefi hw_mem_encryption_model=amd-sev-snp hw_firmware_stateless=?", "")]
    [InlineData(Sid + Q35, "hw_mem_encryption=true hw_firmware_type=uefi hw_mem_encryption_model=intel-tdx hw_firmware_stateless=true", "NOVA3028")]
    [InlineData(Sid + Q35, "hw_mem_encryption=true hw_firmware_type=uefi hw_mem_encryption_model=intel-tdx hw_firmware_stateless=true hw_video_model=none", "")]
    [InlineData("nova = 33.0.0 | architecture = x86_64" + Q35, "hw_mem_encryption=true hw_firmware_type=uefi hw_mem_encryption_model=amd-sev-snp", "NOVA3003")]
    public void NOVA3028_encrypted_memory(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy + " | swtpm_enabled = true", "hw_tpm_version=1.2 hw_tpm_model=tpm-crb", "NOVA3029")]
    [InlineData(Epoxy + " | swtpm_enabled = true", "hw_tpm_version=1.2 hw_tpm_model=tpm-tis", "")]
    [InlineData(Epoxy + " | swtpm_enabled = true", "hw_tpm_version=? hw_tpm_model=tpm-crb", "")]
    [InlineData("nova = 21.0.0", "hw_tpm_version=1.2", "NOVA3006")]
    [InlineData(Epoxy, "hw_tpm_version=2.0", "NOVA3030")]
    [InlineData(Epoxy + " | swtpm_enabled = ?", "hw_tpm_version=2.0", "")]
    [InlineData(Epoxy + " | swtpm_enabled = false; name = b | " + Epoxy + " | swtpm_enabled = true", "hw_tpm_version=2.0", "")]
    [InlineData(Epoxy + "; ?", "hw_tpm_version=2.0", "")]
    public void NOVA3029_and_NOVA3030_tpms(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy, "hw_viommu_model=auto", "NOVA3031")]
    [InlineData(Epoxy + Q35, "hw_viommu_model=intel", "")]
    [InlineData(Epoxy, "hw_viommu_model=intel hw_machine_type=q35", "")]
    [InlineData(Epoxy + " | hw_machine_type = ?", "hw_viommu_model=intel", "")]
    [InlineData(Epoxy + Q35, "hw_viommu_model=smmuv3", "NOVA3031")]
    [InlineData(Arm, "hw_viommu_model=smmuv3", "")]
    [InlineData(Arm, "hw_viommu_model=intel", "NOVA3031")]
    [InlineData("nova = 31.0.0 | architecture = s390x", "hw_viommu_model=virtio", "NOVA3031")]
    [InlineData("nova = 31.0.0 | architecture = ?", "hw_viommu_model=virtio", "")]
    [InlineData("nova = 25.0.0 | architecture = x86_64", "hw_viommu_model=virtio", "NOVA3006")]
    [InlineData("nova = 26.0.0 | architecture = x86_64", "hw_viommu_model=virtio", "NOVA3031")]
    [InlineData("nova = 31.0.0 | virt_type = lxc", "hw_viommu_model=virtio", "")]
    public void NOVA3031_virtual_iommus(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy, "hw_maxphysaddr_mode=passthrough hw_maxphysaddr_bits=42", "NOVA3032")]
    [InlineData(Epoxy, "hw_maxphysaddr_mode=passthrough", "")]
    [InlineData(Epoxy, "hw_maxphysaddr_mode=? hw_maxphysaddr_bits=42", "")]
    [InlineData("nova = 29.0.0 | libvirt = 8.7.0", "hw_maxphysaddr_mode=passthrough hw_maxphysaddr_bits=42", "")]
    [InlineData("nova = 29.0.0 | libvirt = 10.0.0", "hw_maxphysaddr_mode=passthrough hw_maxphysaddr_bits=42", "NOVA3032")]
    public void NOVA3032_address_bits(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy, "hw_machine_type=pc-q35-10.0", "")]
    [InlineData(Epoxy, "hw_machine_type=pc-q35-11.0", "NOVA3033")]
    [InlineData(Epoxy, "hw_machine_type=q53", "NOVA3033")]
    [InlineData(Epoxy, "hw_machine_type=Q35", "NOVA3033")]
    [InlineData(Epoxy, "hw_machine_type=pc-q35-noble", "NOVA3033")]
    [InlineData("target = ubuntu-24.04 | virt_type = kvm", "hw_machine_type=pc-q35-noble", "")]
    [InlineData("nova = 31.0.0 | architecture = x86_64 | qemu = 9.1", "hw_machine_type=pc-q35-rhel9.6.0", "")]
    [InlineData(Epoxy, "hw_machine_type=virt", "NOVA3033")]
    [InlineData(Epoxy, "hw_machine_type=none", "NOVA3033")]
    [InlineData(Epoxy, "hw_machine_type=isapc", "NOVA3033")]
    [InlineData("nova = 31.0.0 | architecture = x86_64 | qemu = ?", "hw_machine_type=microvm", "NOVA3033")]
    [InlineData("nova = 31.0.0 | architecture = ?", "hw_machine_type=microvm", "")]
    [InlineData(Epoxy, "hw_machine_type=?", "")]
    [InlineData(Zed, "hw_machine_type=pc-q35-10.0", "NOVA3033")]
    [InlineData(Zed + "; name = b | " + Epoxy, "hw_machine_type=pc-q35-10.0", "")]
    [InlineData("nova = 31.0.0 | architecture = x86_64 | qemu = 10.1", "hw_machine_type=pc-q35-10.1", "")]
    [InlineData("nova = 31.0.0 | architecture = x86_64 | qemu = 10.1", "hw_machine_type=pc-q35-11.0", "NOVA3033")]
    [InlineData("nova = 31.0.0 | architecture = x86_64 | qemu = ?", "hw_machine_type=pc-q35-11.0", "")]
    [InlineData("nova = 31.0.0 | architecture = ppc64le | qemu = 10.0", "hw_machine_type=q53", "")]
    [InlineData(Arm, "hw_machine_type=virt-10.0", "")]
    [InlineData(Arm, "hw_machine_type=virt-12.0", "NOVA3033")]
    public void NOVA3033_machine_types_that_no_node_has(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy, "hw_architecture=aarch64", "NOVA3044")]
    [InlineData(Epoxy, "hw_architecture=x86_64", "")]
    [InlineData(Epoxy, "hw_architecture=i686", "")]
    [InlineData(Epoxy, "hw_architecture=?", "")]
    [InlineData(Epoxy, "+architecture=arm64", "NOVA3003")]
    [InlineData(Epoxy, "+architecture=aarch64", "NOVA3008 NOVA3044")]
    [InlineData(Epoxy, "+architecture=amd64", "NOVA3008")]
    [InlineData("target = debian-13 | virt_type = qemu", "hw_architecture=aarch64", "")]
    [InlineData("target = debian-13 | virt_type = ?", "hw_architecture=aarch64", "")]
    [InlineData(Arm, "hw_architecture=x86_64", "NOVA3044")]
    [InlineData(Arm, "hw_architecture=armv7l", "")]
    [InlineData(Epoxy + "; name = b | " + Arm, "hw_architecture=aarch64", "")]
    [InlineData("nova = 31.0.0 | architecture = mips64 | virt_type = kvm", "hw_architecture=aarch64", "")]
    public void NOVA3044_images_of_another_architecture(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Sid, "hw_redirected_usb_ports=2", "NOVA3045")]
    [InlineData(Sid + " | spice.enabled = false", "hw_redirected_usb_ports=2", "NOVA3045")]
    [InlineData(Sid + " | spice.enabled = true", "hw_redirected_usb_ports=2", "")]
    [InlineData(Sid + " | spice.enabled = ?", "hw_redirected_usb_ports=2", "")]
    [InlineData(Sid, "hw_redirected_usb_ports=0", "")]
    [InlineData(Sid, "hw_redirected_usb_ports=?", "")]
    [InlineData(Sid, "hw_redirected_usb_ports=16", "NOVA3011")]
    [InlineData(Sid + "; name = b | " + Sid + " | spice.enabled = true", "hw_redirected_usb_ports=2", "")]
    [InlineData(Epoxy, "hw_redirected_usb_ports=2", "NOVA3006")]
    public void NOVA3045_redirected_usb_ports_without_spice(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy + " | file_backed_memory = 4096", "hw_mem_page_size=small", "NOVA3017 NOVA3046")]
    [InlineData(Epoxy + " | file_backed_memory = 4096", "hw_locked_memory=true", "NOVA3017 NOVA3046")]
    [InlineData(Epoxy + " | file_backed_memory = 4096", "hw_locked_memory=false", "")]
    [InlineData(Epoxy + " | file_backed_memory = 4096", "hw_locked_memory=?", "")]
    [InlineData(Epoxy + " | file_backed_memory = ?", "hw_locked_memory=true", "NOVA3017")]
    [InlineData(Epoxy + " | file_backed_memory = 0", "hw_locked_memory=true", "NOVA3017")]
    [InlineData(Epoxy + " | file_backed_memory = 4096; name = b | " + Epoxy, "hw_locked_memory=true", "NOVA3017")]
    [InlineData("nova = 18.0.0 | file_backed_memory = 4096", "hw_mem_page_size=large", "NOVA3017 NOVA3046")]
    public void NOVA3046_page_sizes_beside_file_backed_memory(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy, "os_require_quiesce=true", "NOVA3034")]
    [InlineData(Epoxy, "os_require_quiesce=true hw_qemu_guest_agent=true", "")]
    [InlineData(Epoxy, "os_require_quiesce=true hw_qemu_guest_agent=false", "NOVA3034")]
    [InlineData(Epoxy, "os_require_quiesce=true hw_qemu_guest_agent=?", "")]
    [InlineData(Epoxy, "os_require_quiesce=false", "")]
    [InlineData("nova = 31.0.0 | virt_type = lxc", "os_require_quiesce=true hw_qemu_guest_agent=true", "NOVA3034")]
    [InlineData("nova = 31.0.0 | virt_type = ?", "os_require_quiesce=true hw_qemu_guest_agent=true", "")]
    public void NOVA3034_quiescing_without_an_agent(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy + " | serial_console.enabled = true", "hw_serial_port_count=4", "NOVA3035")]
    [InlineData(Epoxy + " | serial_console.enabled = true", "hw_serial_port_count=3", "")]
    [InlineData(Epoxy + " | serial_console.enabled = true", "hw_serial_port_count=?", "")]
    [InlineData(Epoxy + " | serial_console.enabled = ?", "hw_serial_port_count=4", "")]
    [InlineData(Epoxy, "hw_serial_port_count=4", "")]
    [InlineData("nova = 13.0.0 | architecture = x86_64 | serial_console.enabled = true", "hw_serial_port_count=4", "")]
    [InlineData("nova = 14.0.0 | architecture = x86_64 | serial_console.enabled = true", "hw_serial_port_count=4", "NOVA3035")]
    [InlineData("nova = 31.0.0 | architecture = s390x | serial_console.enabled = true", "hw_serial_port_count=4", "")]
    public void NOVA3035_too_many_serial_ports(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy, "hw_emulation_architecture=aarch64", "NOVA3036")]
    [InlineData(Epoxy, "hw_emulation_architecture=x86_64", "")]
    [InlineData(Epoxy, "hw_emulation_architecture=?", "")]
    [InlineData(Arm, "hw_emulation_architecture=aarch64", "")]
    [InlineData("nova = 24.0.0 | architecture = x86_64", "hw_emulation_architecture=aarch64", "NOVA3006")]
    [InlineData("nova = 25.0.0 | architecture = x86_64", "hw_emulation_architecture=aarch64", "NOVA3036")]
    [InlineData("nova = 25.0.0 | architecture = ?", "hw_emulation_architecture=aarch64", "")]
    public void NOVA3036_guests_of_another_architecture(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy, "img_hv_type=vmware", "NOVA3037")]
    [InlineData(Epoxy, "img_hv_type=kvm", "")]
    [InlineData(Epoxy, "img_hv_type=qemu", "")]
    [InlineData(Epoxy, "+img_hv_type=xapi", "NOVA3008 NOVA3037")]
    [InlineData(Epoxy, "img_hv_type=?", "")]
    [InlineData(Epoxy, "hw_vm_mode=xen", "NOVA3037")]
    [InlineData(Epoxy, "+hw_vm_mode=hv", "NOVA3008")]
    [InlineData("nova = 31.0.0 | virt_type = lxc", "hw_vm_mode=exe", "")]
    [InlineData("nova = 31.0.0 | virt_type = ?", "hw_vm_mode=xen", "")]
    public void NOVA3037_images_for_other_hypervisors(string nodes, string properties, string ids) => Judge(nodes, properties, ids);

    [Theory]
    [InlineData(Epoxy + " | compute.vmdk_allowed_types = ", "disk vmdk", "NOVA3038")]
    [InlineData(Epoxy + " | compute.vmdk_allowed_types = ...", "disk vmdk", "")]
    [InlineData(Epoxy + " | compute.vmdk_allowed_types = streamOptimized", "disk vmdk", "")]
    [InlineData(Epoxy, "disk vmdk", "")]
    [InlineData(Epoxy + " | compute.vmdk_allowed_types = ", "disk qcow2", "")]
    [InlineData(Epoxy, "disk vhd", "NOVA3039")]
    [InlineData("nova = 30.0.0", "disk vhd", "NOVA3039")]
    [InlineData("nova = 29.0.0", "disk vhd", "")]
    [InlineData(Epoxy + " | workarounds.disable_deep_image_inspection = true", "disk vhd", "")]
    [InlineData(Epoxy + " | workarounds.disable_deep_image_inspection = ?", "disk vhd", "")]
    [InlineData(Epoxy + " | images_type = rbd | images_rbd_pool = vms", "disk qcow2", "NOVA3040")]
    [InlineData(Epoxy + " | images_type = rbd | images_rbd_pool = vms", "disk raw", "")]
    [InlineData(Epoxy + " | images_type = ?", "disk qcow2", "")]
    [InlineData(Epoxy + " | images_type = rbd; name = b | " + Epoxy, "disk qcow2", "")]
    public void NOVA3038_to_NOVA3040_disk_formats(string nodes, string images, string ids) => Judged.Fleet(nodes, images, ids);

    [Fact]
    public void Messages_name_what_nodes_do()
    {
        Assert.Equal(
            "os_secure_boot is required, but guests get the machine type pc: on x86_64 nova 31.0.0 (2025.1 Epoxy) grants secure boot to q35 alone, so every guest of the image would fail to start. Set hw_machine_type to q35.",
            Single(Epoxy, "os_secure_boot=required hw_firmware_type=uefi").Message);
        Assert.Equal("MachineType.Q35", Single(Epoxy, "os_secure_boot=required hw_firmware_type=uefi").Properties[FixKeys.SetValue]);
        Assert.Equal(
            "hw_disk_bus = xen: nova 31.0.0 (2025.1 Epoxy) has no such bus with virt_type kvm, so every guest of the image would fail to start",
            Single(Epoxy, "hw_disk_bus=xen").Message);
        Assert.Equal(
            "hw_disk_bus = ide: the machine type q35 has no such bus, so every guest of the image would fail to start",
            Single(Epoxy + Q35, "hw_disk_bus=ide").Message);
        Assert.Equal(
            "hw_cdrom_bus = virtio: libvirt has no cdroms on this bus, for its disks cannot be ejected, so guests with a cdrom, such as a config drive, would fail to start",
            Single(Epoxy, "hw_cdrom_bus=virtio").Message);
        Assert.Equal(
            "hw_machine_type = q53: QEMU 10.0 for x86_64 has no such machine, so every guest of the image would fail to start. Did you mean 'q35'?",
            Single(Epoxy, "hw_machine_type=q53").Message);
        Assert.Equal("q35", Single(Epoxy, "hw_machine_type=q53").Properties[Finding.Replacement]);
        Assert.Equal(
            "hw_vif_model = netfront: nova 26.0.0 to 31.0.0 has no such NIC with virt_type kvm, so every guest of the image with a network would fail to start; it has virtio, ne2k_pci, pcnet, rtl8139, e1000, spapr-vlan, e1000e, vmxnet3 or igb",
            Single(Zed + "; name = b | " + Epoxy, "hw_vif_model=netfront").Message);
    }

    [Fact]
    public void Forgetting_adds_no_mistake_to_images() => AddsNoMistakeToFleet(
        new()
        {
            ["NOVA3008"] = ["NOVA3002", "NOVA3003", "NOVA3009", "NOVA3010"],
            ["NOVA3017"] = ["NOVA3028"],
            ["NOVA3022"] = ["NOVA3009"],
        },
        [
            Setting("target", "debian-11", "debian-12", "debian-13", "debian-sid", "icehouse"),
            Setting("virt_type", "kvm", "kvm", "qemu", "lxc"),
            Setting("hw_machine_type", "x86_64=q35", "x86_64=q35", "aarch64=virt"),
            Setting("swtpm_enabled", "true", "false"),
            Setting("vnc.enabled", "true", "false"),
            Setting("serial_console.enabled", "true"),
            Setting("images_type", "rbd", "qcow2"),
            Setting("compute.vmdk_allowed_types", "", "streamOptimized"),
        ],
        Gen.Int[0, 3].Select(i => "disk " + new[] { "raw", "qcow2", "vmdk", "vhd" }[i]),
        Property("hw_firmware_type", "uefi", "bios"),
        Property("hw_machine_type", "q35", "pc", "q53"),
        Property("os_secure_boot", "required", "optional"),
        Property("hw_mem_encryption", "true", "false"),
        Property("hw_mem_encryption_model", "amd-sev-snp", "intel-tdx"),
        Property("hw_firmware_stateless", "true"),
        Property("hw_disk_bus", "ide", "scsi", "xen"),
        Property("+hw_scsi_model", "virtio-scsi", "BusLogic", "none"),
        Property("hw_viommu_model", "intel", "smmuv3"),
        Property("hw_tpm_version", "1.2", "2.0"),
        Property("hw_tpm_model", "tpm-crb"),
        Property("+hw_vif_model", "netfront", "VirtualE1000"),
        Property("hw_numa_nodes", "2", "0"),
        Property("+hw_numa_cpus.0", "0-1", "x"),
        Property("+hw_numa_cpus.1", "1-2"),
        Property("+os_require_quiesce", "true", "enabled"),
        Property("hw_serial_port_count", "4"),
        Property("+architecture", "amd64", "mips64"));

    private static void Judge(string nodes, string properties, string ids) => Judged.Fleet(nodes, "disk raw " + properties, ids);

    private static Finding Single(string nodes, string properties) => Assert.Single(RuleCatalog.Judge(Declared.Fleet(nodes, "disk raw " + properties)));
}
