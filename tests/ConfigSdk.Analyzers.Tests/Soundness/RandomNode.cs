namespace ConfigSdk.Analyzers.Tests.Soundness;

/// <summary>Random nodes, right and wrong, of settings that many rules look at.</summary>
internal sealed class RandomNode(Random random)
{
    public Plan Make() => new ObjectPlan("ComputeNode", [Text("cmp01", "cmp-02", "cmp_03", "x"), Profile()], Some(("MigrationGroup", () => Text("az1"))));

    private ObjectPlan Profile() => new("NodeProfile", [],
    [
        .. random.Next(8) == 0 ? [] : new[] { ("Target", Of("Target", "Target.Debian12", "Target.Debian13", "Target.Icehouse", "new Target(NovaRelease.Epoxy, \"11.3.0\", \"10.0\")", "Target.Rhel9(NovaRelease.Caracal)")) },
        .. Some(("Host", Host), ("Nova", Nova)),
    ]);

    private ObjectPlan Host() => Group("Host",
        ("Cpu", () => Of("HostCpu", "HostCpu.Intel(CpuModel.CascadelakeServerNoTSX)", "HostCpu.Amd()", "new HostCpu(CpuVendor.Intel, \"EPYC\")")),
        ("Cpus", () => Of("int", "4", "64", "1")),
        ("Modules", () => List("KernelModule", "KernelModule.Kvm", "KernelModule.KvmAmd", "KernelModule.KvmIntel with { Nested = true }", "new KernelModule(\"vhost_net\")", "(KernelModule)\"nosuch\"")),
        ("Sysctl", () => Group("Sysctl",
            ("VmSwappiness", () => Of("int", "10", "201")),
            ("NetIpv4IpForward", Truth),
            ("NetBridgeBridgeNfCallIptables", Truth),
            ("Extra", () => new ListPlan("SysctlSetting", [new ObjectPlan("SysctlSetting", [Text("vm.swappiness", "net.core.somaxconn", "vm"), Text("10", "1 ")], [])])))),
        ("Kernel", () => Group("HostKernel",
            ("IsolatedCpus", Cpus),
            ("Iommu", Truth),
            ("GrubFragment", Truth),
            ("Arguments", () => new ListPlan("KernelArgument", [new ObjectPlan("KernelArgument", [Text("isolcpus", "quiet", "a b"), Text("2-3", "2-31")], []), new ObjectPlan("KernelArgument", [Text("nosmt", "isolcpus")], [])])))));

    private ObjectPlan Nova() => Group("Nova",
        ("Default", () => Group("DefaultOptions",
            ("ComputeDriver", () => Of("ComputeDriver", "ComputeDriver.Libvirt", "\"libvirt.LibvirtDriver\"", "\"fake.FakeDriver\"")),
            ("CpuAllocationRatio", () => Of("double", "4", "1.5", "-1", "16.0")),
            ("ReservedHostMemoryMb", () => Of("int", "512", "8 * 1024", "0")),
            ("ReservedHostCpus", () => Of("int", "0", "2")),
            ("MyIp", () => Text("10.0.0.1", "not an address")),
            ("VcpuPinSet", Cpus))),
        ("Compute", () => Group("ComputeOptions", ("CpuDedicatedSet", Cpus), ("CpuSharedSet", Cpus))),
        ("Libvirt", () => Group("LibvirtOptions",
            ("VirtType", () => Of("VirtType", "VirtType.Kvm", "VirtType.Qemu", "VirtType.Lxc")),
            ("CpuMode", () => Of("CpuMode", "CpuMode.Custom", "CpuMode.HostModel", "CpuMode.None", "CpuMode.HostPassthrough")),
            ("CpuModels", () => List("CpuModel", "CpuModel.Nehalem", "\"Nehalm\"", "\"nehalem\"", "CpuModel.EPYC", "new CpuModel(\"host\")")),
            ("CpuModelExtraFlags", () => List("CpuFlag", "CpuFlag.Enable(\"pcid\")", "\"-hle\"", "\"nosuch\"", "CpuFlag.Pcid")),
            ("NumPciePorts", () => Of("int", "8", "16", "40")),
            ("RxQueueSize", () => Of("int", "256", "300")),
            ("ImagesType", () => Of("ImagesType", "ImagesType.Rbd", "ImagesType.Qcow2")),
            ("ImagesRbdPool", () => Text("vms")))),
        ("Extra", () => new ListPlan("ExtraOption", [new ObjectPlan("ExtraOption", [Text("libvirt", "DEFAULT", "mine"), Text("cpu_mode", "nosuch", "debug"), Text("a", "none", "true")], [])])));

    private Leaf Cpus() => Of("CpuSet", "\"0-1\"", "\"2-3\"", "CpuSet.Range(2, 31)", "CpuSet.Of(0, 1, 4).Except(1)", "\"3-2\"", "\"60-70\"");

    private Leaf Truth() => Of("bool", "true", "false");

    private Leaf Text(params string[] texts) => Of("string", [.. texts.Select(t => $"\"{t}\"")]);

    private Leaf Of(string type, params string[] codes) => new(type, codes[random.Next(codes.Length)]);

    private ListPlan List(string itemType, params string[] codes) => new(itemType, [.. Enumerable.Range(0, random.Next(4)).Select(_ => Of(itemType, codes))]);

    private ObjectPlan Group(string type, params (string Name, Func<Plan> Make)[] properties) => new(type, [], Some(properties));

    private (string, Plan)[] Some(params (string Name, Func<Plan> Make)[] properties) =>
        [.. properties.Where(_ => random.Next(5) < 2 || properties.Length < 4).Select(p => (p.Name, p.Make()))];
}
