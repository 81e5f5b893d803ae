using static ConfigSdk.Rules.Tests.LessKnowledge;

namespace ConfigSdk.Rules.Tests;

public class SecurityRulesTests
{
    private const string Node = "target = debian-13 | DEFAULT.compute_driver = libvirt.LibvirtDriver | ";

    [Theory]
    [InlineData(Node + "neutron.endpoint_override = http://nova:geheim@glance:9292", "NOVA8002")]
    [InlineData(Node + "api.vendordata_dynamic_targets = a@http://a:9292,b@http://nova:geheim@glance:9292,c@http://nova:x@b", "NOVA8002")]
    [InlineData(Node + "neutron.endpoint_override = http://glance:9292", "")]
    [InlineData(Node + "neutron.endpoint_override = http://nova@glance:9292", "")]
    [InlineData(Node + "neutron.endpoint_override = http://glance:9292/a@b", "")]
    [InlineData(Node + "neutron.endpoint_override = ?", "")]
    [InlineData(Node + "extra = plugin/url=redis://:geheim@redis:6379", "NOVA8002")]
    [InlineData(Node + "extra = plugin/url=redis://redis:6379", "")]
    [InlineData(Node + "extra = DEFAULT/transport_url=rabbit://nova:geheim@mq", "NOVA8001")]
    [InlineData(Node + "extra = plugin/url=redis://:${host}@redis:6379", "")]
    public void NOVA8002_password_in_an_address(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Node + "vnc.server_listen = 0.0.0.0", "NOVA8003")]
    [InlineData(Node + "vnc.server_listen = ::", "NOVA8003")]
    [InlineData(Node + "vnc.server_listen = 192.0.2.7", "")]
    [InlineData(Node + "vnc.server_listen = ?", "")]
    [InlineData(Node + "vnc.server_listen = 0.0.0.0 | vnc.auth_schemes = vencrypt", "")]
    [InlineData(Node + "vnc.server_listen = 0.0.0.0 | vnc.auth_schemes = none", "NOVA8003")]
    [InlineData(Node + "vnc.server_listen = 0.0.0.0 | vnc.auth_schemes = ?", "")]
    [InlineData("target = debian-13 | DEFAULT.compute_driver = ironic.IronicDriver | vnc.server_listen = 0.0.0.0", "")]
    [InlineData("nova = 2014.1 | vnc.server_listen = 0.0.0.0", "NOVA8003")]
    public void NOVA8003_consoles_on_every_address(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("vnc.enabled = false | spice.enabled = true | spice.server_listen = 0.0.0.0", true)]
    [InlineData("vnc.enabled = false | spice.enabled = true | spice.server_listen = 0.0.0.0 | spice.require_secure = true", false)]
    [InlineData("vnc.enabled = false | spice.enabled = true | spice.server_listen = 0.0.0.0 | spice.require_secure = ?", false)]
    [InlineData("vnc.enabled = false | spice.enabled = ? | spice.server_listen = 0.0.0.0", false)]
    [InlineData("vnc.enabled = false | vnc.server_listen = 0.0.0.0", false)]
    public void NOVA8003_is_about_consoles_that_are_on(string declared, bool isFound) =>
        Assert.Equal(isFound, Judged.Of(Declared.Node(Node + declared)).Any(f => f.Rule.Id == "NOVA8003"));

    [Theory]
    [InlineData("live_migration_uri = qemu+tcp://%s/system", true)]
    [InlineData("live_migration_uri = qemu+tcp://%s/system | live_migration_with_native_tls = true", false)]
    [InlineData("live_migration_uri = qemu+tcp://%s/system | live_migration_with_native_tls = ?", false)]
    [InlineData("live_migration_uri = qemu+tls://%s/system", false)]
    [InlineData("live_migration_uri = qemu+ssh://nova@%s/system", false)]
    [InlineData("live_migration_uri = ?", false)]
    [InlineData("live_migration_scheme = tcp", true)]
    [InlineData("live_migration_scheme = tls", false)]
    [InlineData("live_migration_scheme = tcp | live_migration_uri = qemu+tls://%s/system", false)]
    [InlineData("live_migration_scheme = tcp | live_migration_uri = ?", false)]
    public void NOVA8004_migration_in_the_clear(string declared, bool isFound) =>
        Assert.Equal(isFound, Judged.Of(Declared.Node(Node + declared)).Any(f => f.Rule.Id == "NOVA8004"));

    [Theory]
    [InlineData("nova = 18.0.0 | live_migration_scheme = tcp", "NOVA8004")]
    [InlineData("nova = 14.0.0 | live_migration_scheme = tcp", "NOVA5002")]
    [InlineData("live_migration_scheme = tcp", "NOVA5004")]
    public void NOVA8004_by_release(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Node + "workarounds.disable_deep_image_inspection = true", "NOVA8005")]
    [InlineData(Node + "workarounds.disable_deep_image_inspection = false", "")]
    [InlineData(Node + "workarounds.disable_deep_image_inspection = ?", "")]
    [InlineData("nova = 29.0.0 | workarounds.disable_deep_image_inspection = true", "NOVA8005")]
    [InlineData("nova = 24.0.0 | workarounds.disable_deep_image_inspection = true", "NOVA5002")]
    public void NOVA8005_images_are_not_inspected(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Node + "neutron.insecure = true", "NOVA8006")]
    [InlineData(Node + "neutron.insecure = false", "")]
    [InlineData(Node + "neutron.insecure = ?", "")]
    [InlineData(Node + "barbican.verify_ssl = false", "NOVA8006")]
    [InlineData(Node + "barbican.verify_ssl = true", "")]
    [InlineData("nova = 15.0.0 | glance.api_insecure = true", "NOVA8006")]
    [InlineData("neutron.insecure = true", "NOVA5004")]
    public void NOVA8006_certificates_are_not_checked(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("live_migration_uri = qemu+tls://%s/system?no_verify=1", true)]
    [InlineData("live_migration_uri = qemu+ssh://%s/system?keyfile=/k&no_verify=1", true)]
    [InlineData("live_migration_uri = qemu+tls://%s/system?no_verify=0", false)]
    [InlineData("live_migration_uri = qemu+tls://%s/system", false)]
    public void NOVA8006_of_libvirts_own_connections(string declared, bool isFound) =>
        Assert.Equal(isFound, Judged.Of(Declared.Node(Node + declared)).Any(f => f.Rule.Id == "NOVA8006"));

    [Theory]
    [InlineData(Node + "vnc.novncproxy_base_url = http://cloud.example.org:6080/vnc_auto.html", "NOVA8007")]
    [InlineData(Node + "vnc.novncproxy_base_url = https://cloud.example.org:6080/vnc_auto.html", "")]
    [InlineData(Node + "vnc.novncproxy_base_url = http://127.0.0.1:6080/vnc_auto.html", "")]
    [InlineData(Node + "vnc.novncproxy_base_url = http://localhost:6080/vnc_auto.html", "")]
    [InlineData(Node + "vnc.novncproxy_base_url = ?", "")]
    [InlineData(Node + "serial_console.enabled = true | serial_console.base_url = ws://cloud.example.org:6083/", "NOVA8007")]
    [InlineData(Node + "serial_console.enabled = true | serial_console.base_url = wss://cloud.example.org:6083/", "")]
    [InlineData(Node + "serial_console.base_url = ws://cloud.example.org:6083/", "NOVA7023")]
    public void NOVA8007_console_address_without_tls(string node, string ids) => Judged.Node(node, ids);

    [Fact]
    public void Messages_tell_what_others_can_do()
    {
        Assert.Equal(
            "Guests' VNC consoles listen on every address of the node ([vnc] server_listen = 0.0.0.0), and nova gives them no password: who reaches the ports sees and types what the guest's console does, unless qemu.conf asks for TLS and for certificates. Listen on the address of the network of the console proxies.",
            Judged.Single(Node + "vnc.server_listen = 0.0.0.0").Message);
        Assert.Equal(
            "[neutron] insecure = true: nova talks to the service without a look at who answers, so that who stands between reads and changes what they say, tokens included. Leave it out, and name the authority's file in cafile.",
            Judged.Single(Node + "neutron.insecure = true").Message);
        Assert.Equal("Insecure", Judged.Single(Node + "neutron.insecure = true").Properties[FixKeys.RemoveSetting]);
        Assert.DoesNotContain("geheim", Judged.Single(Node + "neutron.endpoint_override = http://nova:geheim@glance:9292").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Forgetting_adds_no_mistake() => AddsNoMistake(
        [],
        Setting("nova", "18.0.0", "22.0.0", "31.0.0"),
        Setting("DEFAULT.compute_driver", "libvirt.LibvirtDriver", "libvirt.LibvirtDriver", "ironic.IronicDriver"),
        Setting("neutron.endpoint_override", "http://a:b@c", "http://a"),
        Setting("vnc.server_listen", "0.0.0.0", "127.0.0.1"),
        Setting("vnc.auth_schemes", "none", "vencrypt", "vencrypt,none"),
        Setting("vnc.enabled", "true", "false"),
        Setting("spice.enabled", "true", "false"),
        Setting("spice.server_listen", "0.0.0.0"),
        Setting("spice.require_secure", "true", "false"),
        Setting("live_migration_uri", "qemu+tcp://%s/system", "qemu+tls://%s/system?no_verify=1"),
        Setting("live_migration_scheme", "tcp", "tls"),
        Setting("live_migration_with_native_tls", "true", "false"),
        Setting("neutron.insecure", "true", "false"),
        Setting("workarounds.disable_deep_image_inspection", "true", "false"),
        Setting("vnc.novncproxy_base_url", "http://cloud/x", "https://cloud/x"),
        Setting("extra", "vnc/auth_schemes=vencrypt", "DEFAULT/vnc_enabled=false", "libvirt/live_migration_with_native_tls=true", "spice/require_secure=true"));
}
