namespace ConfigSdk.Rules.HostFiles;

/// <summary>A fragment for GRUB on a platform whose GRUB reads none.</summary>
internal sealed class GrubFragmentUnread : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2039", "Fragment that GRUB does not read",
        "On {0} nothing reads /etc/default/grub.d, so no fragment is written, and the kernel would be booted without what is declared. Leave GrubFragment out, and add the arguments with grubby --update-kernel=ALL --args=\"...\".",
        Consequence.Refused, "That grub-mkconfig also reads /etc/default/grub.d/*.cfg is Debian's and Ubuntu's addition. RHEL keeps the arguments with each kernel's entry.")
    {
        IsConfigurable = false,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        if (node.WritesGrubFragment() && node.Target.Platform is { IsRhel: true } platform)
        {
            yield return Found(node.Host(ModelNames.Kernel, ModelNames.GrubFragment), platform.Title).With(node.Target.Declared);
        }
    }
}
