using ConfigSdk.Analyzers.Tests.Helpers;
using ConfigSdk.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace ConfigSdk.Analyzers.Tests;

public class FixTests
{
    private static string Declare(string settings, string host = "") => $$"""
        using ConfigSdk;
        static class Profiles
        {
            public static readonly NodeProfile Kvm = new()
            {
                Target = Target.Debian13,{{host}}
                Nova = new() { Libvirt = {{settings}} },
            };
        }
        """;

    private static async Task Fix<TFix>(string before, string after, string? key = null)
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<ComputeNodeAnalyzer, TFix, DefaultVerifier>
        {
            TestCode = before,
            FixedCode = after,
            ReferenceAssemblies = new ReferenceAssemblies("none"),
            CodeActionEquivalenceKey = key,
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck,
            // What is noted for the build alone has no place.
            DisabledDiagnostics = { "NOVA9018" },
        };
        test.TestState.AdditionalReferences.AddRange([.. Compile.Framework, Compile.Model]);
        test.FixedState.AdditionalReferences.AddRange([.. Compile.Framework, Compile.Model]);
        await test.RunAsync();
    }

    [Theory]
    [InlineData("[{|NOVA1003:\"Nehalm\"|}]", "[CpuModel.Nehalem]")]
    [InlineData("[CpuModel.Nehalem, /* old */ {|NOVA1003:\"Nehalm\"|}, {|NOVA1003:\"Penrin\"|}]", "[CpuModel.Nehalem, /* old */ CpuModel.Nehalem, CpuModel.Penryn]")]
    [InlineData("[new({|NOVA1003:\"Nehalm\"|})]", "[new(\"Nehalem\")]")]
    [InlineData("new CpuModel[] { {|NOVA1003:\"Nehalm\"|} }", "new CpuModel[] { CpuModel.Nehalem }")]
    public Task A_misspelt_model_becomes_the_constant(string before, string after) => Fix<UseSuggestedName>(
        Declare($"new() {{ CpuMode = CpuMode.Custom, CpuModels = {before} }}"),
        Declare($"new() {{ CpuMode = CpuMode.Custom, CpuModels = {after} }}"),
        UseSuggestedName.Key);

    [Theory]
    [InlineData("{|NOVA2004:\"kvm_intl\"|}", "KernelModule.KvmIntel")]
    [InlineData("new({|NOVA2004:\"kvm_intl\"|}) { Parameters = [] }", "new(\"kvm_intel\") { Parameters = [] }")]
    [InlineData("KernelModule.Kvm, {|NOVA2001:KernelModule.KvmAmd|}", "KernelModule.Kvm, KernelModule.KvmIntel")]
    [InlineData("{|NOVA2001:KernelModule.KvmAmd|} with { OutOfTree = false }", "KernelModule.KvmIntel with { OutOfTree = false }")]
    [InlineData("{|NOVA2001:KernelModule.KvmAmd|} with { Nested = 1 }", "{|NOVA2001:KernelModule.KvmAmd|} with { Nested = 1 }")]
    public Task A_wrong_module_becomes_the_constant(string before, string after) => Fix<UseSuggestedName>(
        Declare("new()", $"\n        Host = new() {{ Cpu = HostCpu.Intel(), Modules = [{before}] }},"),
        Declare("new()", $"\n        Host = new() {{ Cpu = HostCpu.Intel(), Modules = [{after}] }},"),
        UseSuggestedName.Key);

    [Theory]
    [InlineData("{|NOVA1006:\"pcdi\"|}", "CpuFlag.Pcid")]
    [InlineData("{|NOVA1006:\"+pcdi\"|}", "\"+pcid\"")]
    [InlineData("{|NOVA1006:CpuFlag.Enable(\"pcdi\")|}", "CpuFlag.Enable(CpuFlag.Pcid)")]
    public Task A_misspelt_flag_keeps_its_sign(string before, string after) => Fix<UseSuggestedName>(
        Declare($"new() {{ CpuMode = CpuMode.HostModel, CpuModelExtraFlags = [{before}] }}"),
        Declare($"new() {{ CpuMode = CpuMode.HostModel, CpuModelExtraFlags = [{after}] }}"),
        UseSuggestedName.Key);

    [Theory]
    [InlineData("new() { CpuMode = CpuMode.HostModel, CpuModels = {|NOVA1002:[\"Nehalem\"]|} }", "new() { CpuMode = CpuMode.HostModel }")]
    [InlineData("new() { CpuModels = {|NOVA1002:[\"Nehalem\"]|}, CpuMode = CpuMode.HostModel }", "new() { CpuMode = CpuMode.HostModel }")]
    [InlineData("""
        new()
                {
                    // what guests see
                    CpuMode = CpuMode.HostModel, // as the host
                    CpuModels = {|NOVA1002:["Nehalem"]|},
                    VirtType = VirtType.Kvm,
                }
        """, """
        new()
                {
                    // what guests see
                    CpuMode = CpuMode.HostModel, // as the host
                    VirtType = VirtType.Kvm,
                }
        """)]
    public Task Models_without_mode_custom_can_be_removed(string before, string after) =>
        Fix<ChangeSetting>(Declare(before), Declare(after), ChangeSetting.RemoveKey);

    [Theory]
    [InlineData("new() { CpuMode = CpuMode.HostModel, CpuModels = {|NOVA1002:[\"Nehalem\"]|} }", "new() { CpuMode = CpuMode.Custom, CpuModels = [\"Nehalem\"] }")]
    [InlineData("new() { CpuModels = {|NOVA1002:[\"Nehalem\"]|}, CpuMode = CpuMode.HostModel }", "new() { CpuModels = [\"Nehalem\"], CpuMode = CpuMode.Custom }")]
    public Task The_mode_can_be_made_custom(string before, string after) =>
        Fix<ChangeSetting>(Declare(before), Declare(after), ChangeSetting.SetKey);

    private static string Node(string libvirt) => $$"""
        using ConfigSdk;
        static class Nodes
        {
            public static readonly ComputeNode A = new("a", new()
            {
                Target = Target.Debian13,
                Host = new() { Cpu = HostCpu.Intel(CpuModel.Nehalem) },
                Nova = new()
                {
                    Default = new() { ComputeDriver = ComputeDriver.Libvirt },
                    Libvirt = {{libvirt}},
                },
            });
        }
        """;

    [Theory]
    [InlineData("new() { CpuMode = {|NOVA1001:CpuMode.Custom|} }", "new() { CpuMode = CpuMode.Custom, CpuModels = [CpuModel.Nehalem] }")]
    [InlineData("new() { CpuMode = {|NOVA1001:CpuMode.Custom|}, VirtType = VirtType.Kvm }", "new() { CpuMode = CpuMode.Custom, CpuModels = [CpuModel.Nehalem], VirtType = VirtType.Kvm }")]
    [InlineData("""
        new()
                    {
                        CpuMode = {|NOVA1001:CpuMode.Custom|},
                    }
        """, """
        new()
                    {
                        CpuMode = CpuMode.Custom,
                        CpuModels = [CpuModel.Nehalem],
                    }
        """)]
    [InlineData("""
        new()
                    {
                        CpuMode = {|NOVA1001:CpuMode.Custom|} // why
                    }
        """, """
        new()
                    {
                        CpuMode = CpuMode.Custom, // why
                        CpuModels = [CpuModel.Nehalem]
                    }
        """)]
    public Task Custom_gets_the_hosts_model(string before, string after) => Fix<ChangeSetting>(Node(before), Node(after), ChangeSetting.SetKey);

    [Theory]
    [InlineData("new() { CpuMode = {|NOVA1001:CpuMode.Custom|} }", "new() { }")]
    public Task Custom_without_models_can_be_removed(string before, string after) => Fix<ChangeSetting>(Node(before), Node(after), ChangeSetting.RemoveKey);

    private static string Fleet(string first, string second, string more = "") => $$"""
        using System.Collections.Generic;
        using ConfigSdk;
        sealed class Rack : Fleet
        {
            static readonly Nova Nova = new() { Default = new() { ComputeDriver = ComputeDriver.Libvirt }, Libvirt = new() { VirtType = VirtType.Kvm } };
            static readonly NodeProfile A = new() { Target = Target.Debian13, Nova = Nova, Host = new() { Cpu = HostCpu.Intel(), Modules = {{first}} } };
            static readonly NodeProfile B = new() { Target = Target.Debian13, Nova = Nova, Host = new() { Cpu = HostCpu.Amd(), Modules = {{second}} } };
            public override IEnumerable<ComputeNode> Nodes =>
            [
                {{more}}
            ];
        }
        """;

    private const string ThreeNodes = "{|{0}:new(\"a1\", A)|}, {|{0}:new(\"a2\", A)|}, {|{0}:new(\"b\", B)|}";

    [Fact]
    public Task Every_hosts_list_gets_vhost_net_once() => Fix<ChangeItems>(
        Fleet("[KernelModule.KvmIntel]", "[\"kvm_amd\"]", ThreeNodes.Replace("{0}", "NOVA2003", StringComparison.Ordinal)),
        Fleet("[KernelModule.KvmIntel, KernelModule.VhostNet]", "[\"kvm_amd\", KernelModule.VhostNet]", "new(\"a1\", A), new(\"a2\", A), new(\"b\", B)"),
        ChangeItems.AddKey);

    [Fact]
    public Task Every_hosts_list_gets_the_module_of_its_vendor() => Fix<ChangeItems>(
        Fleet("[KernelModule.VhostNet]", "[KernelModule.VhostNet]", ThreeNodes.Replace("{0}", "NOVA2002", StringComparison.Ordinal)),
        Fleet("[KernelModule.VhostNet, KernelModule.KvmIntel]", "[KernelModule.VhostNet, KernelModule.KvmAmd]", "new(\"a1\", A), new(\"a2\", A), new(\"b\", B)"),
        ChangeItems.AddKey);
}
