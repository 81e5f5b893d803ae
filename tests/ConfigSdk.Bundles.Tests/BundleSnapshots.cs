namespace ConfigSdk.Bundles.Tests;

public class BundleSnapshots
{
    private static readonly NodeProfile s_seed = new()
    {
        Target = Target.Debian13,
        Host = new()
        {
            Cpu = HostCpu.Intel(),
            Modules = [KernelModule.Kvm, KernelModule.KvmIntel with { Nested = true }, KernelModule.VhostNet, KernelModule.VfioPci with { Ids = "10de:1eb8" }],
            Udev = new() { Kvm = new() { Group = "kvm", Mode = "0660" } },
        },
        Nova = new()
        {
            Default = new() { ComputeDriver = ComputeDriver.Libvirt, CpuAllocationRatio = 1.5, ReservedHugePages = ["node:0,size:2048,count:64", "node:1,size:1GB,count:1"] },
            Libvirt = new()
            {
                VirtType = VirtType.Kvm,
                CpuMode = CpuMode.Custom,
                CpuModels = [CpuModel.Nehalem],
                CpuModelExtraFlags = [CpuFlag.Enable("pcid"), "-mpx", CpuFlag.Ssbd],
            },
        },
    };

    [Fact]
    public Task A_whole_node() => Verifier.Verify(Render.Text(Render.Node(s_seed)));

    [Fact]
    public void An_images_container_is_as_declared() => Assert.Contains(
        "\"container_format\": \"ova\"",
        System.Text.Encoding.UTF8.GetString(Render.Image(new Image("appliance", DiskFormat.Vmdk) { ContainerFormat = ContainerFormat.Ova }).File.Content.Span), StringComparison.Ordinal);

    [Fact]
    public Task The_same_declaration_for_icehouse() => Verifier.Verify(Render.Text(Render.Node(s_seed.Override(new()
    {
        Target = Target.Icehouse,
        Nova = new() { Libvirt = new() { CpuModelExtraFlags = [] } },
    }))));

    [Fact]
    public Task An_image() => Verifier.Verify(System.Text.Encoding.UTF8.GetString(Render.Image(new Image("debian-13", DiskFormat.Qcow2)
    {
        Properties = new() { HwQemuGuestAgent = true, HwBootMenu = false, HwMachineType = "q35", HwDiskBus = HwDiskBus.Scsi, Extra = [new("os_note", "a \"b\" é <c>")] },
    }).File.Content.Span), "json");
}
