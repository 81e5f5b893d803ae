namespace ConfigSdk.Bundles.Tests;

public class NovaConfTests
{
    [Fact]
    public void Only_what_is_declared_is_written() => Assert.Empty(Render.NovaConfLines(new() { Libvirt = new() }));

    [Fact]
    public void An_option_has_the_name_that_the_release_gives_it()
    {
        var nova = new Nova { Libvirt = new() { CpuMode = CpuMode.Custom, CpuModels = ["Nehalem"] } };
        Assert.Equal(["[libvirt]", "cpu_mode = custom", "cpu_models = Nehalem"], Render.NovaConfLines(nova, Target.Debian13));
        Assert.Equal(["[libvirt]", "cpu_mode = custom", "cpu_model = Nehalem"], Render.NovaConfLines(nova, Target.Icehouse));
    }

    [Fact]
    public void Default_comes_first_then_groups_and_options_by_name() => Assert.Equal(
        ["[DEFAULT]", "compute_driver = libvirt.LibvirtDriver", "my_ip = 10.0.0.1", "[compute]", "cpu_shared_set = 0-3", "[vnc]", "enabled = false"],
        Render.NovaConfLines(new()
        {
            Vnc = new() { Enabled = false },
            Compute = new() { CpuSharedSet = "0-3" },
            Default = new() { MyIp = "10.0.0.1", ComputeDriver = ComputeDriver.Libvirt },
        }));

    [Fact]
    public void A_multi_valued_option_has_a_line_a_value_and_a_list_has_one() => Assert.Equal(
        ["[libvirt]", "disk_cachemodes = file=writeback,block=none", "[pci]", "alias = {\"name\":\"a\"}", "alias = {\"name\":\"b\"}"],
        Render.NovaConfLines(new()
        {
            Pci = new() { Alias = ["{\"name\":\"a\"}", "{\"name\":\"b\"}"] },
            Libvirt = new() { DiskCachemodes = ["file=writeback", "block=none"] },
        }));

    [Fact]
    public void A_machine_type_stands_behind_its_architecture() => Assert.Equal(
        ["[libvirt]", "hw_machine_type = x86_64=q35,aarch64=virt"],
        Render.NovaConfLines(new() { Libvirt = new() { HwMachineType = [DefaultMachineType.Of("x86_64", MachineType.Q35), "aarch64=virt"] } }));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(" led by a blank", "\" led by a blank\"")]
    [InlineData("\"quoted\"", "\"\"quoted\"\"")]
    [InlineData("'x'", "\"'x'\"")]
    [InlineData("\"", "\"\"\"")]
    [InlineData("say \"hi\"", "say \"hi\"")]
    [InlineData("a # b ; c = d", "a # b ; c = d")]
    [InlineData("$state_path/instances", "$state_path/instances")]
    public void Text_is_quoted_where_oslo_config_would_strip_it(string value, string written) =>
        Assert.Equal($"instances_path = {written}", Render.NovaConfLines(new() { Default = new() { InstancesPath = value } })[1]);

    [Fact]
    public void An_empty_value_is_written_as_one() =>
        Assert.Equal("instances_path =", Render.NovaConfLines(new() { Default = new() { InstancesPath = "" } })[1]);

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new("tr-TR");
        try
        {
            Assert.Equal(["[DEFAULT]", "cpu_allocation_ratio = 1.5", "reserved_host_memory_mb = 4096"], Render.NovaConfLines(
                new() { Default = new() { CpuAllocationRatio = 1.5, ReservedHostMemoryMb = 4096 } }));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Options_that_are_not_typed_join_their_group_in_their_order() => Assert.Equal(
        ["[libvirt]", "virt_type = kvm", "zz_plugin = 1", "zz_plugin = 2", "[oslo_messaging_rabbit]", "heartbeat_rate = 3"],
        Render.NovaConfLines(new()
        {
            Libvirt = new() { VirtType = VirtType.Kvm },
            Extra = [new("oslo_messaging_rabbit", "heartbeat_rate", "3"), new("libvirt", "zz_plugin", "1"), new("libvirt", "zz_plugin", "2")],
        }));
}
