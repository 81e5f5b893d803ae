using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Rules.Images;

/// <summary>An image of an architecture that no node's CPU runs.</summary>
internal sealed class ImageOfOtherArchitecture : GuestRule
{
    private static readonly string[][] s_families =
        [["x86_64", "i686"], ["aarch64", "armv7l", "armv7b", "armv6"], ["ppc64le", "ppc64", "ppc", "ppcle", "ppcemb"], ["s390x", "s390"]];

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3044", "Image of another architecture",
        "hw_architecture = {0}, but the nodes are {1} with virt_type kvm, and KVM runs guests of the host's own kind alone: no guest of the image could be created. Leave it out, or write {2}.",
        Consequence.Refused, "Nodes report the architectures for which they have a QEMU, and the scheduler's ImagePropertiesFilter, which is on by default, takes only those that have the image's. Where one has it, the guest is still one of KVM, which libvirt refuses for another kind of CPU.")
    {
        Fixes = RuleFixes.Text,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        if (guests.All(g => g.Node.VirtType() == "kvm" && g.TextOf("hw_architecture") is { } guest && FamilyOf(g) is { } family && !family.Contains(guest)))
        {
            var value = image.Property("hw_architecture");
            var hosts = guests.Select(g => g.Node.Target.Architecture!).Distinct().ToArray();
            yield return Found(value, value.Text!, Phrases.OneOf(hosts), hosts[0]).ReplaceBy(hosts[0]);
        }
    }

    private static string[]? FamilyOf(GuestFacts guest) => s_families.FirstOrDefault(f => f.Contains(guest.Node.Target.Architecture));
}
