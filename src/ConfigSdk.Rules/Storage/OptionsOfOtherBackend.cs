using ConfigSdk.Catalog;
using ConfigSdk.Rules.Libvirt;

namespace ConfigSdk.Rules.Storage;

/// <summary>A rule over options that only one of the places reads in which nova keeps local disks.</summary>
internal abstract class OptionsOfOtherBackend(string id, string title, string description, string backend, params OptionName[] options)
    : OptionsWithoutEffect(id, title, description)
{
    protected sealed override IEnumerable<Ignored> IgnoredIn(NodeFacts node) =>
        node.KeepsDisksElsewhere(backend)
            ? options.Where(o => MayBeIgnored(node, o)).Select(o => new Ignored(
                o, $"[libvirt] images_type is {node.ImagesType()}, and nova reads the option for disks in {backend} alone",
                $"set Libvirt.ImagesType to {backend}", node.Option("libvirt", "images_type")))
            : [];

    /// <summary>Whether no other rule speaks of the option here.</summary>
    protected virtual bool MayBeIgnored(NodeFacts node, OptionName option) => true;

    protected static OptionName[] OfLibvirt(params string[] options) => [.. options.Select(o => new OptionName("libvirt", o))];
}
