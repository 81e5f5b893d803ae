namespace ConfigSdk.Rules.Images;

/// <summary>An image that asks for another hypervisor than the nodes'.</summary>
internal sealed class ImageOfOtherHypervisor : GuestRule
{
    private static readonly string[] s_names = ["img_hv_type", "hw_vm_mode"];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3037", "Image for another hypervisor",
        "{0} = {1}: no node offers it, for with {2} they have {3}; the scheduler's ImagePropertiesFilter, which is on by default, leaves no node for guests of the image. Leave it out, or write {4}.",
        Consequence.Harmful, "Nodes report which architectures, hypervisors and modes libvirt has there, and the filter takes only those that have what the image names.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests) =>
        from name in s_names
        let value = image.Property(name)
        where value.Text is not null && guests.All(g => g.UsesQemu && g.TextOf(name) is { } text && !Offered(name).Contains(text))
        select Found(value, name, value.Text!, VirtTypes(guests), Wording.Phrases.OneOf(Offered(name)), Offered(name)[0]).ReplaceBy(Offered(name)[0]);

    private static string[] Offered(string name) => name == "hw_vm_mode" ? ["hvm"] : ["qemu", "kvm"];
}
