/// <summary>NOVA3xxx: guest images.</summary>
sealed class GuestImages : Fleet
{
    public override IEnumerable<ComputeNode> Nodes => [new("images-node", Base.Kvm)];

    public override IEnumerable<Image> Images =>
    [
        new("enhanced", DiskFormat.Qed), // NOVA3001
        new("agent", DiskFormat.Qcow2)
        {
            Properties = new() { Extra = [new("hw_qemu_guest_agent", "enabled")] }, // NOVA3002
        },
    ];
}
