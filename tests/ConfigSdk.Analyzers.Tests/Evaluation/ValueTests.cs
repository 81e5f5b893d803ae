using ConfigSdk.Analyzers.Evaluation;
using ConfigSdk.Analyzers.Tests.Helpers;

namespace ConfigSdk.Analyzers.Tests.Evaluation;

/// <summary>Values to whose text nova gives a meaning: CPU sets, addresses, URIs, dictionaries, PCI devices.</summary>
public class ValueTests
{
    private const string Members = """
        static string Opaque() => new[] { "o" }.First();
        static int Number() => Environment.MachineName.Length > 0 ? 5 : 6;
        static readonly int[] Array = [1, 2];
        static readonly IReadOnlyList<string> Texts = ["{}"];
        """;

    [Theory]
    [InlineData("CpuSet", "\"2-31,^5\"", "2-31,^5")]
    [InlineData("CpuSet?", "\"2-31\"", "2-31")]
    [InlineData("CpuSet", "new(\"2-31\")", "2-31")]
    [InlineData("CpuSet", "CpuSet.Of()", "")]
    [InlineData("CpuSet", "CpuSet.Of(0, 1, 4)", "0,1,4")]
    [InlineData("CpuSet", "CpuSet.Of([0, 1])", "0,1")]
    [InlineData("CpuSet", "CpuSet.Of(new[] { 0, 1 })", "0,1")]
    [InlineData("CpuSet", "CpuSet.Of(0, Number())", "?")]
    [InlineData("CpuSet", "CpuSet.Of(Array)", "?")]
    [InlineData("CpuSet", "CpuSet.Of([.. Enumerable.Range(2, 3)])", "2,3,4")]
    [InlineData("CpuSet", "CpuSet.Range(2, 31)", "2-31")]
    [InlineData("CpuSet?", "CpuSet.Range(last: 31, first: -2)", "-2-31")]
    [InlineData("CpuSet", "CpuSet.Range(2, 31).Except(5).ExceptRange(8, 11)", "2-31,^5,^8-11")]
    [InlineData("CpuSet", "CpuSet.Range(2, 15).And(\"18-31\").And(CpuSet.Of(40, 41))", "2-15,18-31,40,41")]
    [InlineData("CpuSet", "CpuSet.Range(2, 15).And(Opaque())", "?")]
    [InlineData("CpuSet", "default(CpuSet).Except(1)", "?")]
    [InlineData("CpuSet?", "new NodeProfile { Nova = new() { Compute = new() { CpuSharedSet = \"0-1\" } } }.Nova!.Compute!.CpuSharedSet!.Value.Except(1)", "0-1,^1")]
    public void A_cpu_set_is_its_text(string type, string expression, string expected) => Assert.Equal(expected, Example.Read(type, expression, Members));

    [Theory]
    [InlineData("HostAddress", "\"cmp01.example.org\"", "cmp01.example.org")]
    [InlineData("HostAddress?", "HostAddress.MyIp", "$my_ip")]
    [InlineData("HostAddress", "HostAddress.AnyIPv6", "::")]
    [InlineData("HostAddress", "System.Net.IPAddress.Loopback", "?")]
    [InlineData("HostAddress?", "System.Net.IPAddress.Parse(\"10.0.0.1\")", "?")]
    [InlineData("ServiceUri", "\"https://example.org\"", "https://example.org")]
    [InlineData("ServiceUri?", "$\"https://{\"example\"}.org\"", "https://example.org")]
    [InlineData("ServiceUri?", "new Uri(\"https://example.org\")", "?")]
    [InlineData("VncOptions", "new() { ServerListen = \"::\", NovncproxyBaseUrl = \"https://example.org\" }", "VncOptions{[vnc] novncproxy_base_url=https://example.org, [vnc] server_listen=::}")]
    public void Addresses_and_uris_are_their_texts(string type, string expression, string expected) => Assert.Equal(expected, Example.Read(type, expression, Members));

    private const string Pairs = "IReadOnlyDictionary<string, string>";

