namespace ConfigSdk.Analyzers.Tests.Evaluation;

public class ObjectTests
{
    private const string Profiles = """
        static readonly NodeProfile Kvm = new()
        {
            Target = Target.Debian13,
            Nova = new() { Libvirt = new() { VirtType = VirtType.Kvm, CpuMode = CpuMode.Custom, CpuModels = ["Nehalem"] } },
        };
        static NodeProfile Opaque() => new[] { Kvm }.First();
        """;

    private const string Debian13 = "Target{Architecture=x86_64, Libvirt=11.3.0, Nova=31.0.0, Platform=debian-13, Qemu=10.0}";

    [Theory]
    [InlineData("Nova", "new()", "Nova{}")]
    [InlineData("Nova", "new Nova() { }", "Nova{}")]
    [InlineData("Nova", "new() { Libvirt = new() { CpuMode = CpuMode.None } }", "Nova{Libvirt=LibvirtOptions{[libvirt] cpu_mode=none}}")]
    [InlineData("Nova", "new() { Libvirt = null }", "Nova{}")]
    [InlineData("Nova", "new() { Libvirt = new() { CpuMode = null } }", "Nova{Libvirt=LibvirtOptions{}}")]
    [InlineData("Nova", "new() { Compute = new() { CpuSharedSet = Environment.MachineName } }", "Nova{Compute=ComputeOptions{[compute] cpu_shared_set=?}}")]
    [InlineData("Nova", "new() { Extra = [new(\"g\", \"o\", \"v\")] }", "Nova{Extra=[ExtraOption{Group=g, Option=o, Value=v}]}")]
    [InlineData("ExtraOption", "new(value: \"v\", group: \"g\", option: \"o\")", "ExtraOption{Group=g, Option=o, Value=v}")]
    [InlineData("Target", "new(NovaRelease.Epoxy, \"11.3\", \"10.0\")", "Target{Architecture=x86_64, Libvirt=11.3, Nova=31.0.0, Qemu=10.0}")]
    [InlineData("Target", "Target.Debian13", Debian13)]
    [InlineData("Target", "Target.Debian13 with { Libvirt = \"1.2\" }", "Target{Architecture=x86_64, Libvirt=1.2, Nova=31.0.0, Platform=debian-13, Qemu=10.0}")]
    [InlineData("Target", "Target.Debian13 with { Platform = null }", "Target{Architecture=x86_64, Libvirt=11.3.0, Nova=31.0.0, Qemu=10.0}")]
    [InlineData("Target", "Target.Rhel9(NovaRelease.Epoxy)", "Target{Architecture=x86_64, Libvirt=10.10.0, Nova=31.0.0, Platform=rhel-9, Qemu=9.1}")]
    [InlineData("HostCpu", "HostCpu.Intel(CpuModel.CascadelakeServerNoTSX)", "HostCpu{Model=Cascadelake-Server-noTSX, Vendor=Intel}")]
    [InlineData("HostCpu", "HostCpu.Amd()", "HostCpu{Vendor=AMD}")]
    [InlineData("HostCpu", "HostCpu.Intel(\"x\") with { Vendor = CpuVendor.Hygon }", "HostCpu{Model=x, Vendor=Hygon}")]
    [InlineData("HostCpu", "new(CpuVendor.Amd, \"EPYC\")", "HostCpu{Model=EPYC, Vendor=AMD}")]
    [InlineData("KernelModule", "\"kvm\"", "KernelModule{Name=kvm}")]
    [InlineData("KernelModule", "new(\"kvm\") { OutOfTree = true }", "KernelModule{Name=kvm, OutOfTree=true}")]
    [InlineData("KernelModule", "KernelModule.KvmIntel", "KvmIntelModule{Name=kvm_intel}")]
    [InlineData("KernelModule", "KernelModule.KvmIntel with { Nested = true, OutOfTree = false }", "KvmIntelModule{Name=kvm_intel, OutOfTree=false, nested=1}")]
    [InlineData("bool?", "(KernelModule.KvmIntel with { Nested = true }).Nested", "true")]
    [InlineData("KernelModule", "new(\"x\") { Parameters = [new(\"a\", \"1\")] }", "KernelModule{Name=x, Parameters=[ModuleParameter{Name=a, Value=1}]}")]
    [InlineData("Host", "new() { Cpus = 2 * 16, Kernel = new() { IsolatedCpus = CpuSet.Range(2, 31).Except(5), HugePages = [new(\"1G\", 16), new(size: \"2M\", count: 512)], Iommu = true } }",
        "Host{Cpus=32, Kernel=HostKernel{HugePages=[HugePagePool{Count=16, Size=1G}, HugePagePool{Count=512, Size=2M}], Iommu=true, IsolatedCpus=2-31,^5}}")]
    [InlineData("Image", "new(\"debian\", DiskFormat.Qcow2) { Properties = new() { HwQemuGuestAgent = true } }", "Image{DiskFormat=qcow2, Name=debian, Properties=ImageProperties{hw_qemu_guest_agent=true}}")]
    [InlineData("Image", "new(\"debian\", DiskFormat.Raw) { ContainerFormat = ContainerFormat.Ova, Properties = new() { HwMachineType = MachineType.PcQ35_7_2 } }", "Image{ContainerFormat=ova, DiskFormat=raw, Name=debian, Properties=ImageProperties{hw_machine_type=pc-q35-7.2}}")]
    [InlineData("Image", "new(\"debian\", DiskFormat.Raw) { ContainerFormat = \"squashfs\", Properties = new() { HwMachineType = \"pc-q35-rhel9.6.0\" } }", "Image{ContainerFormat=squashfs, DiskFormat=raw, Name=debian, Properties=ImageProperties{hw_machine_type=pc-q35-rhel9.6.0}}")]
    [InlineData("LibvirtOptions", "new() { HwMachineType = [DefaultMachineType.Of(\"x86_64\", MachineType.Q35), \"aarch64=virt\"] }", "LibvirtOptions{[libvirt] hw_machine_type=[x86_64=q35, aarch64=virt]}")]
    [InlineData("ComputeNode", "new(\"a\", new()) { MigrationGroup = \"g\" }", "ComputeNode{MigrationGroup=g, Name=a, Profile=NodeProfile{}}")]
    [InlineData("ComputeNode", "new ComputeNode(\"a\", new()) with { Name = \"b\" }", "ComputeNode{Name=b, Profile=NodeProfile{}}")]
    [InlineData("ComputeNode", "new(\"a\", Opaque())", "ComputeNode{Name=a, Profile=?}")]
    public void An_object_has_what_its_creation_sets(string type, string expression, string expected) =>
        Assert.Equal(expected, Example.Read(type, expression, Profiles));

