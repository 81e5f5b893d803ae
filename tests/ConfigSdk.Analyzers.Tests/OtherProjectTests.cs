using ConfigSdk.Analyzers.Tests.Helpers;
using Microsoft.CodeAnalysis;

namespace ConfigSdk.Analyzers.Tests;

/// <summary>Profiles of a referenced project: an editor has its source, the compiler only its assembly.</summary>
public class OtherProjectTests
{
    private const string Library = """
        namespace Team;
        public static class Profiles
        {
            public static readonly NodeProfile Kvm = new()
            {
                Target = Target.Debian13,
                Nova = new() { Default = new() { ComputeDriver = ComputeDriver.Libvirt }, Libvirt = new() { CpuMode = CpuMode.HostModel, VirtType = VirtType.Kvm } },
            };
            public static readonly NodeProfile Wrong = Kvm.Override(new() { Nova = new() { Libvirt = new() { CpuMode = CpuMode.Custom, CpuModels = ["Nehalm"] } } });
            public static string Model => "Nehalm";
        }
        """;

    private const string Node = """
        using Team;
        sealed class Rack : Fleet
        {
            public override IEnumerable<ComputeNode> Nodes =>
            [
                new("a", Profiles.Kvm.Override(new() { Nova = new() { Libvirt = new() { CpuModels = {|NOVA1002:["Nehalem"]|} } } })),
                new("b", Profiles.Wrong),
                new("c", Profiles.Kvm.Override(new() { Nova = new() { Libvirt = new() { CpuMode = CpuMode.Custom, CpuModels = [{|NOVA1003:Profiles.Model|}] } } })),
            ];
        }
        """;

    [Fact]
    public Task Where_there_is_source_a_base_is_known_and_its_own_mistakes_are_its_own() =>
        Analyze.Marked(c => c.AddReferences(Compile.Of(Library).ToMetadataReference()), Node);

    [Fact]
    public async Task The_library_itself_has_its_mistakes() =>
        Assert.Equal("NOVA1003", Assert.Single(await Analyze.Diagnostics(Compile.Of(Library))).Id);

    [Fact]
    public Task An_assembly_is_unknown_and_silent()
    {
        using var image = new MemoryStream();
        Assert.True(Compile.Of(Library).Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var reference = MetadataReference.CreateFromImage(image.ToArray());
        return Analyze.Marked(c => c.AddReferences(reference), Node.Replace("{|NOVA1002:", "", StringComparison.Ordinal).Replace("{|NOVA1003:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal));
    }
}
