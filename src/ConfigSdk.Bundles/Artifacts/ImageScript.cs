using System.Text;

namespace ConfigSdk.Bundles.Artifacts;

/// <summary>images/apply.sh, which brings Glance's images to what is declared, through the openstack client.</summary>
internal static class ImageScript
{
    private static readonly Lazy<string> s_script = new(() => Script.Part("images.sh"));

    /// <summary>Renders the script.</summary>
    /// <param name="images">Every image.</param>
    public static BundleFile Render(IEnumerable<ImageBundle> images)
    {
        var text = new StringBuilder(s_script.Value).Append('\n');
        foreach (var image in images.OrderBy(i => i.Name, StringComparer.Ordinal))
        {
            text.Append("image ").Append(Script.Word(image.Name)).Append(' ').Append(Script.Word(image.DiskFormat)).Append(' ').Append(Script.Word(image.ContainerFormat));
            foreach (var (name, value) in image.Properties)
            {
                text.Append(" \\\n    ").Append(Script.Word($"--property={name}={value}"));
            }

            text.Append('\n');
        }

        return Script.File($"{ImageBundle.Directory}/apply.sh", text.Append("finish\n").ToString());
    }
}
