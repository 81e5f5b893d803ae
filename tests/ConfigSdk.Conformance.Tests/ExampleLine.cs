using ConfigSdk.Catalog;
using ConfigSdk.Rules;
using ConfigSdk.Rules.Tests;

namespace ConfigSdk.Conformance.Tests;

/// <summary>A line of the rules' tests that declares a node, as a release that is installed can be asked about it.</summary>
internal static class ExampleLine
{
    private static readonly string[] s_targetSettings = ["target", "nova", "libvirt", "qemu", "architecture", "platform", "name", "group"];

    /// <summary>Whether a setting says what the node runs on, or which one it is.</summary>
    public static bool IsOfTarget(string name) => s_targetSettings.Contains(name);

    /// <summary>The settings of a line.</summary>
    public static IEnumerable<(string Name, string Value)> Settings(string line) =>
        line.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(s => s.Split('=', 2, StringSplitOptions.TrimEntries)).Select(s => (s[0], s[1]));

    /// <summary>The node that declares the settings for a release, on the libvirt and QEMU beside it if the line names no others.</summary>
    public static NodeFacts Node(string line, Release release) => Declared.Node(string.Join(
        " | ",
        Settings($"nova = {release.Tag} | libvirt = {Beside.Of(release).Libvirt} | qemu = {Beside.Of(release).Qemu} | architecture = x86_64 | DEFAULT.compute_driver = libvirt.LibvirtDriver | {line}")
            .GroupBy(s => s.Name).Select(s => $"{s.Key} = {s.Last().Value}")));
}
