namespace ConfigSdk.Rules.Images;

/// <summary>A guest that must be quiesced and has nothing to be asked through.</summary>
internal sealed class QuiesceWithoutAgent : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3034", "Quiescing without the guest agent",
        "os_require_quiesce is true, but {0}: every snapshot of a running guest of the image would fail. {1}",
        Consequence.Refused, "Before a live snapshot nova has the guest agent freeze the file systems. Where it must and cannot, it refuses the snapshot.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var value = image.Property("os_require_quiesce");
        if (!guests.All(g => g.IsOn("os_require_quiesce") == true))
        {
            yield break;
        }

        if (guests.All(g => g.Node.VirtType() is { } type && type is not ("kvm" or "qemu")))
        {
            yield return Found(value, $"nova can quiesce no guest with {VirtTypes(guests)}", "Leave it out.");
        }
        else if (DeclaredProperties.IsTrue(image.Property("hw_qemu_guest_agent")) == false)
        {
            yield return Found(value, "hw_qemu_guest_agent is not", "Set hw_qemu_guest_agent to true, and have the agent in the image.")
                .With(Origins([image.Property("hw_qemu_guest_agent")])).OfferToSet("HwQemuGuestAgent", "true");
        }
    }
}
