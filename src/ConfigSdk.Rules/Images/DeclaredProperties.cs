using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Images;

/// <summary>An image's properties as nova reads them, whatever way and under whichever of its names each was declared.</summary>
internal static class DeclaredProperties
{
    /// <summary>The old name that sets hw_disk_bus, and beside a bus of scsi hw_scsi_model.</summary>
    public const string AdapterType = "vmware_adaptertype";

    /// <summary>
    /// The value that nova reads for a property; unset where the image certainly leaves it out. The current name goes before the old ones.
    /// Unknown where several entries set it: which of them counts is no question that a declaration should raise (NOVA3009).
    /// </summary>
    public static PartialValue Property(this ImageFacts image, string name)
    {
        if (image.Properties.TryGetValue(name, out var typed) && !typed.IsUnset)
        {
            return typed;
        }

        var current = image.Extra.Where(e => e.Name.Text == name).ToArray();
        var entries = current.Length > 0 ? current : [.. image.Extra.Where(e => e.Name.Text is { } n && ImageProperties.CurrentNameOf(n) == name)];
        return entries.Length == 1 ? entries[0].Value
            : entries.Length > 1 || image.HasUnknownProperties ? Unknown.Instance
            : name is "hw_disk_bus" or "hw_scsi_model" ? ByAdapterType(name, [.. image.Extra.Where(e => e.Name.Text == AdapterType).Select(e => e.Value)])
            : Unset.Instance;
    }

    private static PartialValue ByAdapterType(string name, PartialValue[] values) => values switch
    {
        [] or [Known { Value: "" }] => Unset.Instance,
        [Known { Value: "ide" } ide] => name == "hw_disk_bus" ? ide : Unset.Instance,
        [Known model] => name == "hw_disk_bus" ? new Known("scsi", model.Origin) : model,
        _ => Unknown.Instance,
    };

    /// <summary>Whether nova reads a flexible boolean as true; null if that is not known.</summary>
    public static bool? IsTrue(PartialValue value) =>
        value.IsUnset ? false : value.Text is { } text ? PropertyTexts.IsTrue(text) : null;
}
