using System.Text.Json;
using ConfigSdk.Catalog;
using ConfigSdk.Hosting;
using ConfigSdk.Rules;

namespace ConfigSdk.Conformance.Tests;

/// <summary>What the model says of texts to which nova gives a meaning is what nova makes of them.</summary>
public class ValueConformance
{
    [Theory]
    [InlineData("1,2,3,4,6", "1-4,6")]
    [InlineData("2,3,6", "2-6,^4-5")]
    [InlineData("2,3", "2-4,^4,4")]
    [InlineData("refused", "4-2")]
    public void A_cpu_sets_text_means_to_nova_what_the_model_says(string cpus, string text) =>
        Assert.Equal(cpus, Nova("from nova.virt.hardware import parse_cpu_spec", "','.join(map(str, sorted(parse_cpu_spec(text))))", text));

    [Fact]
    public void Cpu_sets_that_are_made_are_read()
    {
        Assert.Equal("0,1,4", Cpus(CpuSet.Of(0, 1, 4)));
        Assert.Equal("2,3,4,6", Cpus(CpuSet.Range(2, 6).Except(5)));
        Assert.Equal("2,7,8", Cpus(CpuSet.Range(2, 5).And(CpuSet.Range(7, 8)).ExceptRange(3, 6)));
        static string Cpus(CpuSet set) => Nova("from nova.virt.hardware import parse_cpu_spec", "','.join(map(str, sorted(parse_cpu_spec(text))))", set.Text!);
    }

    [Fact]
    public void A_device_spec_has_the_fields_that_nova_takes_from_it()
    {
        var text = Text(new() { DeviceSpec = [new() { VendorId = "8086", ProductId = "10fb", Address = "*:0a:00.*", PhysicalNetwork = "physnet1", Trusted = true, RemoteManaged = false }] }, "device_spec");
        using var read = JsonDocument.Parse(Nova(
            "import json; from nova.pci.devspec import PciDeviceSpec",
            "json.dumps((lambda s: [s.vendor_id, s.product_id, s.address.pci_address_spec.bus, s.address.pci_address_spec.domain, s.tags])(PciDeviceSpec(json.loads(text))))",
            text));
        Assert.Equal("""["8086", "10fb", "0a", "*", {"physical_network": "physnet1", "remote_managed": "false", "trusted": "true"}]""", read.RootElement.GetRawText());
    }

    [Fact]
    public void A_device_spec_may_have_an_address_by_patterns()
    {
        var text = Text(new() { DeviceSpec = [new() { Address = new PciAddressPattern { Bus = "02", Slot = "0[1-2]", Function = "." } }] }, "device_spec");
        Assert.Equal("True False", Nova(
            "import json; from nova.pci.devspec import PciDeviceSpec",
            "(lambda s: '%s %s' % tuple(s.match({'vendor_id': '8086', 'product_id': '1', 'address': a, 'parent_addr': None}) for a in ('0000:02:01.1', '0000:02:03.1')))(PciDeviceSpec(json.loads(text)))",
            text));
    }

    [Fact]
    public void An_alias_is_what_novas_schema_asks_for()
    {
        var alias = new PciAlias { Name = "gpu", VendorId = "10de", ProductId = "1eb8", DeviceType = PciDeviceType.TypeVf, CapabilityType = PciCapabilityType.Pci, NumaPolicy = PciNumaPolicy.Socket };
        Assert.Equal("None", Schema(alias));
        Assert.Equal("refused", Schema(alias with { VendorId = "8086x" }));
        static string Schema(PciAlias alias) => Nova(
            "import json, jsonschema; from nova.pci import request", "jsonschema.validate(json.loads(text), request._ALIAS_SCHEMA)", Text(new() { Alias = [alias] }, "alias"));
    }

    private static string Text(PciOptions pci, string option) =>
        ((Sequence)NodeFacts.OfNode(ObjectReader.Read(new ComputeNode("judged", new() { Nova = new() { Pci = pci } }), null), FactCatalog.Bundled)!.Option("pci", option)).Items[0].Text!;

    /// <summary>What a Python expression makes of the text, or that it raises.</summary>
    private static string Nova(string imports, string expression, string text)
    {
        Tool.Require("nova", "python3-nova", "/usr/bin/python3", "-c", "import nova.version");
        return Tool.Run("/usr/bin/python3", ["-c", $"""
            import sys, logging, warnings
            warnings.simplefilter("ignore")
            logging.disable(logging.CRITICAL)
            {imports}
            text = sys.stdin.read()
            try:
                print({expression})
            except Exception:
                print("refused")
            """], text).Trim();
    }
}
