using ConfigSdk.EndToEnd.Tests.Harness;

namespace ConfigSdk.EndToEnd.Tests;

/// <summary>A project that brings facts itself: its libvirt's CPU map, its nova's options.</summary>
public sealed class OwnFactsTests(PackedSdk sdk)
{
    private const string Index = """
        <cpus>
          <arch name='x86'>
            <include filename='x86_vendors.xml'/>
            <include filename='x86_features.xml'/>
            <include filename='x86_Rackular.xml'/>
          </arch>
        </cpus>
        """;

    private const string Model = """
        <cpus>
          <model name='Rackular'>
            <vendor name='Intel'/>
            <feature name='sse2'/>
          </model>
        </cpus>
        """;

    private static readonly string s_nodes = TestProject.Declared(
        """[new("n1", Kvm.Override(new() { Nova = new() { Libvirt = new() { CpuMode = CpuMode.Custom, CpuModels = ["Rackular"] } } }))]""");

    [Fact]
    public async Task A_model_of_the_projects_own_map_is_known_in_compiler_and_build()
    {
        var project = WithMap(Index);
        (await project.BuildAsync()).Clean();
        Assert.Contains("cpu_models = Rackular", File.ReadAllText(Path.Combine(project.Bundles, "n1/rootfs/etc/nova/nova.conf")), StringComparison.Ordinal);

        // The map is an input: without the model in it the next build must not pass.
        project.Write("cpu_map/x86_Rackular.xml", Model.Replace("Rackular", "Other", StringComparison.Ordinal));
        var said = Assert.Single((await project.RebuildAsync()).Failed().Diagnostics);
        Assert.Equal(("NOVA1003", "error", "Nodes.cs"), (said.Id, said.Severity, said.FileName));
        Assert.Contains("by the project's own map", said.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(project.FleetFile));
    }

    [Fact]
    public async Task A_map_of_another_libvirt_changes_nothing_for_this_one()
    {
        var project = WithMap(Index, "Libvirt=\"10.1.0\"");
        var said = Assert.Single((await project.BuildAsync()).Failed().Diagnostics);
        Assert.Equal("NOVA1003", said.Id);
    }

    [Theory]
    [InlineData("x86_Rackular.xml", "<cpus>\n  <model name='Rackular'>\n</cpus>", 3, "")]
    [InlineData("x86_Rackular.xml", "<!DOCTYPE cpus [<!ENTITY a 'aaaa'>]>\n<cpus/>", 1, "DOCTYPE")]
    [InlineData("index.xml", "<cpus>\n  <arch name='x86'>\n    <include filename='x86_gone.xml'/>\n  </arch>\n</cpus>", 3, "x86_gone.xml")]
    [InlineData("index.xml", "<cpus>\n  <arch name='x86'>\n    <include filename='../cpu_map/index.xml'/>\n  </arch>\n</cpus>", 3, "../cpu_map/index.xml")]
    public async Task A_map_that_cannot_be_read_is_an_error_in_its_file(string file, string text, int line, string message)
    {
        var project = WithMap(Index).Write("cpu_map/" + file, text);
        var result = (await project.BuildAsync()).Failed();
        var said = Assert.Single(result.Diagnostics, d => d.Id == "NOVA9012");
        Assert.Equal((file, line, "error"), (said.FileName, said.Line, said.Severity));
        Assert.Contains(message, said.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(project.FleetFile));
    }

    [Fact]
    public async Task The_build_refuses_such_a_map_even_if_no_analyzer_runs()
    {
        var project = WithMap(Index).Write("cpu_map/index.xml", "<cpus");
        var said = Assert.Single((await project.BuildAsync("-p:RunAnalyzers=false")).Failed().Diagnostics);
        Assert.Equal(("NOVA9012", "index.xml", 1), (said.Id, said.FileName, said.Line));
    }

    [Fact]
    public async Task Options_of_the_projects_own_nova_are_known_with_their_bounds()
    {
        const string Listing = """
            {"options": {"libvirt": {"opts": [
              {"dest": "rack_depth", "type": "integer value", "min": 1, "max": 42, "default": 4, "namespace": "nova.conf"},
              {"dest": "virt_type", "type": "string value", "choices": [["bhyve", ""]], "default": "bhyve", "namespace": "nova.conf"}]}}}
            """;
        const string Extra = """[new("n1", Kvm.Override(new() { Nova = new() { Extra = [new("libvirt", "rack_depth", "43")] } }))]""";
        var project = sdk.NewProject(properties: """</PropertyGroup><ItemGroup><NovaOptions Include="nova.json" Nova="31" /></ItemGroup><PropertyGroup>""")
            .Write("Nodes.cs", TestProject.Declared(Extra)).Write("nova.json", Listing);

        var said = (await project.BuildAsync()).Failed().Diagnostics.ToArray();

        Assert.Equal(["NOVA5001", "NOVA5001"], said.Select(d => d.Id));
        Assert.Contains(said, d => d.Message.Contains("a whole number from 1 to 42", StringComparison.Ordinal));
        Assert.Contains(said, d => d.Message.Contains("which takes bhyve", StringComparison.Ordinal));
        Assert.Equal("NOVA9012", Assert.Single((await project.Write("nova.json", "{").RebuildAsync()).Failed().Diagnostics).Id);
    }

    private TestProject WithMap(string index, string metadata = "")
    {
        var project = sdk.NewProject(properties: $"""</PropertyGroup><ItemGroup><CpuMap Include="cpu_map/index.xml" {metadata} /></ItemGroup><PropertyGroup>""");
        Directory.CreateDirectory(Path.Combine(project.Directory, "cpu_map"));
        return project.Write("Nodes.cs", s_nodes).Write("cpu_map/index.xml", index).Write("cpu_map/x86_Rackular.xml", Model)
            .Write("cpu_map/x86_vendors.xml", "<cpus><vendor name='Intel' string='GenuineIntel'/></cpus>")
            .Write("cpu_map/x86_features.xml", "<cpus><feature name='sse2'><cpuid eax_in='0x01' edx='0x04000000'/></feature></cpus>");
    }
}
