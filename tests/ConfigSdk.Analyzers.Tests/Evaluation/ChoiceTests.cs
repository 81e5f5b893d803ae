namespace ConfigSdk.Analyzers.Tests.Evaluation;

/// <summary>What is any of several values, because nobody knows the condition before the program runs.</summary>
public class ChoiceTests
{
    private const string Members = """
        static bool Opaque => DateTime.Now.Year > 1;
        static readonly CpuMode Chosen = Opaque ? CpuMode.None : CpuMode.Custom;
        static readonly NodeProfile A = new() { Nova = new() { Libvirt = new() { CpuMode = CpuMode.None, NumPciePorts = 8 } } };
        static readonly NodeProfile B = new() { Nova = new() { Libvirt = new() { CpuMode = CpuMode.Custom } } };
        static string Many(int n) => Opaque ? "a" : Opaque ? "b" : Opaque ? "c" : Opaque ? "d" : Opaque ? "e" : Opaque ? "f" : Opaque ? "g" : Opaque ? "h" : "i";
        static string Early() { if (Opaque) return "a"; if (!Opaque) { return "b"; } return "c"; }
        static string Guarded(string? x) { if (x is null || !Opaque) throw new ArgumentException("x"); return x; }
        static string Local() { var x = "a"; if (Opaque) { x = "b"; } return x; }
        static string OfLoop(IReadOnlyList<string> all) { var x = "a"; foreach (var y in all) { x = y; } return x; }
        static string Captured() { var x = "a"; void Set() { x = "b"; } Set(); return x; }
        static IReadOnlyList<string> Kept { get { var x = new List<string> { "a" }; if (Opaque) x = new List<string> { "b" }; x.Add("c"); return x; } }
        """;

    [Theory]
    [InlineData("string", "Opaque ? \"a\" : \"b\"", "a|b")]
    [InlineData("string", "Opaque ? \"a\" : Environment.MachineName", "?")]
    [InlineData("string?", "Opaque ? \"a\" : null", "a|unset")]
    [InlineData("string", "(Opaque ? \"a\" : null) ?? \"b\"", "a|b")]
    [InlineData("string", "Opaque ? \"a\" : throw new InvalidOperationException()", "a")]
    [InlineData("string", "Opaque switch { true => \"a\", false => \"b\" }", "a|b")]
    [InlineData("string", "DateTime.Now.Year switch { 1 => \"a\", > 3000 => throw new InvalidOperationException(), _ => \"b\" }", "a|b")]
    [InlineData("string", "Early()", "a|b|c")]
    [InlineData("string", "Guarded(\"a\")", "a")]
    [InlineData("string", "Guarded(Opaque ? \"a\" : \"b\")", "a|b")]
    [InlineData("string", "Local()", "a|b")]
    [InlineData("string", "OfLoop([\"b\", \"c\"])", "?")]
    [InlineData("string", "Captured()", "?")]
    [InlineData("IReadOnlyList<string>", "Kept", "?")]
    [InlineData("string", "Many(1)", "?")]
    public void A_choice_that_nobody_knows_is_any_of_its_values(string type, string expression, string expected) =>
        Assert.Equal(expected, Example.Read(type, expression, Members));

    [Theory]
    [InlineData("string", "\"x\" + (Opaque ? \"a\" : \"b\")", "xa|xb")]
    [InlineData("string", "$\"{(Opaque ? 1 : 2):00}-{(Opaque ? \"a\" : \"b\"),3}\"", "01-  a|01-  b|02-  a|02-  b")]
    [InlineData("int", "(Opaque ? 1 : 2) * 3 - 1", "2|5")]
    [InlineData("int", "-(Opaque ? 1 : 2)", "-1|-2")]
    [InlineData("double", "Opaque ? 1 : 2", "1|2")]
    [InlineData("int?", "Opaque ? 1 : null", "1|unset")]
    [InlineData("CpuModel", "Opaque ? \"a\" : \"b\"", "a|b")]
    [InlineData("CpuSet", "CpuSet.Range(0, Opaque ? 3 : 7)", "0-3|0-7")]
    [InlineData("CpuMode", "Chosen", "none|custom")]
    [InlineData("KernelModule", "Opaque ? \"kvm\" : \"tun\"", "KernelModule{Name=kvm}|KernelModule{Name=tun}")]
    [InlineData("KernelModule", "KernelModule.KvmIntel with { Nested = Opaque ? true : false }", "KvmIntelModule{Name=kvm_intel, nested=1|0}")]
    [InlineData("bool?", "(KernelModule.KvmIntel with { Nested = Opaque ? true : false }).Nested", "true|false")]
    [InlineData("IReadOnlyList<CpuModel>", "Opaque ? [\"a\"] : [\"b\", \"c\"]", "[a]|[b, c]")]
    [InlineData("IReadOnlyList<CpuModel>", "[\"x\", Opaque ? \"a\" : \"b\"]", "[x, a|b]")]
    [InlineData("CpuMode?", "(Opaque ? A : B).Nova!.Libvirt!.CpuMode", "none|custom")]
    [InlineData("long?", "(Opaque ? A : B).Nova?.Libvirt?.NumPciePorts", "8|unset")]
    [InlineData("LibvirtOptions?", "((Opaque ? A : B) with { Host = new() }).Nova?.Libvirt", "LibvirtOptions{[libvirt] cpu_mode=none, [libvirt] num_pcie_ports=8}|LibvirtOptions{[libvirt] cpu_mode=custom}")]
    [InlineData("LibvirtOptions?", "A.Override(Opaque ? B : new()).Nova?.Libvirt", "LibvirtOptions{[libvirt] cpu_mode=custom, [libvirt] num_pcie_ports=8}|LibvirtOptions{[libvirt] cpu_mode=none, [libvirt] num_pcie_ports=8}")]
    [InlineData("CpuMode?", "A.Override(new() { Nova = new() { Libvirt = new() { CpuMode = Opaque ? CpuMode.Custom : null } } }).Nova?.Libvirt?.CpuMode", "custom|none")]
    public void What_is_made_of_it_is_any_of_what_is_made_of_each(string type, string expression, string expected) =>
        Assert.Equal(expected, Example.Read(type, expression, Members));
}
