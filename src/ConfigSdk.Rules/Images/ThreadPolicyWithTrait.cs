namespace ConfigSdk.Rules.Images;

/// <summary>Two words about hyperthreads, of which nova takes one.</summary>
internal sealed class ThreadPolicyWithTrait : GuestRule
{
    private const string Trait = "trait:HW_CPU_HYPERTHREADING";

    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA3018", "Thread policy beside the hyperthreading trait",
        "hw_cpu_thread_policy cannot stand beside " + Trait + " = required: {0} refuses every guest of the image. Leave one of them out.",
        Consequence.Refused, "A thread policy and the trait are two ways to ask for hyperthreads, and nova refuses both together.")
    {
        Fixes = RuleFixes.Setting,
    };

    protected override IEnumerable<Finding> Judge(ImageFacts image, IEnumerable<GuestFacts> guests)
    {
        var policy = image.Property("hw_cpu_thread_policy");
        var trait = image.Extra.FirstOrDefault(e => e.Name.Text == Trait && e.Value.Text == "required").Name;
        if (policy.Text is not null && trait is not null && guests.All(g => g.IsAtLeast("20.0.0")))
        {
            yield return Found(policy, Nova(guests)).With(trait).OfferToRemove("HwCpuThreadPolicy");
        }
    }
}