    [Theory]
    [InlineData(Pairs, "new Dictionary<string, string>()", "Dictionary{}")]
    [InlineData(Pairs, "new Dictionary<string, string>(3) { [\"b\"] = \"1\", [\"a\"] = \"2\" }", "Dictionary{a=2, b=1}")]
    [InlineData(Pairs, "new Dictionary<string, string> { { \"a\", \"1\" }, { \"b\", \"2\" } }", "Dictionary{a=1, b=2}")]
    [InlineData("Dictionary<string, string>", "new() { [\"a\"] = \"1\" }", "Dictionary{a=1}")]
    [InlineData(Pairs, "new Dictionary<string, string> { [\"a\"] = \"1\", [\"a\"] = \"2\" }", "Dictionary{a=2}")]
    [InlineData(Pairs, "new Dictionary<string, string> { [\"a\"] = Opaque(), [\"b\"] = \"2\" }", "Dictionary{a=?, b=2}")]
    [InlineData(Pairs, "new Dictionary<string, string> { [\"a\"] = \"1\", [Opaque()] = \"2\" }", "?")]
    [InlineData(Pairs, "new Dictionary<string, string> { { \"a\", \"1\" }, { Opaque(), \"2\" } }", "?")]
    [InlineData(Pairs, "new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [\"a\"] = \"1\", [\"A\"] = \"2\" }", "?")]
    [InlineData(Pairs, "new SortedDictionary<string, string> { [\"a\"] = \"1\" }", "?")]
    [InlineData(Pairs, "Fixed", "Dictionary{a=1}", "static readonly IReadOnlyDictionary<string, string> Fixed = new Dictionary<string, string> { [\"a\"] = \"1\" };")]
    [InlineData(Pairs, "Kept", "?", "static readonly Dictionary<string, string> Kept = new() { [\"a\"] = \"1\" };")]
    [InlineData("IReadOnlyList<" + Pairs + ">", "Kept", "?", "static readonly IReadOnlyList<Dictionary<string, string>> Kept = [new() { [\"a\"] = \"1\" }]; static Example() => Kept[0].Add(\"b\", \"2\");")]
    [InlineData("DefaultOptions", "new() { ReservedHugePages = [new Dictionary<string, string> { [\"node\"] = \"0\", [\"size\"] = \"2048\" }] }",
        "DefaultOptions{[DEFAULT] reserved_huge_pages=[Dictionary{node=0, size=2048}]}")]
    public void A_dictionary_has_the_pairs_that_are_certain(string type, string expression, string expected, string members = Members) =>
        Assert.Equal(expected, Example.Read(type, expression, members));

    /// <summary>The program throws; what the source tells of a value that is never there may not look like one.</summary>
    [Fact]
    public void A_key_that_is_added_twice_is_no_value() => Assert.Equal("?", Told(Pairs, "new Dictionary<string, string> { { \"a\", \"1\" }, { \"a\", \"2\" } }"));

    [Theory]
    [InlineData("PciDeviceSpec", "new() { VendorId = \"8086\", Trusted = true, Traits = [\"A\", \"B\"] }", "PciDeviceSpec{traits=[A, B], trusted=true, vendor_id=8086}")]
    [InlineData("PciDeviceSpec", "new() { Address = \"*:0a:00.*\" }", "PciDeviceSpec{address=*:0a:00.*}")]
    [InlineData("PciDeviceSpec", "new() { Address = new PciAddressPattern { Bus = \"02\" } }", "PciDeviceSpec{address=PciAddressPattern{bus=02}}")]
    [InlineData("PciDeviceSpec", "\"{}\"", "{}")]
    [InlineData("PciDeviceSpec", "new PciDeviceSpec { VendorId = \"8086\" } with { VendorId = null, ProductId = Opaque() }", "PciDeviceSpec{product_id=?}")]
    [InlineData("IReadOnlyList<PciDeviceSpec>", "[new() { Devname = \"eth0\" }, \"{}\", .. Texts, Opaque()]", "[PciDeviceSpec{devname=eth0}, {}, {}, ?]")]
    [InlineData("PciAlias", "new() { Name = \"gpu\", DeviceType = PciDeviceType.TypePf, NumaPolicy = PciNumaPolicy.Socket }", "PciAlias{device_type=type-PF, name=gpu, numa_policy=socket}")]
    [InlineData("PciAlias", "\"[]\"", "[]")]
    public void Pci_devices_have_what_is_set(string type, string expression, string expected) => Assert.Equal(expected, Example.Read(type, expression, Members));

    [Fact]
    public void Json_text_is_not_changed_by_with() => Assert.Equal("PciDeviceSpec{trusted=true, …}", Told("PciDeviceSpec", "(PciDeviceSpec)\"{}\" with { Trusted = true }"));

    [Theory]
    [InlineData("IReadOnlyList<VncAuthSchemes>", "[VncAuthSchemes.Vencrypt, VncAuthSchemes.None]", "[vencrypt, none]")]
    [InlineData("DefaultOptions", "new() { EnabledApis = [EnabledApis.OsapiCompute, EnabledApis.Ec2] }", "DefaultOptions{[DEFAULT] enabled_apis=[osapi_compute, ec2]}")]
    public void Items_of_closed_sets_are_enums(string type, string expression, string expected) => Assert.Equal(expected, Example.Read(type, expression));

    private static string Told(string type, string expression)
    {
        var compilation = Compile.Of($"public static class Example {{ public static {type} It => {expression}; }}");
        Assert.ThrowsAny<Exception>(() => Compile.Run(compilation, "Example", "It"));
        return Dump.Of(new Evaluator(compilation, ModelTypes.Find(compilation)!).Evaluate(
            compilation.GetTypeByMetadataName("Example")!.GetMembers("It").Single(), CancellationToken.None));
    }
}
