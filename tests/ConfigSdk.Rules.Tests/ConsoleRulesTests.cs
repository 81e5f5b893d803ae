using static ConfigSdk.Rules.Tests.LessKnowledge;

namespace ConfigSdk.Rules.Tests;

public class ConsoleRulesTests
{
    [Theory]
    [InlineData("target = debian-13 | spice.enabled = true", "NOVA7020")]
    [InlineData("target = icehouse | spice.enabled = true", "NOVA7020")]
    [InlineData("target = debian-13 | spice.enabled = true | vnc.enabled = false", "")]
    [InlineData("target = debian-13 | spice.enabled = true | vnc.enabled = true", "")]
    [InlineData("target = debian-13 | spice.enabled = true | vnc.enabled = ?", "")]
    [InlineData("target = debian-13 | spice.enabled = ?", "")]
    [InlineData("target = debian-13 | spice.enabled = false", "")]
    [InlineData("target = debian-13 | virt_type = ? | spice.enabled = true", "")]
    [InlineData("nova = ? | spice.enabled = true", "")]
    public void NOVA7020_vnc_beside_spice(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | vnc.enabled = false", "NOVA7021")]
    [InlineData("target = debian-13 | vnc.enabled = false | spice.enabled = false", "NOVA7021")]
    [InlineData("nova = 2015.1.0 | extra = DEFAULT/vnc_enabled=false", "NOVA5003 NOVA7021")]
    [InlineData("nova = 2014.2 | extra = DEFAULT/vnc_enabled=false", "NOVA5003")]
    [InlineData("target = debian-13 | vnc.enabled = false | spice.enabled = true", "")]
    [InlineData("target = debian-13 | vnc.enabled = false | serial_console.enabled = true", "")]
    [InlineData("target = debian-13 | vnc.enabled = false | spice.enabled = ?", "")]
    [InlineData("target = debian-13 | vnc.enabled = false | serial_console.enabled = ?", "")]
    [InlineData("target = debian-13 | vnc.enabled = ?", "")]
    [InlineData("target = debian-13 | virt_type = lxc | vnc.enabled = false", "")]
    [InlineData("target = debian-13 | vnc.enabled = false | DEFAULT.compute_driver = ironic.IronicDriver", "")]
    public void NOVA7021_no_display(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | virt_type = lxc | vnc.enabled = true", "NOVA7022")]
    [InlineData("target = debian-13 | virt_type = lxc | vnc.enabled = true | spice.enabled = true | serial_console.enabled = true", "NOVA7022 NOVA7022 NOVA7022")]
    [InlineData("target = debian-13 | virt_type = lxc | DEFAULT.pointer_model = usbtablet", "NOVA7022")]
    [InlineData("nova = 20.0.0 | virt_type = lxc | serial_console.enabled = true", "NOVA7022")]
    [InlineData("nova = 19.0.0 | virt_type = lxc | serial_console.enabled = true", "")]
    [InlineData("nova = 19.0.0 | virt_type = xen | spice.enabled = true", "NOVA7022")]
    [InlineData("nova = 19.0.0 | virt_type = xen | vnc.enabled = true", "")]
    [InlineData("target = debian-13 | virt_type = lxc | vnc.enabled = false | spice.enabled = ?", "")]
    [InlineData("target = debian-13 | virt_type = ? | vnc.enabled = true", "")]
    [InlineData("target = debian-13 | virt_type = qemu | vnc.enabled = true", "")]
    public void NOVA7022_consoles_of_containers(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | spice.agent_enabled = false", "NOVA7023")]
    [InlineData("target = debian-13 | spice.require_secure = true | spice.image_compression = lz", "NOVA7023 NOVA7023")]
    [InlineData("target = debian-13 | serial_console.base_url = ws://192.0.2.1:6083/", "NOVA7023")]
    [InlineData("target = debian-13 | serial_console.enabled = false | serial_console.port_range = 20000:10000", "NOVA7023")]
    [InlineData("target = debian-13 | vnc.enabled = false | spice.enabled = true | vnc.server_proxyclient_address = 192.0.2.1", "NOVA7023")]
    [InlineData("nova = 29.0.0 | spice.require_secure = true", "NOVA5002")]
    [InlineData("target = icehouse | spice.html5proxy_base_url = http://192.0.2.1:6082/spice_auto.html", "NOVA7023")]
    [InlineData("target = debian-13 | spice.server_listen = 192.0.2.1", "")]
    [InlineData("target = debian-13 | spice.html5proxy_host = 192.0.2.1", "")]
    [InlineData("target = debian-13 | vnc.server_proxyclient_address = 192.0.2.1", "")]
    [InlineData("target = debian-13 | spice.enabled = ? | spice.agent_enabled = false", "")]
    [InlineData("nova = ? | spice.agent_enabled = false", "")]
    [InlineData("target = debian-13 | vnc.enabled = false | spice.enabled = true | spice.require_secure = true", "")]
    [InlineData("target = debian-13 | serial_console.enabled = true | serial_console.base_url = ws://192.0.2.1:6083/", "")]
    public void NOVA7023_options_of_a_console_that_is_off(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | DEFAULT.pointer_model = usbtablet | spice.enabled = true | vnc.enabled = false", "NOVA7024")]
    [InlineData("nova = 14.0.0 | DEFAULT.pointer_model = usbtablet | spice.enabled = true | vnc.enabled = false", "NOVA7024")]
    [InlineData("target = debian-13 | DEFAULT.pointer_model = usbtablet | spice.enabled = true | vnc.enabled = true", "")]
    [InlineData("target = debian-13 | DEFAULT.pointer_model = usbtablet | spice.enabled = true | vnc.enabled = ?", "")]
    [InlineData("target = debian-13 | DEFAULT.pointer_model = usbtablet | spice.enabled = true | spice.agent_enabled = false | vnc.enabled = false", "")]
    [InlineData("target = debian-13 | DEFAULT.pointer_model = ps2mouse | spice.enabled = true | vnc.enabled = false", "")]
    [InlineData("target = debian-13 | spice.enabled = true | vnc.enabled = false", "")]
    public void NOVA7024_tablet_beside_the_agent(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | serial_console.enabled = true | serial_console.port_range = 20000:10000", "NOVA7025")]
    [InlineData("target = debian-13 | serial_console.enabled = true | serial_console.port_range = 10000:10000", "NOVA7025")]
    [InlineData("nova = 2014.2 | serial_console.enabled = true | serial_console.port_range = 20000:10000", "NOVA7025")]
    [InlineData("target = icehouse | serial_console.enabled = true | serial_console.port_range = 20000:10000", "NOVA5002 NOVA5002")]
    [InlineData("target = debian-13 | serial_console.enabled = true | serial_console.port_range = 10000:10001", "")]
    [InlineData("target = debian-13 | serial_console.enabled = true | serial_console.port_range = 10000", "NOVA5001")]
    [InlineData("target = debian-13 | serial_console.enabled = true | serial_console.port_range = ?", "")]
    [InlineData("target = debian-13 | serial_console.enabled = ? | serial_console.port_range = 20000:10000", "")]
    public void NOVA7025_serial_port_range(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | spice.enabled = true", "[spice] enabled is on, and [vnc] enabled, which is not set, is on too: each guest gets both displays. Set Vnc.Enabled to false if SPICE is to take VNC's place, or to true if both are meant.")]
    [InlineData("target = debian-13 | spice.agent_enabled = false", "[spice] agent_enabled has no effect: [spice] enabled is off. Leave out Spice.AgentEnabled, or switch on Spice.Enabled.")]
    [InlineData("target = debian-13 | serial_console.enabled = true | serial_console.port_range = 20000:10000", "[serial_console] port_range is 20000:10000, in which there is no port: nova takes the ports from the first number up to, and without, the second; it logs a warning and uses 10000:20000 instead. Write the smaller number first.")]
    public void Messages(string mistake, string message) => Assert.Equal(message, Judged.Single(mistake).Message);

    [Theory]
    [InlineData("target = debian-13 | spice.enabled = true", FixKeys.SetOption, "Vnc.Enabled")]
    [InlineData("target = debian-13 | spice.enabled = true", FixKeys.SetValue, "false")]
    [InlineData("target = debian-13 | vnc.enabled = false", FixKeys.RemoveSetting, "Enabled")]
    [InlineData("target = debian-13 | serial_console.base_url = ws://192.0.2.1:6083/", FixKeys.RemoveSetting, "BaseUrl")]
    [InlineData("target = debian-13 | serial_console.enabled = true | serial_console.port_range = 20000:10000", Finding.Replacement, "10000:20000")]
    public void Fixes(string mistake, string key, string value) => Assert.Equal(value, Judged.Single(mistake).Properties[key]);

    [Fact]
    public void Forgetting_adds_no_mistake() => AddsNoMistake(
        [],
        Setting("target", "debian-11", "debian-12", "debian-13", "icehouse"),
        Setting("DEFAULT.compute_driver", "libvirt.LibvirtDriver", "libvirt.LibvirtDriver", "ironic.IronicDriver"),
        Setting("virt_type", "kvm", "lxc", "qemu", "xen"),
        Setting("vnc.enabled", "false", "true"),
        Setting("vnc.server_proxyclient_address", "192.0.2.1"),
        Setting("spice.enabled", "false", "true"),
        Setting("spice.agent_enabled", "false", "true"),
        Setting("spice.require_secure", "true"),
        Setting("serial_console.enabled", "false", "true"),
        Setting("serial_console.port_range", "20000:10000", "10000:20000"),
        Setting("DEFAULT.pointer_model", "usbtablet", "ps2mouse"),
        Setting("extra", "vnc/enabled=false", "spice/enabled=true"));
}
