/// <summary>NOVA1xxx: what guests get for a CPU.</summary>
sealed class Cpu : Fleet
{
    public override IEnumerable<ComputeNode> Nodes =>
    [
        new("custom-without-models", Base.Kvm.Override(new()
        {
            Nova = new() { Libvirt = new() { CpuMode = CpuMode.Custom } }, // NOVA1001
        })),
        new("models-without-custom", Base.Kvm.Override(new()
        {
            Nova = new() { Libvirt = new() { CpuMode = CpuMode.HostModel, CpuModels = [CpuModel.Nehalem] } }, // NOVA1002
        })),
        new("unknown-model", Base.Custom.Override(new()
        {
            Nova = new() { Libvirt = new() { CpuModels = ["Nehalm"] } }, // NOVA1003
        })),
        new("mode-as-model", Base.Custom.Override(new()
        {
            Nova = new() { Libvirt = new() { CpuModels = ["host-model"] } }, // NOVA1004
        })),
        new("mode-for-containers", Base.Kvm.Override(new()
        {
            Nova = new() { Libvirt = new() { VirtType = VirtType.Lxc, CpuMode = CpuMode.HostPassthrough } }, // NOVA1005
        })),
        new("unknown-flag", Base.Custom.Override(new()
        {
            Nova = new() { Libvirt = new() { CpuModelExtraFlags = [CpuFlag.Enable("pcdi")] } }, // NOVA1006
        })),
        new("flag-off-too-early", Base.Victoria.Override(new()
        {
            Nova = new() { Libvirt = new() { CpuModelExtraFlags = [CpuFlag.Disable("hle")] } }, // NOVA1007
        })),
        new("flags-without-model", Base.Kvm.Override(new()
        {
            Nova = new() { Libvirt = new() { CpuMode = CpuMode.None, CpuModelExtraFlags = [CpuFlag.Enable("pcid")] } }, // NOVA1008
        })),
        new("mixed-vendors", Base.Custom.Override(new()
        {
            Nova = new() { Libvirt = new() { CpuModels = [CpuModel.Haswell, CpuModel.EPYC] } }, // NOVA1009
        })),
        new("several-models-too-early", Base.Stein.Override(new()
        {
            Nova = new() { Libvirt = new() { CpuMode = CpuMode.Custom, CpuModels = [CpuModel.Nehalem, CpuModel.Haswell] } }, // NOVA1010
        })),
    ];
}
