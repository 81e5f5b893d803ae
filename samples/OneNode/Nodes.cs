/// <summary>The compute node of the OpenStack configuration reference, "KVM": as it was written for Icehouse, and as it is today.</summary>
sealed class OneNode : Fleet
{
    static readonly NodeProfile Kvm = new()
    {
        Host = new()
        {
            Cpu = HostCpu.Intel(),
            // Loaded at boot: /etc/modules. "The VHostNet kernel module improves network performance."
            Modules = [KernelModule.Kvm, KernelModule.KvmIntel with { Nested = true }, KernelModule.VhostNet],
            // "To check whether the group is set to kvm, run: ls -l /dev/kvm"
            Udev = new() { Kvm = new() { Group = "kvm", Mode = "0660" } },
        },
        Nova = new()
        {
            Default = new() { ComputeDriver = ComputeDriver.Libvirt },
            Libvirt = new()
            {
                VirtType = VirtType.Kvm,
                // "For example, to configure the KVM guests to expose Nehalem CPUs …"
                CpuMode = CpuMode.Custom,
                CpuModels = [CpuModel.Nehalem],
            },
        },
    };

    public override IEnumerable<ComputeNode> Nodes =>
    [
        // One declaration, two releases: cpu_model there, cpu_models here.
        new("icehouse", Kvm with { Target = Target.Icehouse }),
        new("epoxy", Kvm with { Target = Target.Debian13 }),
    ];

    public override IEnumerable<Image> Images =>
    [
        // "To enable this feature, you must set hw_qemu_guest_agent=yes as a metadata parameter on the image"
        new("debian-13", DiskFormat.Qcow2) { Properties = new() { HwQemuGuestAgent = true } },
    ];
}
