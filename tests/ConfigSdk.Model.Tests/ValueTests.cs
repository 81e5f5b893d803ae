using System.Net;

namespace ConfigSdk.Model.Tests;

public class ValueTests
{
    [Fact]
    public void Any_text_converts_to_a_value()
    {
        CpuSet? set = "not a set";
        HostAddress host = "not a host";
        ServiceUri uri = "";
        Assert.Equal(("not a set", "not a host", ""), (set.Value.Text, host.Text, uri.Text));
    }

    [Fact]
    public void Addresses_and_uris_of_the_framework_convert()
    {
        HostAddress host = IPAddress.Parse("2001:DB8::0:1");
        ServiceUri uri = new Uri("https://Console.example.org:443");
        Assert.Equal("2001:db8::1", host.Text);
        Assert.Equal("https://Console.example.org:443", uri.Text);
        Assert.Throws<ArgumentNullException>(() => host = (IPAddress)null!);
        Assert.Throws<ArgumentNullException>(() => uri = (Uri)null!);
    }

    [Fact]
    public void Values_are_equal_by_their_text()
    {
        Assert.Equal("2-31,^5", CpuSet.Range(2, 31).Except(5));
        Assert.Equal((PciDeviceSpec)"{}", (PciDeviceSpec)"{}");
        Assert.NotEqual((PciDeviceSpec)"{}", "[]");
        Assert.NotEqual((PciDeviceSpec)"{}", new PciDeviceSpec());
        Assert.Equal(new PciDeviceSpec { Address = "*:0a:00.*" }, new PciDeviceSpec { Address = "*:0a:00.*" });
    }

    [Fact]
    public void Cpus_are_numbers_in_every_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new("sv-SE"); // its minus is no hyphen
        try
        {
            Assert.Equal("-1,2", CpuSet.Of(-1, 2).Text);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Json_text_is_not_changed_by_properties()
    {
        Assert.Throws<NotSupportedException>(() => (PciDeviceSpec)"{}" with { Trusted = true });
        Assert.Throws<NotSupportedException>(() => (PciAlias)"{}" with { Name = "a" });
    }
}
