using System.Text.RegularExpressions;
using ConfigSdk.Catalog;
using ConfigSdk.Tests;

namespace ConfigSdk.Rules.Tests;

public class ContractTests
{
    public static TheoryData<string> Ids => [.. RuleCatalog.Descriptors.Select(d => d.Id)];

    private static RuleDescriptor Descriptor(string id) => RuleCatalog.Descriptors.Single(d => d.Id == id);

    [Fact]
    public void Every_id_is_there_once() =>
        Assert.Equal(RuleCatalog.Descriptors.Count(), RuleCatalog.Descriptors.Select(d => d.Id).Distinct().Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_id_tells_the_category_and_a_consequence_the_severity(string id)
    {
        var descriptor = Descriptor(id);
        Assert.Matches("^NOVA[1-9][0-9]{3}$", id);
        var category = id[4] switch { '1' => "Cpu", '2' => "Host", '3' => "Images", '4' => "Devices", '5' => "Options", '6' => "Fleet", '7' => "Consoles", '8' => "Security", _ => "Sdk" };
        Assert.Equal("ConfigSdk." + category, descriptor.Category);
        var severity = descriptor.Consequence switch
        {
            Consequence.Refused => RuleSeverity.Error,
            Consequence.Harmful => RuleSeverity.Warning,
            _ => RuleSeverity.Info,
        };
        Assert.Equal(severity, descriptor.Severity);
        Assert.EndsWith("/" + id, descriptor.HelpLink, StringComparison.Ordinal);
    }

    // As Roslyn asks of diagnostics: one sentence has no full stop, several have.
    [Theory]
    [MemberData(nameof(Ids))]
    public void Titles_and_messages_end_properly(string id)
    {
        var descriptor = Descriptor(id);
        Assert.Matches(@"^[A-Z].*[^.?!\s]$", descriptor.Title);
        Assert.Matches(@"^\S.*\S$", descriptor.MessageFormat);
        var ends = Regex.Count(descriptor.MessageFormat, @"[.?](?= [A-Z])");
        Assert.True(ends == 0 ? descriptor.MessageFormat[^1] is not ('.' or '?') : descriptor.MessageFormat[^1] is '.' or '?' or '}', descriptor.MessageFormat);
        Assert.EndsWith(".", descriptor.Description, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_has_its_page(string id)
    {
        var descriptor = Descriptor(id);
        var page = Pages.Of(id);
        Assert.StartsWith($"# {id}: {descriptor.Title}\n\nSeverity: {Pages.Severity(descriptor)}. Category: {descriptor.Category}.\n", page, StringComparison.Ordinal);
        string[] headings = id[4] == '9'
            ? ["What", "Why", "How to silence"]
            : ["What", "Why", "Wrong", "Right", "Since", "How to silence"];
        Assert.Equal(headings, Regex.Matches(page, "^## (.+)$", RegexOptions.Multiline).Select(m => m.Groups[1].Value));
        Assert.Equal(descriptor.IsConfigurable, !page.Contains("It cannot be silenced.", StringComparison.Ordinal));
        Assert.Equal(id[4] == '9' ? 0 : 2, Regex.Count(page, "^```csharp$", RegexOptions.Multiline));
    }

    [Fact]
    public void No_page_is_left_of_a_rule_that_is_gone() => Assert.Equal(RuleCatalog.Descriptors.Select(d => d.Id), Pages.Ids.Order(StringComparer.Ordinal));

    [Fact]
    public void The_index_is_the_descriptors() => GeneratedDocument.SameAsGenerated("docs/rules/README.md", Pages.Index());

    [Fact]
    public void The_preset_is_the_descriptors() => GeneratedDocument.SameAsGenerated("docs/rules/configsdk.editorconfig", Pages.Preset());

    [Fact]
    public void Nothing_is_found_where_nothing_is_known()
    {
        var unknown = new Record("ComputeNode", new Dictionary<string, PartialValue> { ["Profile"] = new Record("NodeProfile", new Dictionary<string, PartialValue>(), true, null) }, true, null);
        Assert.Empty(Judged.All(NodeFacts.OfNode(unknown, FactCatalog.Bundled)!));
        Assert.Empty(Judged.All(NodeFacts.OfProfile((Record)unknown["Profile"], FactCatalog.Bundled)));
        Assert.Empty(RuleCatalog.Judge(FleetFacts.Read(Unknown.Instance, Unknown.Instance, FactCatalog.Bundled)));
        Assert.Empty(RuleCatalog.Judge(FleetFacts.Read(
            new Sequence([unknown, unknown], true, null),
            new Sequence([new Record("Image", new Dictionary<string, PartialValue>(), true, null)], true, null), FactCatalog.Bundled)));
    }

    [Fact]
    public void Nothing_is_found_in_a_node_that_only_has_a_target()
    {
        foreach (var platform in Platforms.All)
        {
            // What stands in for versions that are not bundled is said, and nothing else.
            Assert.All(Judged.All(Declared.Node($"target = {platform.Name}")), f => Assert.Equal("NOVA5007", f.Rule.Id));
        }

        Judged.Fleet("target = debian-13", "disk qcow2", "");
    }

    // One mistake, one finding: what a user is likely to get wrong, each alone on a node that is right otherwise.
    [Theory]
    [InlineData("cpu_mode = custom", "NOVA1001")]
    [InlineData("cpu_models = Nehalem", "NOVA1002")]
    [InlineData("cpu_mode = host-passthrough | cpu_models = Nehalm", "NOVA1002")]
    [InlineData("cpu_mode = custom | cpu_models = Nehalm", "NOVA1003")]
    [InlineData("cpu_mode = custom | cpu_models = host-passthrough", "NOVA1004")]
    [InlineData("cpu_mode = custom | cpu_models = Skylake-Server,EPYC", "NOVA1009")]
    [InlineData("cpu_mode = custom | cpu_models = Nehalem | cpu_model_extra_flags = +pcdi", "NOVA1006")]
    [InlineData("cpu_mode = none | cpu_model_extra_flags = +pcdi", "NOVA1008")]
    [InlineData("modules = kvm,kvm_intl,vhost_net", "NOVA2004")]
    [InlineData("modules = kvm,kvm_intel,vhost_nett", "NOVA2004")]
    [InlineData("modules = kvm,kvm intel,vhost_net", "NOVA2005")]
    [InlineData("modules = kvm,kvm_intel", "NOVA2003")]
    [InlineData("modules = vhost_net", "NOVA2002")]
    [InlineData("vendor = AMD | modules = kvm,kvm_intel,vhost_net", "NOVA2001")]
    [InlineData("images_type = qcow3", "NOVA5001")]
    [InlineData("extra = libvirt/cpu_mode=host-model", "NOVA5003")]
    [InlineData("extra = neutron/metadata_proxy_shared_secret=x", "NOVA8001")]
    [InlineData("cpu_mode = custom | cpu_models = Nehalem\\x2cWestmere", "NOVA5005")]
    [InlineData("vnc.auth_schemes = none\\nvencrypt", "NOVA5005")]
    [InlineData("modules = kvm,kvm_intel,vhost_net | cpu_mode = custom | cpu_models = Nehalem | cpu_model_extra_flags = pcid", "")]
    public void One_mistake_is_found_once(string mistake, string ids) =>
        Judged.Node("target = debian-13 | DEFAULT.compute_driver = libvirt.LibvirtDriver | virt_type = kvm | " + mistake, ids);

    [Fact]
    public void A_rule_that_throws_costs_one_finding_and_the_others_still_run()
    {
        var (values, node) = RuleCatalog.Judge(Declared.Node("cpu_mode = host-model"), [new ThrowingRule(), .. RuleCatalog.All]);
        Assert.Equal("NOVA5004 NOVA9007", Judged.Ids([.. values, .. node]));
        var broken = values.Concat(node).Single(f => f.Rule == SdkDescriptors.RuleThrew);
        Assert.Contains("NOVA1000", broken.Message, StringComparison.Ordinal);
        Assert.Equal("NOVA9007", Assert.Single(RuleCatalog.Judge(Declared.Fleet("target = debian-13"), [new ThrowingFleetRule()])).Rule.Id);
    }

    [Fact]
    public void A_message_is_one_printable_line_whatever_a_declaration_holds()
    {
        var message = Judged.Single(@"target = debian-13 | modules = a\n\x1b[31m\u202e\ud800" + new string('x', 100_000)).Message;
        Assert.DoesNotContain(message, c => char.IsControl(c) || char.IsSurrogate(c) || c == '\u202e');
        Assert.InRange(message.Length, 100, 1000);
    }

    private sealed class ThrowingRule : NodeRule
    {
        public override RuleDescriptor Descriptor { get; } = new("NOVA1000", "Throws", "Throws", Consequence.Refused, "Throws.");

        public override IEnumerable<Finding> Judge(NodeFacts node) => throw new InvalidOperationException("on purpose");
    }

    private sealed class ThrowingFleetRule : FleetRule
    {
        public override RuleDescriptor Descriptor { get; } = new("NOVA1000", "Throws", "Throws", Consequence.Refused, "Throws.");

        public override IEnumerable<Finding> Judge(FleetFacts fleet) => throw new InvalidOperationException("on purpose");
    }
}
