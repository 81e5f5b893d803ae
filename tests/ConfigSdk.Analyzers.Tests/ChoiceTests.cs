using ConfigSdk.Analyzers.Tests.Helpers;

namespace ConfigSdk.Analyzers.Tests;

/// <summary>Of what depends on a condition that nobody knows, a mistake is shown if it is one whichever way the condition goes.</summary>
public class ChoiceTests
{
    private static string Fleet(string libvirt, string members = "", string node = "new(\"a\", Kvm)") => $$"""
        sealed class Rack : Fleet
        {
            static bool Gpu => System.Environment.ProcessorCount > 8;
            {{members}}
            static readonly NodeProfile Kvm = new()
            {
                Target = Target.Debian13,
                Nova = new() { Default = new() { ComputeDriver = ComputeDriver.Libvirt }, Libvirt = new() { {{libvirt}} } },
            };

            public override IEnumerable<ComputeNode> Nodes => [{{node}}];
        }
        """;

    [Theory]
    [InlineData("CpuMode = Gpu ? CpuMode.HostModel : CpuMode.None, CpuModels = {|NOVA1002:[\"Nehalem\"]|}")]
    [InlineData("CpuMode = Gpu ? CpuMode.HostModel : CpuMode.Custom, CpuModels = [\"Nehalem\"]")]
    [InlineData("CpuMode = CpuMode.Custom, CpuModels = [Gpu ? \"Nehalem\" : \"Nehalm\"]")]
    [InlineData("CpuMode = CpuMode.Custom, CpuModels = [{|NOVA1003:Gpu ? \"Nehalm\" : \"Haswel\"|}]")]
    [InlineData("CpuMode = CpuMode.Custom, CpuModels = [{|NOVA1003:\"Nehalm\"|}, Gpu ? \"Nehalem\" : \"Haswell\"]")]
    public Task A_mistake_is_shown_if_each_value_makes_it(string libvirt) => Analyze.Marked(Fleet(libvirt));

    [Fact]
    public Task What_a_node_lacks_whichever_way_is_shown_at_the_node() => Analyze.Marked(Fleet(
        "VirtType = Gpu ? VirtType.Kvm : VirtType.Qemu, CpuMode = CpuMode.Custom", node: "{|NOVA1001:new(\"a\", Kvm)|}"));

    [Fact]
    public Task A_profile_that_is_one_of_two_has_what_is_wrong_with_both() => Analyze.Marked(Fleet(
        "",
        """
        static NodeProfile Base() { if (Gpu) { return new() { Nova = new() { Libvirt = new() { CpuMode = CpuMode.HostModel } } }; } return new() { Nova = new() { Libvirt = new() { CpuMode = CpuMode.None } } }; }
        static readonly NodeProfile Heir = Base().Override(new() { Target = Target.Debian13, Nova = new() { Default = new() { ComputeDriver = ComputeDriver.Libvirt }, Libvirt = new() { CpuModels = {|NOVA1002:["Nehalem"]|} } } });
        """));

    [Fact]
    public async Task The_message_says_that_it_names_one_of_several_values()
    {
        var shown = await Analyze.Diagnostics(Compile.Of(Fleet("CpuMode = CpuMode.Custom, CpuModels = [Gpu ? \"Nehalm\" : \"Haswel\"]")));
        var message = Assert.Single(shown).GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("'Nehalm'", message, StringComparison.Ordinal);
        Assert.EndsWith("So it is with every value that the conditions here allow; the message names one", message, StringComparison.Ordinal);
    }
}
