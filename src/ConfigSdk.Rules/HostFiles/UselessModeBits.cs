using System.Globalization;

namespace ConfigSdk.Rules.HostFiles;

/// <summary>Bits of a device's mode that mean nothing for a device.</summary>
internal sealed class UselessModeBits : HostRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "NOVA2022", "Mode bits without meaning for a device",
        "Mode {0} of /dev/kvm has bits for execution, set-user-id or sticky, which mean nothing for a device and make audits ask. Write {1}.",
        Consequence.Notable, "A device node is opened, read and written, never run. The kernel looks at its bits for reading and writing alone.")
    {
        Fixes = RuleFixes.Text,
    };

    public override IEnumerable<Finding> Judge(NodeFacts node)
    {
        var kvm = KvmDevice.Of(node);
        // Where QEMU is kept out, another rule says what to write.
        return kvm.Bits is { } bits && (bits & ~Meant) != 0 && kvm.KeepsGuestsOut is null
            ? [Found(kvm.Mode, kvm.Mode.Text!, Text(bits)).ReplaceBy(Text(bits))]
            : [];
    }

    // Reading and writing for owner, group and others: 0666.
    private const int Meant = (6 << 6) | (6 << 3) | 6;

    private static string Text(int bits) =>
        string.Format(CultureInfo.InvariantCulture, "0{0}{1}{2}", (bits & Meant) >> 6, ((bits & Meant) >> 3) & 7, bits & Meant & 7);
}
