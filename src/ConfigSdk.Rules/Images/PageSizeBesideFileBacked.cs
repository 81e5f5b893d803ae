namespace ConfigSdk.Rules.Images;

/// <summary>An image that wants pages of a size, on nodes where guests' memory lies in files.</summary>
internal sealed class PageSizeBesideFileBacked : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3046", "Page size beside file-backed memory",
        "{0} = {1} needs guests with pages of a size, but on every node [libvirt] file_backed_memory is set, and {2} refuses the two together, so every guest of the image would fail to start. Keep nodes without file-backed memory for such guests, or leave the property out.",
        Consequence.Refused, "A guest's memory lies in files or in pages of a size that was asked for, the smallest size included. Locked memory is granted only beside such a size.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        if (guests.All(g => g.UsesQemu && g.IsAtLeast("18.0.0") && g.Node.NumberOf("libvirt", "file_backed_memory") > 0))
        {
            var (size, locked) = (image.Property("hw_mem_page_size"), image.Property("hw_locked_memory"));
            var (name, member, value) = size.Text is { Length: > 0 } ? ("hw_mem_page_size", "HwMemPageSize", size)
                : guests.All(g => g.IsOn("hw_locked_memory") == true) ? ("hw_locked_memory", "HwLockedMemory", locked)
                : default;
            if (name is not null)
            {
                yield return Found(value, name, value.Text!, Nova(guests)).With(Origins(guests.Select(g => g.Node.Option("libvirt", "file_backed_memory")))).OfferToRemove(member);
            }
        }
    }
}
