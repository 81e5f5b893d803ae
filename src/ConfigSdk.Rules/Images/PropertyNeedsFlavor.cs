namespace ConfigSdk.Rules.Images;

/// <summary>A property that an image cannot decide alone.</summary>
internal sealed class PropertyNeedsFlavor : GuestRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3017", "Image property that needs the flavor's consent",
        "{0} is nothing that an image can have alone: {1}",
        Consequence.Notable, "Some of what an image asks for costs the host something, and nova grants it only to flavors that say so too. With other flavors nova refuses the guest or passes over the property.");

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests) =>
        from need in Needs(image)
        let value = image.Property(need.Name)
        where value.Text is not null && guests.All(g => g.Property(need.Name).IsSet && (need.When is null || need.When(g)))
        select Found(value, need.Name, need.Why);

    private static IEnumerable<Need> Needs(ImageFacts image)
    {
        yield return new("hw_mem_page_size", "nova refuses guests whose flavor does not have hw:mem_page_size any or large");
        if (image.Property("hw_video_ram").Text is { } ram && PropertyTexts.Integer(ram) > 0)
        {
            yield return new("hw_video_ram", "nova refuses guests whose flavor does not allow as many MiB with hw_video:ram_max_mb", g => g.UsesQemu && g.HasDisplay == true);
        }

        if (DeclaredProperties.IsTrue(image.Property("hw_locked_memory")) == true)
        {
            yield return new("hw_locked_memory", "nova refuses guests unless the flavor has hw:mem_page_size", g => g.Property("hw_mem_page_size").IsUnset);
        }

        yield return new("hw_cpu_thread_policy", "nova refuses guests unless the flavor has hw:cpu_policy dedicated", g => g.TextOf("hw_cpu_policy") == "shared" || g.Property("hw_cpu_policy").IsUnset);
        if (image.Property("hw_cpu_policy").Text == "mixed")
        {
            yield return new("hw_cpu_policy", "nova refuses mixed guests unless the flavor says which CPUs are dedicated, with hw:cpu_dedicated_mask or hw:cpu_realtime");
        }

        yield return new("hw_cpu_realtime_mask", "nova reads it only for guests whose flavor has hw:cpu_realtime");
        yield return new("hw_tpm_model", "nova reads it only where hw_tpm_version or the flavor's hw:tpm_version asks for a TPM", g => g.Property("hw_tpm_version").IsUnset);
        yield return new("hw_mem_encryption_model", "nova reads it only where hw_mem_encryption or the flavor's hw:mem_encryption asks for encryption", g => g.IsOn("hw_mem_encryption") == false);
        yield return new("hw_maxphysaddr_bits", "it limits no guest where neither hw_maxphysaddr_mode nor the flavor's hw:maxphysaddr_mode is set", g => g.Property("hw_maxphysaddr_mode").IsUnset);
    }

    private sealed record Need(string Name, string Why, Func<GuestFacts, bool>? When = null);
}
