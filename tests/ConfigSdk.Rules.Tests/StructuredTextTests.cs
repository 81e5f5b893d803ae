using ConfigSdk.Catalog;

namespace ConfigSdk.Rules.Tests;

/// <summary>Values with a structure are texts to rules, at the place where they were written, and structures to those that ask.</summary>
public class StructuredTextTests
{
    private static readonly Record s_spec = Of("PciDeviceSpec", ("vendor_id", Text("8086")), ("address", Of("PciAddressPattern", ("slot", Text("0[1-2]")))), ("traits", List(Text("B"), Text("A"))));

    [Fact]
    public void An_object_is_compact_json_in_the_order_of_its_keys() =>
        Assert.Equal("""{"address":{"slot":"0[1-2]"},"traits":"B,A","vendor_id":"8086"}""", StructuredText.Of(s_spec).Text);

    [Theory]
    [InlineData("a\"b\\", """{"name":"a\"b\\"}""")]
    [InlineData("\n\u0001é\u2028$x", "{\"name\":\"\\u000a\\u0001é\u2028$x\"}")]
    public void Text_in_json_is_escaped(string name, string json) => Assert.Equal(json, StructuredText.Of(Of("PciAlias", ("name", Text(name)))).Text);

    [Fact]
    public void A_dictionary_is_pairs_in_the_order_of_its_keys() =>
        Assert.Equal("B:,a:1:2", StructuredText.Of(Of(StructuredText.Dictionary, ("a", Text("1:2")), ("B", Text("")))).Text);

    [Fact]
    public void What_is_not_known_as_a_whole_has_no_text()
    {
        Assert.IsType<Unknown>(StructuredText.Of(Of("PciAlias", ("name", Unknown.Instance))));
        Assert.IsType<Unknown>(StructuredText.Of(Of("PciAlias", ("traits", new Sequence([], isOpen: true, null)))));
        Assert.IsType<Unknown>(StructuredText.Of(new Record("PciAlias", new Dictionary<string, PartialValue>(), isOpen: true, null)));
        Assert.Equal("{}", StructuredText.Of(Of("PciAlias", ("name", Unset.Instance))).Text);
    }

    [Fact]
    public void Rules_read_texts_and_those_that_ask_the_structure()
    {
        var node = Node("[pci] device_spec", List(s_spec, Text("{}")));
        var texts = Assert.IsType<Sequence>(node.Option("pci", "device_spec")).Items;
        Assert.Equal(["""{"address":{"slot":"0[1-2]"},"traits":"B,A","vendor_id":"8086"}""", "{}"], texts.Select(t => t.Text));
        Assert.Same(s_spec.Origin, texts[0].Origin);
        var setting = Assert.Single(node.Options);
        Assert.Equal(texts.Select(t => t.Text), ((Sequence)setting.Value).Items.Select(i => i.Text));
        Assert.Same(s_spec, ((Sequence)setting.Declared).Items[0]);
    }

    [Theory]
    [InlineData("a", "1", null)]
    [InlineData("a", "", null)]
    [InlineData("a", "1:2", null)]
    [InlineData("", "1", "The key '' of [DEFAULT] reserved_huge_pages is empty, which nova refuses")]
    [InlineData("a:b", "1", "The key 'a:b' of [DEFAULT] reserved_huge_pages has a colon, at which nova ends the key")]
    [InlineData("a,b", "1", "The key 'a,b' of [DEFAULT] reserved_huge_pages has a comma, at which nova splits the list")]
    [InlineData("a", "1,2", "The value '1,2' of [DEFAULT] reserved_huge_pages has a comma, at which nova splits the list")]
    [InlineData("a", " 1", "The value ' 1' of [DEFAULT] reserved_huge_pages begins or ends with white space, which nova strips")]
    public void NOVA5005_pairs_that_nova_would_read_as_others(string key, string value, string? message)
    {
        var dictionary = Of(StructuredText.Dictionary, (key, Text(value)));
        var findings = Judged.Of(Node("[DEFAULT] reserved_huge_pages", List(dictionary))).Where(f => f.Rule.Id != "NOVA4017").ToArray();
        Assert.Equal(message is null ? [] : [message + "; nova would not read what was meant, so nothing is written"], findings.Select(f => f.Message));
        Assert.All(findings, f => Assert.Same(dictionary, f.At));
    }

    [Fact]
    public void NOVA5005_items_inside_json_that_nova_would_split()
    {
        var trait = Text("A,B");
        Assert.Same(trait, Assert.Single(Judged.Of(Node("[pci] device_spec", List(Of("PciDeviceSpec", ("traits", List(trait))))))).At);
    }

    private static NodeFacts Node(string option, PartialValue value) => NodeFacts.OfNode(
        Of("ComputeNode", ("Name", Text("n")), ("Profile", Of("NodeProfile", ("Target", Of("Target", ("Nova", Text("31.0.0")))), ("Nova", Of("Nova", ("Group", Of("Group", (option, value)))))))),
        FactCatalog.Bundled)!;

    private static Known Text(string text) => new(text, new object());

    private static Sequence List(params PartialValue[] items) => new(items, isOpen: false, new object());

    private static Record Of(string type, params (string Key, PartialValue Value)[] properties) =>
        new(type, properties.ToDictionary(p => p.Key, p => p.Value), isOpen: false, new object());
}