    [Theory]
    [InlineData("Kvm", "NodeProfile{Nova=Nova{Libvirt=LibvirtOptions{[libvirt] cpu_mode=custom, [libvirt] cpu_models=[Nehalem], [libvirt] virt_type=kvm}}, Target=" + Debian13 + "}")]
    [InlineData("Kvm with { Target = null, Nova = null }", "NodeProfile{}")]
    [InlineData("Kvm with { Target = null, Nova = new() { Extra = [] } }", "NodeProfile{Nova=Nova{Extra=[]}}")]
    [InlineData("Opaque() with { Nova = new() }", "NodeProfile{Nova=Nova{}, …}")]
    [InlineData("Opaque() with { Nova = null }", "NodeProfile{Nova=unset, …}")]
    [InlineData("Kvm.Override(new())", "NodeProfile{Nova=Nova{Libvirt=LibvirtOptions{[libvirt] cpu_mode=custom, [libvirt] cpu_models=[Nehalem], [libvirt] virt_type=kvm}}, Target=" + Debian13 + "}")]
    [InlineData("Kvm.Override(new() { Target = Target.Debian12 with { Platform = null }, Nova = new() { Libvirt = new() { CpuMode = CpuMode.None, CpuModels = [] } } })",
        "NodeProfile{Nova=Nova{Libvirt=LibvirtOptions{[libvirt] cpu_mode=none, [libvirt] cpu_models=[], [libvirt] virt_type=kvm}}, Target=Target{Architecture=x86_64, Libvirt=9.0.0, Nova=26.0.0, Qemu=7.2}}")]
    [InlineData("Opaque().Override(new() { Nova = new() { Libvirt = new() { CpuMode = CpuMode.None } } })", "NodeProfile{Nova=Nova{Libvirt=LibvirtOptions{[libvirt] cpu_mode=none, …}, …}, …}")]
    [InlineData("Kvm.Override(Opaque())", "?")]
    [InlineData("(Kvm with { Target = null }).Override(Opaque() with { Nova = new() { Libvirt = new() { CpuMode = CpuMode.None } } })",
        "NodeProfile{Nova=Nova{Libvirt=LibvirtOptions{[libvirt] cpu_mode=none, [libvirt] cpu_models=[Nehalem], [libvirt] virt_type=kvm}}, …}")]
    [InlineData("Kvm.Override(new() { Nova = new() { Compute = new() } }).Override(new() { Target = new(NovaRelease.Zed, \"9\", \"7\"), Nova = new() { Libvirt = new() { CpuModels = [.. Kvm.Nova!.Libvirt!.CpuModels!, \"b\"] } } })",
        "NodeProfile{Nova=Nova{Compute=ComputeOptions{}, Libvirt=LibvirtOptions{[libvirt] cpu_mode=custom, [libvirt] cpu_models=[Nehalem, b], [libvirt] virt_type=kvm}}, Target=Target{Architecture=x86_64, Libvirt=9, Nova=26.0.0, Qemu=7}}")]
    [InlineData("new() { Host = new() { Cpu = HostCpu.Intel(\"a\") } }", "NodeProfile{Host=Host{Cpu=HostCpu{Model=a, Vendor=Intel}}}")]
    [InlineData("new NodeProfile { Host = new() { Cpu = HostCpu.Intel(\"a\"), Modules = [\"kvm\"] } }.Override(new() { Host = new() { Cpu = HostCpu.Amd() } })", "NodeProfile{Host=Host{Cpu=HostCpu{Vendor=AMD}, Modules=[KernelModule{Name=kvm}]}}")]
    [InlineData("new NodeProfile { Host = new() { Kernel = new() { IsolatedCpus = \"2-31\", Iommu = true } } }.Override(new() { Host = new() { Cpus = 8, Kernel = new() { IsolatedCpus = \"2-7\" } } })",
        "NodeProfile{Host=Host{Cpus=8, Kernel=HostKernel{Iommu=true, IsolatedCpus=2-7}}}")]
    [InlineData("new NodeProfile { Nova = Kvm.Nova with { } }", "NodeProfile{Nova=Nova{Libvirt=LibvirtOptions{[libvirt] cpu_mode=custom, [libvirt] cpu_models=[Nehalem], [libvirt] virt_type=kvm}}}")]
    [InlineData("new() { Nova = new() { Libvirt = new() { CpuMode = Kvm.Nova!.Libvirt!.CpuMode, CpuModels = Kvm.Nova.Libvirt.CpuModels, VirtType = Kvm.Nova.Libvirt.VirtType!.Value } } }",
        "NodeProfile{Nova=Nova{Libvirt=LibvirtOptions{[libvirt] cpu_mode=custom, [libvirt] cpu_models=[Nehalem], [libvirt] virt_type=kvm}}}")]
    public void Profiles_are_copied_and_merged_as_the_program_does(string expression, string expected) =>
        Assert.Equal(expected, Example.Read("NodeProfile", expression, Profiles));
}
