/// <summary>The KVM node that OpenStack's configuration reference described for Icehouse: as it was then, and as it is today.</summary>
sealed class OneNode : Fleet
{
    static readonly NodeProfile Kvm = new()
    {
        Host = new()
        {
            Cpu = HostCpu.Intel(),
            // Loaded at boot: /etc/modules. vhost_net keeps guests' network packets in the kernel.
            Modules = [KernelModule.Kvm, KernelModule.KvmIntel with { Nested = true }, KernelModule.VhostNet],
            // Guests run as a user of the group kvm.
            Udev = new() { Kvm = new() { Group = "kvm", Mode = "0660" } },
        },
        Nova = new()
        {
            Default = new() { ComputeDriver = ComputeDriver.Libvirt },
            Libvirt = new()
            {
                VirtType = VirtType.Kvm,
                // Every guest sees a Nehalem, whatever the host has.
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
        // A channel between the host and an agent in the guest.
        new("debian-13", DiskFormat.Qcow2) { Properties = new() { HwQemuGuestAgent = true } },
    ];
}
