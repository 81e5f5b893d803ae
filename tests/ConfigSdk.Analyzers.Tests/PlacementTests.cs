using ConfigSdk.Analyzers.Tests.Helpers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConfigSdk.Analyzers.Tests;

/// <summary>Where diagnostics are shown, and that each is shown once.</summary>
public class PlacementTests
{
    private const string Custom = "CpuMode = CpuMode.Custom, CpuModels = ";

    private static string Profile(string libvirt) => "new() { Target = Target.Debian13, Nova = new() { Default = new() { ComputeDriver = ComputeDriver.Libvirt }, Libvirt = new() { " + libvirt + " } } }";

    private static string Fleet(string members, string nodes) =>
        $"sealed class Rack : Fleet {{ {members}\n public override IEnumerable<ComputeNode> Nodes => {nodes}; }}";

    [Fact]
    public Task A_wrong_item_is_shown_at_the_item() => Analyze.Marked(
        Fleet($"static readonly NodeProfile Kvm = {Profile(Custom + "[\"Nehalem\", {|NOVA1003:\"Nehalm\"|}]")};", "[new(\"a\", Kvm), new(\"b\", Kvm)]"));

    [Fact]
    public Task What_is_wrong_in_a_structure_is_shown_at_the_structure_or_at_its_item() => Analyze.Marked(Fleet(
        """
        static readonly NodeProfile Kvm = new()
        {
            Target = Target.Debian13,
            Nova = new()
            {
                Default = new() { ComputeDriver = ComputeDriver.Libvirt, ReservedHugePages = [{|NOVA5005:new Dictionary<string, string>|} { ["a:b"] = "1" }] },
                Pci = new() { DeviceSpec = [new() { Traits = ["A", {|NOVA5005:"B,C"|}] }, {|NOVA5005:new()|} { VendorId = "\ud800" }] },
            },
        };
        """, "[new(\"a\", Kvm)]"));

    [Fact]
    public Task A_wrong_value_in_a_node_is_shown_there_once() => Analyze.Marked(
        Fleet("", $"[new(\"a\", {Profile(Custom + "[{|NOVA1003:\"Nehalm\"|}]")})]"));

    [Fact]
    public Task A_constant_of_another_file_is_shown_where_it_is_used() => Analyze.Marked(
        Fleet($"static readonly NodeProfile Kvm = {Profile(Custom + "[{|NOVA1003:Names.Model|}]")};", "[]"),
        "static class Names { public const string Model = \"Nehalm\"; }");

    [Fact]
    public Task A_field_of_another_file_is_shown_where_it_is_used() => Analyze.Marked(
        Fleet($"static readonly NodeProfile Kvm = {Profile(Custom + "[{|NOVA1003:Names.Model|}]")};", "[new(\"a\", Kvm)]"),
        "static class Names { public static readonly string Model = \"Nehalm\"; }");

    [Fact]
    public Task A_profile_of_another_file_has_its_findings_in_its_own_file() => Analyze.Marked(
        Fleet("", "[new(\"a\", Profiles.Kvm), new(\"b\", Profiles.Kvm with { Host = new() })]"),
        $"static class Profiles {{ public static readonly NodeProfile Kvm = {Profile(Custom + "[{|NOVA1003:\"Nehalm\"|}]")}; }}");

    [Fact]
    public Task What_is_inherited_is_shown_at_the_base_alone() => Analyze.Marked(
        Fleet($$"""
            static readonly NodeProfile Kvm = {{Profile(Custom + "[{|NOVA1003:\"Nehalm\"|}]")}};
            static readonly NodeProfile Sub = Kvm.Override(new() { Nova = new() { Default = new() { MyIp = "10.0.0.1" } } });
            static readonly NodeProfile Copy = Sub with { Host = new() };
            """, "[new(\"a\", Sub), new(\"b\", Copy)]"));

    [Fact]
    public Task What_an_override_says_again_is_not_shown_again() => Analyze.Marked(
        Fleet($$"""
            static readonly NodeProfile Kvm = {{Profile(Custom + "[{|NOVA1003:\"Nehalm\"|}]")}};
            static readonly NodeProfile Sub = Kvm.Override(new() { Target = Target.Debian13, Nova = new() { Libvirt = new() { CpuMode = CpuMode.Custom } } });
            """, "[new(\"a\", Sub)]"));

