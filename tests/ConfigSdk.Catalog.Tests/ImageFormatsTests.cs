namespace ConfigSdk.Catalog.Tests;

public class ImageFormatsTests
{
    private static Release Nova(string tag) => Release.Parse(tag);

    [Fact]
    public void Glance_lists_formats_since_a_release()
    {
        Assert.Equal(["ami", "ari", "aki", "vhd", "vmdk", "raw", "qcow2", "vdi", "iso"], DiskFormats.OfGlance(Nova("12.0.0")));
        Assert.Equal(["ami", "ari", "aki", "vhd", "vmdk", "raw", "qcow2", "vdi", "iso", "vhdx", "ploop"], DiskFormats.OfGlance(Nova("34.0.0")));
        Assert.Equal(["ami", "ari", "aki", "bare", "ovf"], ContainerFormats.OfGlance(Nova("12.0.0")));
        Assert.Equal(["ami", "ari", "aki", "bare", "ovf", "ova", "docker"], ContainerFormats.OfGlance(Nova("19.0.0")));
        Assert.Equal(ContainerFormats.All, ContainerFormats.OfGlance(Nova("20.0.0")));
        Assert.Contains("qed", DiskFormats.All);
    }

    [Theory]
    [InlineData("qcow2", "kvm", "34.0.0", true)]
    [InlineData("vhdx", "qemu", "2014.1", true)]
    [InlineData("ploop", "kvm", "29.0.0", null)]
    [InlineData("ploop", "kvm", "30.0.0", false)]
    [InlineData("ploop", "lxc", "34.0.0", false)]
    [InlineData("ploop", "parallels", "2014.2", false)]
    [InlineData("ploop", "parallels", "2015.1.0", null)]
    [InlineData("qcow2", "lxc", "34.0.0", null)]
    [InlineData("qed", "kvm", "34.0.0", null)]
    public void Guests_start_from_a_format_or_not(string format, string virtType, string release, bool? starts) =>
        Assert.Equal(starts, DiskFormats.CanBoot(format, virtType, Nova(release)));
}
