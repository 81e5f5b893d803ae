using System.Reflection;
using ConfigSdk.Catalog;
using ConfigSdk.Hosting.Source;
using ConfigSdk.Rules;
using Record = ConfigSdk.Rules.Record;

namespace ConfigSdk.Hosting.Tests;

/// <summary>The build says where a value was written, whatever way it took into the object. Each test names the text that stands there.</summary>
public sealed class PlaceTests : IDisposable
{
    private static readonly NodeProfile s_kvm = new()
    {
        Target = Target.Debian13,
        Host = new() { Cpu = HostCpu.Intel("Nehalem-IBRS"), Modules = [KernelModule.Kvm, KernelModule.KvmIntel with { Nested = true }, "vhost_net"] },
        Nova = new()
        {
            Libvirt = new()
            {
                CpuMode = CpuMode.Custom, // a comment with { CpuMode = 1 }
                CpuModels = ["Nehalem", CpuModel.Westmere],
            },
        },
    };

    private readonly CopySites _copySites = new(Assembly.GetExecutingAssembly());
    private readonly SourceLocator _locator;

    public PlaceTests()
    {
        Provenance.RecordsCopies = true;
        _locator = new SourceLocator(_copySites, new PathMap(null));
    }

    public void Dispose() => _copySites.Dispose();

    [Fact]
    public void A_property_of_an_initializer() => Assert.StartsWith("CpuMode.Custom, //", TextAt(Libvirt(s_kvm), nameof(LibvirtOptions.CpuMode)));

    [Fact]
    public void An_item_of_a_collection_expression()
    {
        Assert.StartsWith("CpuModel.Westmere]", TextAt(Libvirt(s_kvm), nameof(LibvirtOptions.CpuModels), 1));
        Assert.StartsWith("[\"Nehalem\"", TextAt(Libvirt(s_kvm), nameof(LibvirtOptions.CpuModels)));
    }

    [Fact]
    public void What_a_constant_or_a_conversion_made_is_where_it_stands_in_the_list()
    {
        var modules = (Sequence)Node(s_kvm).Modules;
        Assert.StartsWith("KernelModule.Kvm,", TextAt(modules.Items[0]));
        Assert.StartsWith("\"vhost_net\"]", TextAt(((Record)modules.Items[2])["Name"]));
    }

    [Fact]
    public void A_device_is_where_it_is_declared_and_its_properties_where_they_are_set()
    {
        var profile = new NodeProfile
        {
            Nova = new()
            {
                Pci = new()
                {
                    DeviceSpec =
                    [
                        new() { VendorId = "8086", Address = "*:0a:00.*" },
                        "{}",
                    ],
                },
                Default = new() { ReservedHugePages = [new Dictionary<string, string> { ["node"] = "0" }] },
            },
        };
        var texts = ((Sequence)Node(profile).Option("pci", "device_spec")).Items;
        Assert.Equal(["""{"address":"*:0a:00.*","vendor_id":"8086"}""", "{}"], texts.Select(t => t.Text));
        Assert.StartsWith("new() { VendorId", TextAt(texts[0]));
        Assert.StartsWith("\"{}\",", TextAt(texts[1]));
        var device = (Record)((Sequence)Node(profile).Options.Single(o => o.Name.Option == "device_spec").Declared).Items[0];
        Assert.StartsWith("\"8086\",", TextAt(device["vendor_id"]));
        Assert.StartsWith("\"*:0a:00.*\" }", TextAt(device["address"]));
        Assert.StartsWith("new Dictionary", TextAt(((Sequence)Node(profile).Option("DEFAULT", "reserved_huge_pages")).Items[0]));
    }

    [Fact]
    public void A_property_that_with_sets() => Assert.StartsWith("true }", TextAt(s_kvm.Host!.Modules![1], nameof(KvmIntelModule.Nested)));

    [Fact]
    public void The_argument_of_a_factory() => Assert.StartsWith("\"Nehalem-IBRS\")", TextAt(s_kvm.Host!.Cpu!, nameof(HostCpu.Model)));

    /// <summary>What is found in the target of many nodes is said where the target is written, once.</summary>
    [Fact]
    public void A_target_is_where_it_is_written()
    {
        NodeProfile preset = new() { Target = Target.Ubuntu2204 }, factory = new()
        {
            Target = Target.Rhel9(NovaRelease.Epoxy),
        }, own = new()
        {
            Target = new(NovaRelease.Epoxy, "11.2", "10.0"),
        };
        Assert.StartsWith("Target.Ubuntu2204 }", TextAt(Node(preset).Target.Declared));
        Assert.StartsWith("Target.Rhel9(", TextAt(Node(factory).Target.Declared));
        Assert.StartsWith("new(NovaRelease.Epoxy, \"11.2\"", TextAt(Node(own).Target.Declared));
    }

    [Fact]
    public void The_argument_of_a_constructor()
    {
        var node = new ComputeNode("cmp01", s_kvm);
        Assert.StartsWith("\"cmp01\", s_kvm)", TextAt(node, nameof(ComputeNode.Name)));
        var named = new ComputeNode(profile: s_kvm, name: "cmp02") { MigrationGroup = "az1" };
        Assert.StartsWith("\"cmp02\")", TextAt(named, nameof(ComputeNode.Name)));
        Assert.StartsWith("\"az1\"", TextAt(named, nameof(ComputeNode.MigrationGroup)));
    }

