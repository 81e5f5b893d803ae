namespace ConfigSdk.Bundles.Tests;

/// <summary>images/apply.sh, with a stand-in for the openstack client that notes how it is called.</summary>
public sealed class ImageScriptTests : IDisposable
{
    private const string Strange = "it's \"$(id)\" `id` \\ $HOME *";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("configsdk ");
    private readonly Image[] _images =
    [
        new("debian 13", DiskFormat.Qcow2) { Properties = new() { HwQemuGuestAgent = true, Extra = [new("os_note", Strange)] } },
        new("-plain", DiskFormat.Raw),
    ];

    public ImageScriptTests() => Shell.Require("sh");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Images_that_are_missing_are_created_with_their_data_and_others_set()
    {
        Directory.CreateDirectory(At("data"));
        File.WriteAllText(At("data/debian 13.qcow2"), "");
        var (code, calls, _) = Run("11 -plain", "--data", At("data"));
        Assert.Equal(0, code);
        Assert.Equal(
            [
                "image|list|--format|value|--column|ID|--column|Name",
                "image|show|--format|value|--column|disk_format|11",
                $"image|create|--format|value|--column|id|--disk-format=qcow2|--container-format=bare|--property=hw_qemu_guest_agent=yes|--property=os_note={Strange}|--file={At("data")}/debian 13.qcow2|--|debian 13",
            ],
            calls);
    }

    [Fact]
    public void Properties_of_an_image_that_is_there_are_set_and_set_again()
    {
        foreach (var _ in new[] { 1, 2 })
        {
            var (code, calls, _) = Run("10 debian 13\n12 debian 13.1", "--only", "debian 13");
            Assert.Equal(0, code);
            Assert.Equal($"image|set|--property=hw_qemu_guest_agent=yes|--property=os_note={Strange}|10", calls[^1]);
            Assert.Equal(3, calls.Length);
        }
    }

    [Fact]
    public void Check_changes_nothing_and_tells_what_is_missing()
    {
        Assert.Equal(2, Run("10 debian 13", "--check").Code);
        var (code, calls, _) = Run("10 debian 13\n11 -plain", "--check");
        Assert.Equal((0, 1), (code, calls.Length));
    }

    [Fact]
    public void Of_two_images_of_one_name_none_is_touched()
    {
        var (code, calls, error) = Run("10 debian 13\n12 debian 13", "--only", "debian 13");
        Assert.Equal((1, 1), (code, calls.Length));
        Assert.Contains("2 images are named 'debian 13'", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_of_another_format_is_not_touched()
    {
        var (code, calls, error) = Run("11 -plain", "--only", "-plain", "vmdk");
        Assert.Equal((1, 2), (code, calls.Length));
        Assert.Contains("'-plain' (11) is in format vmdk, declared is raw", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_whose_data_is_not_there_is_not_created()
    {
        Directory.CreateDirectory(At("data"));
        var (code, calls, error) = Run("11 -plain", "--only", "debian 13", "--data", At("data"));
        Assert.Equal((1, 1), (code, calls.Length));
        Assert.Contains("there is neither", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--only", "nobody")]
    [InlineData("--data", "/nonexistent")]
    [InlineData("--force", "")]
    public void A_wrong_call_is_refused(string argument, string value) => Assert.Equal(64, Run("", argument, value).Code);

    [Fact]
    public Task Two_images() => Verifier.Verify(Text(), "sh");

    private string At(string path) => Path.Combine(_directory.FullName, path);

    private string Text() => System.Text.Encoding.UTF8.GetString(ImageBundle.Common([.. _images.Select(Render.Image)]).Single().Content.Span);

    /// <summary>Runs the script; the last argument may be the format that Glance has for every image.</summary>
    private (int Code, string[] Calls, string Error) Run(string list, params string[] arguments)
    {
        var format = arguments[^1] == "vmdk" ? "vmdk" : "raw";
        arguments = [.. arguments.Where(a => a != "vmdk")];
        if (list.StartsWith("10 ", StringComparison.Ordinal))
        {
            format = "qcow2";
        }

        File.WriteAllText(At("calls"), "");
        File.WriteAllText(At("list"), list + "\n");
        File.WriteAllText(At("apply.sh"), Text());
        File.WriteAllText(At("openstack"), $$"""
            #!/bin/sh
            (IFS='|'; printf '%s\n' "$*" >> '{{At("calls")}}')
            case $2 in
                list) cat '{{At("list")}}' ;;
                show) echo {{format}} ;;
                create) echo 13 ;;
            esac
            """);
        Permissions.Set(At("openstack"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var (code, _, error) = Shell.Run("sh", [At("apply.sh"), .. arguments], ("PATH", $"{_directory.FullName}:{Environment.GetEnvironmentVariable("PATH")}"));
        return (code, File.ReadAllLines(At("calls")), error);
    }
}
