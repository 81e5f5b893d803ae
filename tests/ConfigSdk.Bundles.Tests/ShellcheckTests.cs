using System.Text;

namespace ConfigSdk.Bundles.Tests;

/// <summary>Every script, in the eyes of shellcheck and of the shells that only look whether they can read it.</summary>
public sealed class ShellcheckTests : IDisposable
{
    private static readonly Dictionary<string, NodeProfile> s_nodes = new()
    {
        ["all"] = GoodHost.Profile.Override(new()
        {
            Nova = new()
            {
                Default = new() { TransportUrl = Secret.FromEnvironment("URL") },
                Libvirt = new() { CpuPowerManagement = true, ImagesType = ImagesType.Rbd, VolumeEnforceMultipath = true },
            },
        }),
        ["governors"] = GoodHost.Profile.Override(new()
        {
            Nova = new()
            {
                Libvirt = new() { CpuPowerManagement = true, CpuPowerManagementStrategy = CpuPowerManagementStrategy.Governor, RngDevPath = "/dev/it's here" },
            },
        }),
        ["plain"] = new() { Target = Target.Icehouse, Nova = new() { Default = new() { ComputeDriver = ComputeDriver.Libvirt }, Libvirt = new() { VirtType = VirtType.Kvm } } },
        ["empty"] = new() { Target = Target.Rhel9(NovaRelease.Epoxy) },
        ["arm"] = new() { Target = new(NovaRelease.Caracal, "10.0", "8.2", "aarch64"), Nova = new() { Libvirt = new() { VirtType = VirtType.Kvm } } },
    };

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("configsdk-");

    public void Dispose() => _directory.Delete(recursive: true);

    public static TheoryData<string> Nodes => [.. s_nodes.Keys];

    [Theory]
    [MemberData(nameof(Nodes))]
    public void Shellcheck_has_nothing_to_say(string node)
    {
        Shell.Require("shellcheck");
        Assert.Equal((0, "", ""), Shell.Run("shellcheck", ["--shell=sh", "--severity=style", .. Scripts(node)]));
    }

    [Theory]
    [InlineData("dash")]
    [InlineData("bash")]
    public void Shells_can_read_them(string shell)
    {
        Shell.Require(shell);
        Assert.All(s_nodes.Keys.SelectMany(Scripts), s => Assert.Equal((0, "", ""), Shell.Run(shell, ["-n", s])));
    }

    private string[] Scripts(string node)
    {
        var image = Render.Image(new Image("it's", DiskFormat.Raw) { Properties = new() { Extra = [new("os_note", "$(id) 'x'")] } });
        var scripts = Render.Node(s_nodes[node]).Files.Concat(ImageBundle.Common([image])).Where(f => f.Path.EndsWith(".sh", StringComparison.Ordinal)).ToArray();
        Assert.True(scripts.Length >= 3);
        return [.. scripts.Select(s =>
        {
            var path = Path.Combine(_directory.FullName, $"{node}.{s.Path.Replace('/', '.')}");
            File.WriteAllText(path, Encoding.UTF8.GetString(s.Content.Span));
            return path;
        })];
    }
}