    [Fact]
    public void What_override_inherits_and_what_it_changes()
    {
        var changed = s_kvm.Override(new()
        {
            Nova = new() { Libvirt = new() { CpuModels = [CpuModel.SandyBridge] } },
        });
        Assert.StartsWith("CpuMode.Custom, //", TextAt(Libvirt(changed), nameof(LibvirtOptions.CpuMode)));
        Assert.StartsWith("CpuModel.SandyBridge]", TextAt(Libvirt(changed), nameof(LibvirtOptions.CpuModels), 0));
    }

    [Fact]
    public void What_with_inherits_and_what_it_changes()
    {
        var changed = Libvirt(s_kvm) with { VirtType = VirtType.Qemu };
        Assert.StartsWith("CpuMode.Custom, //", TextAt(changed, nameof(LibvirtOptions.CpuMode)));
        Assert.StartsWith("VirtType.Qemu }", TextAt(changed, nameof(LibvirtOptions.VirtType)));
    }

    [Fact]
    public void Values_that_a_loop_makes_are_where_the_loop_writes_them()
    {
        string[] models = ["Nehalem", "Nehalm"];
        var nodes = models.Select((m, i) => new ComputeNode($"cmp{i}", new()
        {
            Nova = new() { Libvirt = new() { CpuModels = [m] } },
        })).ToArray();
        Assert.StartsWith("m] }", TextAt(Libvirt(nodes[1].Profile), nameof(LibvirtOptions.CpuModels), 0));
        Assert.StartsWith("new ComputeNode($\"cmp{i}\"", TextAt(nodes[1]));
    }

    [Fact]
    public void Several_creations_on_one_line_are_told_apart_by_what_they_set()
    {
        NodeProfile a = new() { Target = Target.Debian12 }, b = new() { Nova = new() };
        Assert.StartsWith("new() };", TextAt(b, nameof(NodeProfile.Nova)));
        Assert.StartsWith("Target.Debian12", TextAt(a, nameof(NodeProfile.Target)));
    }

    [Fact]
    public void A_place_is_in_the_member_or_variable_that_its_declaration_names()
    {
        var changed = s_kvm.Override(new() { Nova = new() { Libvirt = new() { CpuMode = CpuMode.None } } });
        Assert.Equal("s_kvm", MemberOf(Libvirt(s_kvm), nameof(LibvirtOptions.CpuModels)));
        Assert.Equal("changed", MemberOf(Libvirt(changed), nameof(LibvirtOptions.CpuMode)));
        Assert.Equal("s_kvm", MemberOf(Libvirt(changed), nameof(LibvirtOptions.CpuModels)));
        Assert.Equal("Made", MemberOf(Libvirt(Made(true)), nameof(LibvirtOptions.CpuMode)));
        Assert.Equal("ByMethod", MemberOf(Libvirt(ByMethod(true)), nameof(LibvirtOptions.CpuMode)));
        Assert.Equal("Property", MemberOf(Libvirt(Property), nameof(LibvirtOptions.CpuMode)));

        static NodeProfile Made(bool custom)
        {
            if (custom)
            {
                return s_kvm.Override(new() { Nova = new() { Libvirt = new() { CpuMode = CpuMode.None } } });
            }

            return s_kvm;
        }
    }

    [Fact]
    public void What_is_overridden_is_found_nearest_first()
    {
        var first = s_kvm.Override(new() { Nova = new() { Libvirt = new() { CpuMode = CpuMode.None } } });
        var second = first.Override(new() { Nova = new() { Libvirt = new() { CpuModels = [] } } });
        var third = second.Override(new() { Nova = new() { Libvirt = Libvirt(second) with { CpuMode = CpuMode.HostPassthrough } } });
        Assert.Equal(
            ["CpuMode.None } } });", "CpuMode.Custom, // a comment with { CpuMode = 1 }"],
            _locator.FindOverridden(new(Libvirt(third), nameof(LibvirtOptions.CpuMode), -1, null)).Select(o => Text(o.Place)));
        Assert.Empty(_locator.FindOverridden(new(Libvirt(s_kvm), nameof(LibvirtOptions.CpuMode), -1, null)));
    }

    private static NodeProfile Property { get; } = new() { Nova = new() { Libvirt = new() { CpuMode = CpuMode.None } } };

    private static NodeProfile ByMethod(bool none) => s_kvm.Override(new() { Nova = new() { Libvirt = new() { CpuMode = none ? CpuMode.None : null } } });

    private string? MemberOf(Declaration owner, string property) => _locator.MemberAt(_locator.Find(new ObjectOrigin(owner, property, -1, null))!.Value);

    private static LibvirtOptions Libvirt(NodeProfile profile) => profile.Nova!.Libvirt!;

    private static NodeFacts Node(NodeProfile profile) => NodeFacts.OfNode(ObjectReader.Read(new ComputeNode("n", profile), null), FactCatalog.Bundled)!;

    private string TextAt(Declaration owner, string? property = null, int item = -1) => Text(_locator.Find(new ObjectOrigin(owner, property, item, null)));

    private string TextAt(PartialValue value) => Text(_locator.Find((ObjectOrigin?)value.Origin));

    private static string Text(Place? place) => File.ReadLines(place!.Value.File!).ElementAt(place.Value.Line - 1)[(place.Value.Column - 1)..];
}
