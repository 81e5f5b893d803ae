using System.Diagnostics;
using System.Text;

namespace ConfigSdk.Bundles.Tests;

/// <summary>secrets.sh, run by this machine's /bin/sh as on a node.</summary>
public sealed class SecretsScriptTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Secrets_take_the_place_of_their_marks()
    {
        File.WriteAllText(Path.Combine(_directory, "key"), "from a file\n");
        var (code, conf, error) = Run(
            new()
            {
                Default = new() { TransportUrl = Secret.FromEnvironment("URL"), ComputeDriver = ComputeDriver.Libvirt },
                Placement = new() { Password = Secret.FromFile(Path.Combine(_directory, "key")) },
                Extra = [new("my_plugin", "password", Secret.FromCommand("printf '%s' \"from a command\""))],
            },
            ("URL", @"rabbit://n:p$a\$$ 'x'@mq"));
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            [
                "[DEFAULT]", "compute_driver = libvirt.LibvirtDriver", @"transport_url = ""rabbit://n:p$$a\\$$$ 'x'@mq""",
                "[my_plugin]", "password = \"from a command\"", "[placement]", "password = \"from a file\"",
            ],
            conf.Split('\n').Where(l => l.Length > 0 && l[0] != '#'));
    }

    [Theory]
    [InlineData(null, "cannot be read from environment URL")]
    [InlineData("", "environment URL is empty")]
    [InlineData("two\nlines", "environment URL has more than one line")]
    public void What_cannot_be_put_in_is_told_and_nothing_is_printed(string? url, string told)
    {
        var (code, conf, error) = Run(new() { Default = new() { TransportUrl = Secret.FromEnvironment("URL"), MyIp = "10.0.0.1" } }, ("URL", url));
        Assert.Equal((1, "", $"secrets.sh: transport_url: {told}\n"), (code, conf, error));
    }

    [Fact]
    public void A_missing_file_and_a_command_that_fails_are_told_both()
    {
        var (code, conf, error) = Run(new()
        {
            Default = new() { TransportUrl = Secret.FromFile("/nonexistent/key") },
            Placement = new() { Password = Secret.FromCommand("echo half; exit 3") },
        });
        Assert.Equal((1, ""), (code, conf));
        Assert.Equal(
            "secrets.sh: transport_url: cannot be read from file /nonexistent/key\nsecrets.sh: password: cannot be read from command echo half; exit 3\n", error);
    }

    private static (int Code, string Conf, string Error) Run(Nova nova, params (string Name, string? Value)[] environment)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("nodes run Linux, and so does the script");
        }

        var bundle = Render.Node(new() { Target = Target.Debian13, Nova = nova });
        string Text(string path) => Encoding.UTF8.GetString(bundle.Files.Single(f => f.Path == path).Content.Span);
        var start = new ProcessStartInfo("/bin/sh", ["-c", Text("secrets.sh")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var script = Process.Start(start)!;
        script.StandardInput.Write(Text("rootfs/etc/nova/nova.conf"));
        script.StandardInput.Close();
        var error = script.StandardError.ReadToEndAsync();
        var conf = script.StandardOutput.ReadToEnd();
        script.WaitForExit();
        return (script.ExitCode, conf, error.Result);
    }
}