    [Fact]
    public Task A_model_that_another_target_lacks_is_shown_where_it_is_inherited() => Analyze.Marked(
        Fleet($$"""
            static readonly NodeProfile Kvm = {{Profile(Custom + "[CpuModel.SierraForest]")}};
            static readonly NodeProfile Old = {|NOVA1003:Kvm|}.Override(new() { Target = Target.Debian12 });
            """, "[new(\"a\", Old)]"));

    [Fact]
    public Task A_mistake_of_the_base_is_not_shown_again_because_an_heir_names_the_release() => Analyze.Marked(
        Fleet("""
            static readonly NodeProfile Any = new() { Nova = new() { Default = new() { ComputeDriver = ComputeDriver.Libvirt }, Libvirt = new() { CpuMode = CpuMode.None, CpuModelExtraFlags = {|NOVA1008:["pcid"]|} } } };
            static readonly NodeProfile New = Any with { Target = Target.Debian13 };
            """, "[new(\"a\", New), new(\"b\", Any with { Target = Target.Debian12 })]"));

    [Fact]
    public Task What_stands_in_for_a_target_is_shown_at_the_target_and_not_at_its_nodes() => Analyze.Marked(
        Fleet("""
            static readonly NodeProfile Kvm = new() { Target = {|NOVA5007:Target.Ubuntu2404|} };
            static readonly NodeProfile Own = new() { Target = {|NOVA5007:new(NovaRelease.Epoxy, "11.2", "10.0")|} };
            static readonly NodeProfile Sub = Kvm with { Host = new() };
            """, "[new(\"a\", Kvm), new(\"b\", Kvm), new(\"c\", Own), new(\"d\", Sub)]"));

    [Fact]
    public Task What_an_override_breaks_is_shown_in_the_override() => Analyze.Marked(
        Fleet($$"""
            static readonly NodeProfile Kvm = {{Profile("CpuMode = CpuMode.HostModel")}};
            static readonly NodeProfile Sub = Kvm.Override(new() { Nova = new() { Libvirt = new() { CpuModels = {|NOVA1002:["Nehalem"]|} } } });
            """, "[new(\"a\", Sub)]"));

    [Fact]
    public Task What_only_a_whole_node_shows_is_shown_at_each_node() => Analyze.Marked(
        Fleet($"static readonly NodeProfile Kvm = {Profile("CpuMode = CpuMode.Custom")};", "[{|NOVA1001:new(\"a\", Kvm)|} { MigrationGroup = null }, {|NOVA1001:new ComputeNode(\"b\", Kvm)|}]"));

    [Fact]
    public Task What_only_a_whole_node_shows_is_shown_at_its_value_if_that_is_in_it() => Analyze.Marked(
        Fleet("", $"[new(\"a\", {Profile("CpuMode = {|NOVA1001:CpuMode.Custom|}")})]"));

    [Fact]
    public Task A_node_that_completes_a_profile_is_right() => Analyze.Marked(
        Fleet($"static readonly NodeProfile Kvm = {Profile("CpuMode = CpuMode.Custom")};",
            "[new(\"a\", Kvm.Override(new() { Nova = new() { Libvirt = new() { CpuModels = [CpuModel.Nehalem] } } }))]"));

    [Fact]
    public Task Locals_and_iterators_are_judged() => Analyze.Marked(
        $$"""
        sealed class Rack : Fleet
        {
            public override IEnumerable<ComputeNode> Nodes
            {
                get
                {
                    NodeProfile kvm = {{Profile(Custom + "[{|NOVA1003:\"Nehalm\"|}]")}};
                    for (var i = 0; i < 3; i++)
                    {
                        yield return new ComputeNode($"cmp{i}", kvm);
                    }
                }
            }
        }
        """);

    [Theory]
    [InlineData("")]
    [InlineData("model = \"Penryn\";")]
    [InlineData("(model, _) = (\"Penryn\", 1);")]
    [InlineData("Change(ref model);")]
    public Task A_local_is_believed_if_nothing_writes_to_it(string write)
    {
        var value = write.Length == 0 ? "{|NOVA1003:model|}" : "model";
        return Analyze.Marked($$"""
            static class Nodes
            {
                static void Change(ref string text) => text = "Penryn";
                public static ComputeNode Make()
                {
                    var model = "Nehalm";
                    {{write}}
                    return new ComputeNode("a", {{Profile(Custom + "[" + value + "]")}});
                }
            }
            """);
    }

