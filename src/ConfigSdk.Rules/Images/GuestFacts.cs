using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Images;

/// <summary>
/// What a guest of an image gets on a node that the libvirt driver runs. nova asks the image first, then the node, then its own defaults.
/// What is not known is null, and so is what a release does not read.
/// </summary>
internal sealed class GuestFacts(ImageFacts image, NodeFacts node)
{
    /// <summary>The node.</summary>
    public NodeFacts Node => node;

    /// <summary>The node's release.</summary>
    public Release Release => node.Target.Release!;

    /// <summary>Whether guests run under QEMU, with or without KVM.</summary>
    public bool UsesQemu => node.VirtType() is "kvm" or "qemu";

    /// <summary>Whether the node's release is the named one or a later one.</summary>
    public bool IsAtLeast(string tag) => Release.IsAtLeast(tag);

    /// <summary>A property as the node reads it: unset where its release does not know it.</summary>
    public PartialValue Property(string name) =>
        ImageProperties.Find(name)?.In(Release) is null ? Unset.Instance : image.Property(name);

    /// <summary>A property's text in nova's own words; null too where the image leaves it out, and where the release does not take the text (NOVA3003).</summary>
    public string? TextOf(string name) =>
        Property(name).Text is { } text && PropertyTexts.Read(name, text) is var read
        && ImageProperties.Find(name)!.In(Release)!.Values is var values && (values.Count == 0 || values.Contains(read)) ? read : null;

    /// <summary>Whether a flexible boolean is true.</summary>
    public bool? IsOn(string name) => DeclaredProperties.IsTrue(Property(name));

    /// <summary>The architecture by which nova chooses the machine type: the image's, or the host's.</summary>
    public string? HardwareArchitecture => Property("hw_architecture") switch
    {
        Known => TextOf("hw_architecture"),
        Unset => node.Target.Architecture,
        _ => null,
    };

    /// <summary>The architecture that the guest sees; since 25.0.0 it can be an emulated one.</summary>
    public string? Architecture => Property("hw_emulation_architecture") switch
    {
        Known => TextOf("hw_emulation_architecture"),
        Unset => HardwareArchitecture,
        _ => null,
    };

    /// <summary>Whether the guest is an x86 one.</summary>
    public bool IsX86 => Architecture is "x86_64" or "i686";

    /// <summary>The machine type: the image's, the node's for the architecture, or since 20.0.0 nova's own default; unset where QEMU chooses.</summary>
    public PartialValue MachineType
    {
        get
        {
            var own = Property("hw_machine_type");
            if (!own.IsUnset)
            {
                return own;
            }

            var architecture = HardwareArchitecture;
            if (architecture is null || node.ItemsOf("libvirt", "hw_machine_type") is not { } mappings || !IsAtLeast("20.0.0"))
            {
                return Unknown.Instance;
            }

            foreach (var mapping in mappings)
            {
                var parts = mapping.Value.Split(['='], 2);
                if (parts[0] == architecture && parts.Length == 2 && parts[1].Length > 0)
                {
                    return new Known(parts[1], mapping.Origin);
                }
            }

            return architecture switch
            {
                "x86_64" or "i686" => new Known("pc", null),
                "aarch64" or "armv7l" => new Known("virt", null),
                "s390" or "s390x" => new Known("s390-ccw-virtio", null),
                // A default came between 31.0.0 and 34.0.0.
                "ppc64le" => Unknown.Instance,
                _ => Unset.Instance,
            };
        }
    }

    /// <summary>Whether the machine type is certainly another kind than the one that has this word in its name.</summary>
    public bool IsOtherMachineThan(string word) => MachineType.Text is { } machine && !machine.Contains(word);

    /// <summary>The firmware: <c>uefi</c>, <c>bios</c>, or nothing where the image leaves it to QEMU. AArch64 guests have UEFI unless the image says otherwise.</summary>
    public string? Firmware => Property("hw_firmware_type") switch
    {
        Known known => known.Value,
        Unset when Architecture is { } architecture => architecture == "aarch64" && IsAtLeast("17.0.0") ? "uefi" : "",
        _ => null,
    };

    /// <summary>Whether guests get a screen.</summary>
    public bool? HasDisplay => (node.IsOn("vnc", "enabled"), node.IsOn("spice", "enabled")) switch
    {
        (true, _) or (_, true) => true,
        (false, false) => false,
        _ => null,
    };
}
