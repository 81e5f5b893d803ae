using ConfigSdk.Tool.Catalog;

namespace ConfigSdk.Tool.Tests;

public sealed class NovaOptionsImportTests : IDisposable
{
    private readonly FactFolder _facts = new();

    public void Dispose() => _facts.Dispose();

    [Fact]
    public void What_a_listing_says_of_a_release_is_said_of_that_release_alone()
    {
        Import("27.0.0", Option("libvirt", "num_pcie_ports", "integer value", "7", """ "min": 1, "max": 9,"""));
        Assert.Equal(
            ["18.0.0\t26.0.0\tInteger\t0\t\t0\t28", "27.0.0\t27.0.0\tInteger\t7\t\t1\t9", "28.0.0\t\tInteger\t0\t\t0\t28"],
            Rows("libvirt", "num_pcie_ports"));
    }

    [Fact]
    public void What_a_listing_does_not_tell_is_what_was_known_before()
    {
        Import("31.0.0", Option("serial_console", "port_range", "string value", "\"1:2\""));
        Assert.Contains("31.0.0\t31.0.0\tString\t\"1:2\"\t\t\t\t^\\d+:\\d+$", Rows("serial_console", "port_range"));
        Import("31.0.0", Option("DEFAULT", "my_ip", "string value", "\"192.0.2.7\""));
        Assert.DoesNotContain(Rows("DEFAULT", "my_ip"), r => r.Contains("192.0.2.7", StringComparison.Ordinal));
    }

    [Fact]
    public void An_own_option_that_a_listing_no_longer_has_is_gone()
    {
        Import("34.0.0", Option("libvirt", "cpu_mode", "string value", "null"));
        Assert.DoesNotContain(Rows("libvirt", "cpu_models"), r => r.StartsWith("20.0.0\t\t", StringComparison.Ordinal));
        Assert.Contains(Rows("libvirt", "cpu_models"), r => r.StartsWith("20.0.0\t33.0.0\t", StringComparison.Ordinal));
    }

    [Fact]
    public void A_new_option_of_a_library_is_known_beside_that_release_alone()
    {
        Import("31.0.0", Option("oslo_new", "made_up", "boolean value", "false", from: "oslo.new"));
        Assert.Equal(["31.0.0\t31.0.0\tBoolean\tfalse\t\t\t\t\t\t\t\t\t\t\toslo.new"], Rows("oslo_new", "made_up", columns: 17));
    }

    [Fact]
    public void A_new_option_that_reads_an_old_ones_name_takes_its_place()
    {
        Import("34.0.0", Option("libvirt", "pcie_ports", "integer value", "0", """ "deprecated_opts": [{"group": "libvirt", "name": "num_pcie_ports"}],"""));
        Assert.Equal("libvirt/num_pcie_ports", Rows("libvirt", "pcie_ports", columns: 17)[0].Split('\t')[13]);
        Assert.Empty(Rows("libvirt", "num_pcie_ports"));
    }

    [Theory]
    [InlineData("{", "(1,2): a member's name in quotes should stand here")]
    [InlineData("{}", "(1,1): 'options' should be an object here")]
    [InlineData("{\"options\": {}}", "(1,1): the listing has no options")]
    [InlineData("{\"options\": {\"libvirt\":\n {\"opts\": [{\"dest\": \"x\", \"type\": \"colour value\"}]}}}", "(2,34): type: 'colour value' is none of oslo.config's types")]
    [InlineData("{\"options\": {\"libvirt\": {\"opts\": [{\"dest\": \"a b\", \"type\": \"string value\"}]}}}", "a name of a group or option has 1 to 200 characters")]
    [InlineData("{\"options\": {\"libvirt\": {\"opts\": 1}}}", "'opts' should be an array here")]
    public void What_is_no_listing_is_refused_with_its_place_and_nothing_is_written(string text, string message)
    {
        var before = _facts.Text("nova-options");
        var refusal = Assert.Throws<ImportException>(() => NovaOptionsImport.Read(("listing.json", text)));
        Assert.StartsWith("listing.json(", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, _facts.Import("nova-options", "--nova", "31.0.0", "--from", _facts.Input("listing.json", text)));
        Assert.Equal(before, _facts.Text("nova-options"));
    }

    [Fact]
    public void A_release_that_is_not_known_is_refused() =>
        Assert.Equal(1, _facts.Import("nova-options", "--nova", "99.0.0", "--from", _facts.Input("x.json", Option("a", "b", "string value", "null"))));

    private void Import(string nova, string listing) =>
        Assert.Equal(0, _facts.Import("nova-options", "--nova", nova, "--from", _facts.Input("listing.json", listing)));

    private static string Option(string group, string name, string type, string value, string more = "", string from = "nova.conf") =>
        $$"""{"options": {"{{group}}": {"opts": [{"dest": "{{name}}", "type": "{{type}}",{{more}} "default": {{value}}, "namespace": "{{from}}"}] } } }""";

    /// <summary>The option's rows from the release on.</summary>
    private string[] Rows(string group, string option, int columns = 10) =>
    [
        .. _facts.Text("nova-options").Split('\n').Where(l => l.StartsWith($"{group}\t{option}\t", StringComparison.Ordinal))
            .Select(l => string.Join('\t', l.Split('\t')[2..Math.Min(columns, l.Split('\t').Length)])),
    ];
}