    [Fact]
    public Task What_a_loop_or_parameter_gives_is_silent() => Analyze.Marked(
        $$"""
        sealed class Rack : Fleet
        {
            static NodeProfile Make(string model) => {{Profile(Custom + "[model]")}};
            public override IEnumerable<ComputeNode> Nodes =>
                Enumerable.Range(1, 3).Select(n => new ComputeNode($"cmp{n:00}", Make(n == 1 ? "Nehalm" : "Nehalem")));
        }
        """);

    [Fact]
    public Task A_wrong_argument_is_shown_at_the_call_that_gives_it() => Analyze.Marked(Fleet(
        $"static NodeProfile Make(string model) => {Profile(Custom + "[model]")}; static readonly NodeProfile Kvm = Make({{|NOVA1003:\"Nehalm\"|}});",
        "[new(\"a\", Kvm), new(\"b\", Make(\"Nehalem\")), new(\"c\", Make({|NOVA1003:\"Nehallem\"|})), Node(\"d\", {|NOVA1003:\"Nehal\"|})]")
        .Replace("sealed class Rack : Fleet {", "sealed class Rack : Fleet { static ComputeNode Node(string name, string model) => new(name, Make(model));", StringComparison.Ordinal));

    [Fact]
    public Task What_is_wrong_in_a_function_is_shown_there_alone() => Analyze.Marked(Fleet(
        $"static NodeProfile Make(string ip) => {Profile(Custom + "[{|NOVA1003:\"Nehalm\"|}]")}; static NodeProfile Some(bool big) => big ? {Profile(Custom + "[{|NOVA1003:\"Nehalm\"|}]")} : new();",
        "[new(\"a\", Make(\"10.0.0.1\")), new(\"b\", Make(\"10.0.0.2\") with { Host = new() }), new(\"c\", Some(true))]"));

