namespace ConfigSdk.Catalog.Tests;

public class NovaOptionsTests
{
    private static NovaOptions Options => FactCatalog.Bundled.Options;

    private static readonly Release s_icehouse = Release.Parse("2014.1");
    private static readonly Release s_epoxy = Release.Parse("31.0.0");

    [Fact]
    public void Every_release_is_bundled_in_order()
    {
        Assert.Equal(26, Release.All.Count);
        Assert.Equal("Icehouse", Release.All[0].Name);
        Assert.Equal("34.0.0", Release.Newest.Tag);
        Assert.Equal("nova 31.0.0 (2025.1 Epoxy)", s_epoxy.DisplayName);
        Assert.Equal("nova 2014.1 (Icehouse)", s_icehouse.DisplayName);
    }

    [Fact]
    public void A_renamed_option_is_one_option_with_the_name_that_each_release_has()
    {
        var models = Options.Find("libvirt", "cpu_models")!;
        Assert.Same(models, Options.Find("libvirt", "cpu_model"));
        Assert.Equal("cpu_model", models.In(s_icehouse)!.Name.Option);
        Assert.Equal(OptionType.String, models.In(s_icehouse)!.Type);
        Assert.Equal("cpu_models", models.In(s_epoxy)!.Name.Option);
        Assert.Equal([new OptionName("libvirt", "cpu_model")], models.FormerNames);
    }

    [Fact]
    public void Facts_are_those_of_the_release()
    {
        var virtType = Options.Find("libvirt", "virt_type")!;
        Assert.Empty(virtType.In(s_icehouse)!.Choices);
        Assert.Contains("xen", virtType.In(Release.Parse("22.0.0"))!.Choices);
        Assert.Equal(["kvm", "lxc", "qemu", "parallels"], virtType.In(s_epoxy)!.Choices);
        Assert.Equal("kvm", virtType.In(s_epoxy)!.Default);
        Assert.Equal(100, Options.Find("libvirt", "live_migration_downtime")!.In(s_epoxy)!.Min);
    }

    [Fact]
    public void An_option_that_a_stable_series_got_late_says_so()
    {
        var flags = Options.Find("libvirt", "cpu_model_extra_flags")!;
        Assert.Null(flags.In(Release.Parse("17.0.0")));
        Assert.Equal("17.0.3", flags.LateTagIn(Release.Parse("17.0.0")));
        Assert.Null(flags.LateTagIn(Release.Parse("14.0.0")));
    }

    [Fact]
    public void Removed_options_and_secrets_are_known()
    {
        Assert.Equal("14.0.0", Options.Find("libvirt", "block_migration_flag")!.RemovedIn!.Tag);
        Assert.True(Options.Find("vmware", "host_password")!.IsSecret);
        Assert.Null(Options.Find("libvirt", "cpu_modle"));
    }

    [Fact]
    public void An_option_that_nova_gave_to_a_library_is_one_option_and_not_certain_beside_releases_that_were_not_looked_at()
    {
        var debug = Options.Find("DEFAULT", "debug")!;
        Assert.True(debug.ExistsIn(Release.Parse("Icehouse")));
        Assert.Null(debug.ExistsIn(Release.Parse("Pike")));
        Assert.True(debug.ExistsIn(Release.Parse("Zed")));
        Assert.Equal(["", "oslo.log"], debug.Ranges.Select(r => r.Source).Distinct());
    }

    [Fact]
    public void What_a_library_no_longer_lists_beside_a_release_is_not_in_it()
    {
        var lockTimeout = Options.Find("oslo_messaging_rabbit", "rabbit_hosts");
        var amqp = Options.Find("oslo_messaging_amqp", "ssl_key_password")!;
        Assert.Null(lockTimeout);
        Assert.Equal([true, true, false, false], Options.LibrariesListedBeside.Select(r => amqp.ExistsIn(r)));
        Assert.Null(amqp.ExistsIn(Release.Parse("Bobcat")));
        Assert.Equal("31.0.0", amqp.RemovedIn!.Tag);
    }

    [Fact]
    public void Every_group_with_auth_type_has_the_options_of_keystone_plug_ins()
    {
        var secret = Options.Find("placement", "application_credential_secret")!;
        Assert.True(secret.IsSecret);
        Assert.Equal(new OptionName("keystone_authtoken", "username"), Options.Find("keystone_authtoken", "username")!.Name);
        Assert.Contains(new OptionName("neutron", "user_name"), Options.Find("neutron", "username")!.Latest.OldNames);
        Assert.Null(Options.Find("libvirt", "username"));
        Assert.Contains(Options.All, o => o.Name == new OptionName("placement", "auth_url"));
        Assert.DoesNotContain(Options.All, o => o.Name.Group[0] == '@' || o.Name.Group.Contains('*'));
    }

    [Fact]
    public void A_group_is_told_by_its_own_name()
    {
        Assert.Contains(Options.Find("libvirt", "cpu_models"), Options.OfGroup("libvirt"));
        Assert.Contains(Options.Find("placement", "auth_url"), Options.OfGroup("placement"));
        Assert.Empty(Options.OfGroup("@auth"));
        Assert.Empty(Options.OfGroup("mdev_*"));
        Assert.Empty(Options.OfGroup("libvrit"));
    }

    [Fact]
    public void Groups_that_another_option_names_have_their_options()
    {
        Assert.Equal("Integer", Options.Find("neutron_physnet_physnet0", "numa_nodes")!.Latest.ItemType);
        Assert.Equal(new OptionName("vgpu_nvidia-35", "device_addresses"), Options.Find("mdev_nvidia-35", "device_addresses")!.Latest.OldNames.Single());
        Assert.Null(Options.Find("mdev_", "device_addresses"));
        Assert.Null(Options.Find("mdev_nvidia-35", "device_adresses"));
    }

    [Fact]
    public void Every_option_has_facts_in_every_release_of_its_ranges_and_no_two_ranges_overlap() => Assert.All(Options.All, option =>
    {
        for (var i = 1; i < option.Ranges.Count; i++)
        {
            Assert.True(option.Ranges[i - 1].Last! < option.Ranges[i].First, option.Name.ToString());
        }
    });
}
