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
            Default = new() { ComputeDriver = ComputeDriver.Libvirt, CpuAllocationRatio = 1.5, ReservedHugePages = [HugePages("0", "2048", "64"), HugePages("1", "1GB", "1")] },
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
    public Task What_puts_its_files_into_place() => Verifier.Verify(Render.File(Render.Node(s_seed), "apply.sh"), "sh");

    [Fact]
    public Task What_looks_whether_its_host_is_as_declared() => Verifier.Verify(Render.File(Render.Node(s_seed), "preflight.sh"), "sh");

    [Fact]
    public Task What_looks_at_a_host_of_which_little_is_declared() => Verifier.Verify(Render.File(Render.Node(new() { Target = Target.Rhel9(NovaRelease.Epoxy) }), "preflight.sh"), "sh");

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
    public Task The_same_host_on_rhel() => Verifier.Verify(Render.Text(Render.Node(s_seed.Override(new() { Target = Target.Rhel9(NovaRelease.Epoxy) }) with { Nova = null })));

    [Fact]
    public void What_the_kernel_is_booted_with_is_not_written_unless_GRUB_is_to_know() => Assert.Equal(
        Render.Text(Render.Node(s_seed)),
        Render.Text(Render.Node(s_seed.Override(new()
        {
            Host = new() { Cpus = 32, Kernel = new() { IsolatedCpus = "2-31", HugePages = [new("1G", 16)], Iommu = true } },
        }))));

    [Fact]
    public Task What_is_written_for_the_kernel() => Verifier.Verify(Render.Text(Render.Node(GoodHost.Profile)));

    [Fact]
    public Task Every_kind_of_value() => Verifier.Verify(Render.NovaConf(new()
    {
        Default = new() { EnabledApis = [EnabledApis.OsapiCompute, EnabledApis.Metadata], Host = "cmp_01.example.org", ReservedHugePages = [HugePages("0", "2048", "64")] },
        Compute = new() { CpuDedicatedSet = CpuSet.Range(2, 31).Except(5), CpuSharedSet = CpuSet.Of(0, 1) },
        Vnc = new()
        {
            AuthSchemes = [VncAuthSchemes.Vencrypt, VncAuthSchemes.None],
            NovncproxyBaseUrl = new Uri("https://console.example.org"),
            ServerListen = System.Net.IPAddress.IPv6Any,
            ServerProxyclientAddress = HostAddress.MyIp,
        },
        Pci = new()
        {
            DeviceSpec =
            [
                new() { VendorId = "8086", ProductId = "10fb", Address = "*:0a:00.*", PhysicalNetwork = "physnet1", Trusted = true },
                new() { Address = new PciAddressPattern { Bus = "02", Slot = "0[1-2]" }, Managed = false, Traits = ["HW_GPU_API_VULKAN", "my \"gpu\""] },
                """{"devname": "eth0", "physical_network": null}""",
            ],
            Alias = [new() { Name = "gpu", VendorId = "10de", ProductId = "1eb8", DeviceType = PciDeviceType.TypePf, NumaPolicy = PciNumaPolicy.Preferred }, """{"name": "a"}"""],
        },
    }));

    [Fact]
    public Task Secrets_are_marks_with_a_script_that_fetches_them() => Verifier.Verify(Render.Text(Render.Node(new()
    {
        Target = Target.Debian13,
        Nova = new()
        {
            Default = new() { TransportUrl = Secret.FromEnvironment("NOVA_TRANSPORT_URL") },
            Cache = new() { BackendArgument = [Secret.FromFile("/etc/nova/keys/cache"), Secret.FromCommand("pass show nova/cache")] },
            Placement = new() { Password = Secret.FromFile("/etc/nova/keys/placement") },
            Extra = [new("my_plugin", "password", Secret.FromEnvironment("PLUGIN"))],
        },
    })));

    [Fact]
    public Task An_image() => Verifier.Verify(System.Text.Encoding.UTF8.GetString(Render.Image(new Image("debian-13", DiskFormat.Qcow2)
    {
        Properties = new() { HwQemuGuestAgent = true, HwBootMenu = false, HwMachineType = "q35", HwDiskBus = HwDiskBus.Scsi, Extra = [new("os_note", "a \"b\" é <c>")] },
    }).File.Content.Span), "json");

    private static Dictionary<string, string> HugePages(string node, string size, string count) => new() { ["node"] = node, ["size"] = size, ["count"] = count };
}