    [Fact]
    public Task What_an_argument_breaks_in_a_function_is_shown_at_the_argument() => Analyze.Marked(Fleet(
        $"static NodeProfile Make(CpuMode mode) => {Profile("CpuMode = mode, CpuModels = [\"Nehalem\"]")};",
        "[new(\"a\", Make(CpuMode.Custom)), new(\"b\", Make({|NOVA1002:CpuMode.HostModel|}))]"));

    [Fact]
    public Task A_part_of_a_function_that_is_no_declaration_is_shown_where_it_is_used() => Analyze.Marked(Fleet(
        "static string Model(int n) => \"Nehalm\" + n;", $"[new(\"a\", {Profile(Custom + "[{|NOVA1003:Model(1)|}]")})]"));

    [Fact]
    public Task Each_branch_of_a_choice_is_judged_once() => Analyze.Marked(Fleet(
        $$"""
        static readonly bool Yes = true;
        static readonly NodeProfile Bad = {{Profile(Custom + "[{|NOVA1003:\"Nehalm\"|}]")}};
        static bool Opaque() => System.DateTime.Now.Year > 1;
        """,
        $"[new(\"a\", Yes ? {Profile(Custom + "[{|NOVA1003:\"Nehalm\"|}]")} : Bad), new(\"b\", Opaque() ? {Profile(Custom + "[{|NOVA1003:\"Nehalm\"|}]")} : Bad), new(\"c\", Yes ? Bad : new())]"));

    [Fact]
    public Task What_is_given_to_a_function_that_cannot_be_read_is_judged() => Analyze.Marked(Fleet(
        $$"""
        static NodeProfile Opaque(NodeProfile p) { System.Console.Write(""); return p; }
        static NodeProfile Or(NodeProfile p) => System.DateTime.Now.Year > 1 ? p : new();
        static readonly NodeProfile A = Opaque({{Profile(Custom + "[{|NOVA1003:\"Nehalm\"|}]")}});
        """, $"[new(\"a\", Or({Profile(Custom + "[{|NOVA1003:\"Nehalm\"|}]")})), new(\"b\", A)]"));

    [Fact]
    public Task What_is_wrong_in_a_list_of_profiles_is_shown_there_alone() => Analyze.Marked(Fleet(
        $"static readonly IReadOnlyList<NodeProfile> All = [{Profile(Custom + "[{|NOVA1003:\"Nehalm\"|}]")}];", "[new(\"a\", All[0]), new(\"b\", All[0] with { Host = new() })]"));

    [Fact]
    public Task A_name_twice_is_seen_through_functions_and_loops() => Analyze.Marked($$"""
        sealed class Rack : Fleet
        {
            static readonly NodeProfile Kvm = {{Profile("CpuMode = CpuMode.HostModel")}};
            static IEnumerable<ComputeNode> Some(string prefix) => Enumerable.Range(1, 2).Select(n => new ComputeNode($"{prefix}{n}", Kvm));
            public override IEnumerable<ComputeNode> Nodes
            {
                get
                {
                    foreach (var node in Some("a"))
                    {
                        yield return node;
                    }

                    yield return new({|NOVA6001:"a2"|}, Kvm);
                }
            }
        }
        """);

    [Fact]
    public Task A_profile_in_a_lambda_is_judged() => Analyze.Marked(
        Fleet("", $"Enumerable.Range(1, 3).Select(n => new ComputeNode($\"cmp{{n}}\", {Profile(Custom + "[{|NOVA1003:\"Nehalm\"|}]")}))"));

    [Fact]
    public Task A_disabled_line_is_silent() => Analyze.Marked(
        Fleet($"""
            static readonly NodeProfile Kvm =
            #pragma warning disable NOVA1003
                {Profile(Custom + "[\"Nehalm\"]")};
            #pragma warning restore NOVA1003
            """, "[]"));

    [Fact]
    public Task Generated_code_is_judged() => Analyze.Marked("// <auto-generated/>\n" +
        Fleet($"static readonly NodeProfile Kvm = {Profile(Custom + "[{|NOVA1003:\"Nehalm\"|}]")};", "[]"));

    [Fact]
    public Task A_name_twice_in_a_fleet_is_shown_there() => Analyze.Marked(
        Fleet($"static readonly NodeProfile Kvm = {Profile("CpuMode = CpuMode.HostModel")};", "[new(\"a\", Kvm), new({|NOVA6001:\"a\"|}, Kvm)]"));

    [Fact]
    public Task A_fleet_may_keep_its_nodes() => Analyze.Marked($$"""
        sealed class Rack : Fleet
        {
            static readonly NodeProfile Kvm = {{Profile("CpuMode = CpuMode.HostModel")}};
            public override IEnumerable<ComputeNode> Nodes { get; } = [new("a", Kvm), new({|NOVA6001:"a"|}, Kvm)];
        }
        """);

    [Fact]
    public Task A_field_in_between_is_shown_at_the_reference() => Analyze.Marked(
        Fleet($$"""
            static readonly Nova Shared = new() { Default = new() { ComputeDriver = ComputeDriver.Libvirt }, Libvirt = new() { CpuMode = CpuMode.Custom, CpuModels = ["Nehalm"] } };
            static readonly NodeProfile Kvm = new() { Target = Target.Debian13, Nova = {|NOVA1003:Shared|} };
            """, "[new(\"a\", Kvm)]"));

    [Fact]
    public Task Initializers_that_run_in_the_wrong_order_are_not_believed() => Analyze.Marked(
        Fleet($$"""
            static readonly NodeProfile Kvm = new() { Target = Target.Debian13, Nova = Shared };
            static readonly Nova Shared = new() { Default = new() { ComputeDriver = ComputeDriver.Libvirt }, Libvirt = new() { CpuMode = CpuMode.Custom, CpuModels = ["Nehalm"] } };
            """, "[new(\"a\", Kvm)]"));

    [Fact]
    public Task Images_are_judged_beside_nodes_that_nobody_knows() => Analyze.Marked(
        """
        sealed class Rack : Fleet
        {
            public override IEnumerable<ComputeNode> Nodes => Enumerable.Empty<ComputeNode>().Where(n => n.Name.Length > 0);
            public override IEnumerable<Image> Images => [new("a", DiskFormat.Qcow2) { Properties = new() { Extra = [new("hw_qemu_guest_agent", {|NOVA3002:"ja"|})] } }];
        }
        """);

    [Fact]
    public async Task Without_the_model_nothing_is_registered()
    {
        var compilation = CSharpCompilation.Create("None", [CSharpSyntaxTree.ParseText("class C { }", cancellationToken: TestContext.Current.CancellationToken)], Compile.Framework, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(await Analyze.Diagnostics(compilation));
    }

    [Fact]
    public async Task Every_prefix_of_a_declaration_can_be_typed()
    {
        var source = Fleet($"static readonly NodeProfile Kvm = {Profile(Custom + "[\"Nehalm\", CpuFlag.Enable(\"x\")]")}; static readonly NodeProfile Sub = Kvm.Override(Kvm with {{ Host = new() }});", "[new(\"a\", Kvm)]");
        for (var length = 0; length < source.Length; length += 7)
        {
            foreach (var diagnostic in await Analyze.Diagnostics(Compile.Of(source[..length])))
            {
                Assert.NotEqual("NOVA9007", diagnostic.Id);
            }
        }
    }
}
