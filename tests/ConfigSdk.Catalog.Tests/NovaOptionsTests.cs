namespace ConfigSdk.Catalog.Tests;

public class NovaOptionsTests
{
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
        var models = FactCatalog.Bundled.Options.Find("libvirt", "cpu_models")!;
        Assert.Same(models, FactCatalog.Bundled.Options.Find("libvirt", "cpu_model"));
        Assert.Equal("cpu_model", models.In(s_icehouse)!.Name.Option);
        Assert.Equal(OptionType.String, models.In(s_icehouse)!.Type);
        Assert.Equal("cpu_models", models.In(s_epoxy)!.Name.Option);
        Assert.Equal([new OptionName("libvirt", "cpu_model")], models.FormerNames);
    }

    [Fact]
    public void Facts_are_those_of_the_release()
    {
        var virtType = FactCatalog.Bundled.Options.Find("libvirt", "virt_type")!;
        Assert.Empty(virtType.In(s_icehouse)!.Choices);
        Assert.Contains("xen", virtType.In(Release.Parse("22.0.0"))!.Choices);
        Assert.Equal(["kvm", "lxc", "qemu", "parallels"], virtType.In(s_epoxy)!.Choices);
        Assert.Equal("kvm", virtType.In(s_epoxy)!.Default);
        Assert.Equal(100, FactCatalog.Bundled.Options.Find("libvirt", "live_migration_downtime")!.In(s_epoxy)!.Min);
    }

    [Fact]
    public void An_option_that_a_stable_series_got_late_says_so()
    {
        var flags = FactCatalog.Bundled.Options.Find("libvirt", "cpu_model_extra_flags")!;
        Assert.Null(flags.In(Release.Parse("17.0.0")));
        Assert.Equal("17.0.3", flags.LateTagIn(Release.Parse("17.0.0")));
        Assert.Null(flags.LateTagIn(Release.Parse("14.0.0")));
    }

    [Fact]
    public void Removed_options_and_secrets_are_known()
    {
        Assert.Equal("14.0.0", FactCatalog.Bundled.Options.Find("libvirt", "block_migration_flag")!.RemovedIn!.Tag);
        Assert.True(FactCatalog.Bundled.Options.Find("vmware", "host_password")!.IsSecret);
        Assert.Null(FactCatalog.Bundled.Options.Find("libvirt", "cpu_modle"));
    }

    [Fact]
    public void Options_that_moved_to_a_library_are_known_there()
    {
        Assert.NotNull(FactCatalog.Bundled.Options.Find("DEFAULT", "debug")!.RemovedIn);
        Assert.True(LibraryOptions.Contains(new("DEFAULT", "debug")));
        Assert.True(LibraryOptions.Contains(new("DEFAULT", "transport_url")));
        Assert.False(LibraryOptions.Contains(new("libvirt", "cpu_mode")));
        Assert.False(LibraryOptions.Contains(new("libvirt", "block_migration_flag")));
    }

    [Fact]
    public void Every_option_has_facts_in_every_release_of_its_ranges_and_no_two_ranges_overlap() => Assert.All(FactCatalog.Bundled.Options.All, option =>
    {
        for (var i = 1; i < option.Ranges.Count; i++)
        {
            Assert.True(option.Ranges[i - 1].Last! < option.Ranges[i].First, option.Name.ToString());
        }
    });
}
