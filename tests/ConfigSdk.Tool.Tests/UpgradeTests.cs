using System.CommandLine;
using System.Text.Json;
using ConfigSdk.Tool.Upgrade;

namespace ConfigSdk.Tool.Tests;

public class UpgradeTests
{
    [Fact]
    public Task What_changes_in_a_group() => VerifyXunit.Verifier.Verify(Printed("--from", "2023.1", "--to", "2026.1", "--group", "libvirt"));

    [Fact]
    public Task What_changes_in_a_group_as_json() => VerifyXunit.Verifier.Verify(Printed("--from", "2023.1", "--to", "2026.1", "--group", "libvirt", "--json"), "json");

    [Fact]
    public Task What_changes_over_twelve_years() => VerifyXunit.Verifier.Verify(Printed("--from", "Icehouse", "--to", "34", "--group", "libvirt", "--group", "vnc", "--all"));

    [Theory]
    [InlineData("27.0.0", "33.0.0")]
    [InlineData("27", "33")]
    [InlineData("Antelope", "Gazpacho")]
    [InlineData("antelope", "GAZPACHO")]
    public void A_release_has_many_names(string from, string to) =>
        Assert.Equal(Printed("--from", "2023.1", "--to", "2026.1", "--json"), Printed("--from", from, "--to", to, "--json"));

    [Theory]
    [InlineData("Antelop", "33", "", "--from: 'Antelop' is no release of nova that is bundled. Did you mean 'Antelope'?")]
    [InlineData("27", "2099.1", "", "--to: '2099.1' is no release of nova that is bundled. The oldest is nova 2014.1 (Icehouse), the newest nova 34.0.0 (2026.2); write a tag, a series, an OpenStack release or a name.")]
    [InlineData("2026.1", "2023.1", "", "--to: nova 27.0.0 (2023.1 Antelope) is not later than nova 33.0.0 (2026.1 Gazpacho). The release that you run comes behind --from.")]
    [InlineData("27", "Antelope", "", "--to: nova 27.0.0 (2023.1 Antelope) is not later than nova 27.0.0 (2023.1 Antelope). The release that you run comes behind --from.")]
    [InlineData("27", "33", "libvrt", "--group: nova.conf has no group 'libvrt'. Did you mean 'libvirt'?")]
    public void What_cannot_be_compared_is_an_error(string from, string to, string group, string message)
    {
        var (exitCode, output, error) = Run(["--from", from, "--to", to, .. group.Length > 0 ? new[] { "--group", group } : []]);
        Assert.Equal((2, "", message + "\n"), (exitCode, output, error));
    }

    [Fact]
    public void A_group_has_what_was_moved_out_of_it_and_into_it()
    {
        Assert.Contains("[DEFAULT] vnc_enabled", Renamed("DEFAULT"));
        Assert.Contains("[DEFAULT] vnc_enabled", Renamed("vnc"));

        static IEnumerable<string?> Renamed(string group) => Report("--from", "Icehouse", "--to", "Epoxy", "--group", group)
            .GetProperty("renamed").EnumerateArray().Select(r => r.GetProperty("oldName").GetString());
    }

    [Fact]
    public void An_option_of_a_library_that_was_not_listed_beside_a_release_is_counted_and_in_no_list()
    {
        // Between releases beside which libraries were listed nothing is unknown.
        Assert.Equal(0, Report("--from", "26", "--to", "31").GetProperty("notKnown").GetProperty("options").GetInt32());

        var report = Report("--from", "26", "--to", "30");
        Assert.InRange(report.GetProperty("notKnown").GetProperty("options").GetInt32(), 1, 1000);
        Assert.DoesNotContain("oslo_messaging_amqp", report.GetProperty("removed").EnumerateArray().Select(r => r.GetProperty("option").GetString()!.Split(']')[0][1..]));
    }

    [Fact]
    public void What_is_refused_is_told_in_words() => Assert.Equal(
        ["virt_type: uml, xen", "volume_clear_size: less than 0"],
        Report("--from", "14", "--to", "23", "--group", "libvirt").GetProperty("values").EnumerateArray()
            .Select(v => v.GetProperty("option").GetString()!.Split(' ')[1] + ": " + string.Join("; ", v.GetProperty("refused").EnumerateArray().Select(r => r.GetString())))
            .Where(v => v.StartsWith('v')));

    private static JsonElement Report(params string[] arguments)
    {
        using var document = JsonDocument.Parse(Printed([.. arguments, "--json"]));
        return document.RootElement.Clone();
    }

    private static string Printed(params string[] arguments)
    {
        var (exitCode, output, error) = Run(arguments);
        Assert.Equal((0, ""), (exitCode, error));
        return output;
    }

    private static (int ExitCode, string Output, string Error) Run(string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = UpgradeCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
