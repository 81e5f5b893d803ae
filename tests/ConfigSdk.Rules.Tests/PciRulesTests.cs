using ConfigSdk.Catalog;
using static ConfigSdk.Rules.Tests.LessKnowledge;

namespace ConfigSdk.Rules.Tests;

public class PciRulesTests
{
    private const string Victoria = "target = debian-11 | ";
    private const string Zed = "target = debian-12 | ";
    private const string Epoxy = "target = debian-13 | ";
    private const string Sid = "target = debian-sid | ";

    [Theory]
    [InlineData(Epoxy + """pci.device_spec = {"vendor_id":"8086"}""", "")]
    [InlineData(Epoxy + """pci.device_spec = [{"vendor_id":"8086"}]""", "")]
    [InlineData(Epoxy + """pci.device_spec = []""", "")]
    [InlineData(Epoxy + """pci.device_spec = {}""", "")]
    [InlineData(Epoxy + """pci.device_spec =  {"vendor_id":"8086"} ;[ ] """, "")]
    [InlineData(Epoxy + """pci.device_spec = {"vendor_id":"8086"\x2c"vendor_id":"10de"}""", "")]
    [InlineData(Epoxy + """pci.device_spec = {"product_id":"1"\x2c"physical_network":NaN}""", "")]
    [InlineData(Epoxy + "pci.device_spec = ?", "")]
    [InlineData(Epoxy + "pci.device_spec = ?;...", "")]
    [InlineData(Epoxy + """pci.device_spec = {"vendor_id":"8086"};8086;?""", "NOVA4030")]
    [InlineData(Epoxy + """pci.device_spec = {"vendor_id":"8086" """, "NOVA4030")]
    [InlineData(Epoxy + """pci.device_spec = {'vendor_id': '8086'}""", "NOVA4030")]
    [InlineData(Epoxy + """pci.device_spec = {"vendor_id":"8086"\x2c}""", "NOVA4030")]
    [InlineData(Epoxy + """pci.device_spec = {"physical_network":None}""", "NOVA4030")]
    [InlineData(Epoxy + """pci.device_spec = "8086" """, "NOVA4030")]
    [InlineData(Epoxy + """pci.device_spec = null""", "NOVA4030")]
    [InlineData(Epoxy + """pci.device_spec = [{"vendor_id":"8086"}\x2c["10de"]]""", "NOVA4030")]
    [InlineData(Epoxy + """pci.device_spec = 8086:10fb""", "NOVA4030")]
    [InlineData("nova = 13.0.0 | pci.device_spec = {", "NOVA4030")]
    [InlineData("""nova = 2014.1 | pci.device_spec = {"vendor_id":"8086"\x2c"product_id":"10fb"}""", "NOVA4030")]
    [InlineData("""nova = 2014.1 | pci.device_spec = [{"vendor_id":"8086"\x2c"product_id":"10fb"}]""", "")]
    [InlineData("""nova = 2014.2 | pci.device_spec = {"vendor_id":"8086"\x2c"product_id":"10fb"}""", "")]
    public void NOVA4030_values_are_objects_of_json(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Epoxy + "pci.device_spec = {'vendor_id': '8086'}", """{"vendor_id": "8086"}""")]
    [InlineData(Epoxy + """pci.device_spec = {"physical_network": None\x2c "trusted": "true"}""", """{"physical_network": null, "trusted": "true"}""")]
    [InlineData(Epoxy + """pci.device_spec = {'trusted': True\x2c}""", """{"trusted": true}""")]
    [InlineData(Epoxy + """pci.device_spec = [{"vendor_id": "8086"}\x2c]""", """[{"vendor_id": "8086"}]""")]
    [InlineData("""nova = 2014.1 | pci.device_spec = {"vendor_id":"8086"\x2c"product_id":"10fb"}""", """[{"vendor_id":"8086","product_id":"10fb"}]""")]
    [InlineData(Epoxy + """pci.device_spec = {"vendor_id": "8086" """, null)]
    [InlineData(Epoxy + """pci.device_spec = {'physical_network': "it's"}""", null)]
    public void What_python_or_yaml_printed_is_offered_as_json(string node, string? replacement) =>
        Assert.Equal(replacement, Judged.Single(node).Properties.GetValueOrDefault(Finding.Replacement));

    [Theory]
    [InlineData(
        Epoxy + "pci.device_spec = {'vendor_id': '8086'}",
        "'{'vendor_id': '8086'}' is not what [pci] device_spec takes, an object of JSON or a list of them: at column 2, a member's name in quotes should stand here; JSON quotes with \", not with '; nova-compute would refuse to start")]
    [InlineData(
        "nova = 13.0.0 | pci.device_spec = 7",
        "'7' is not what [pci] device_spec takes, an object of JSON or a list of them: it is 7; nova-compute would start, but the node would report no resources")]
    [InlineData(
        "pci.device_spec = 7",
        "'7' is not what [pci] device_spec takes, an object of JSON or a list of them: it is 7; nova-compute would refuse to start, or nova-compute would start, but the node would report no resources")]
    [InlineData(
        Epoxy + """pci.device_spec = {"trusted": True}""",
        """'{"trusted": True}' is not what [pci] device_spec takes, an object of JSON or a list of them: at column 13, a value should stand here; JSON writes true, false and null; nova-compute would refuse to start""")]
    [InlineData(Epoxy + """pci.device_spec = {"vendor_id":"zzzz"}""", "vendor_id 'zzzz' of [pci] device_spec is no hexadecimal number up to ffff; nova-compute would refuse to start")]
    [InlineData(Epoxy + """pci.device_spec = {"address":"0000:1ff:00.0"}""", "address '0000:1ff:00.0' of [pci] device_spec has bus '1ff', which is greater than ff; nova-compute would refuse to start")]
    [InlineData(Epoxy + """pci.device_spec = {"address":{"bus":"*"}}""", "the address's bus '*' of [pci] device_spec is no regular expression; write '.*' for anything; nova-compute would refuse to start")]
    [InlineData(Epoxy + """pci.device_spec = {"vendor":"8086"}""", "'vendor' in [pci] device_spec means nothing to nova 31.0.0 (2025.1 Epoxy), which would choose devices as if it were not there. Did you mean 'vendor_id'?")]
    [InlineData(Victoria + """pci.device_spec = {"managed":"no"}""", "'managed' in [pci] device_spec means nothing to nova 22.0.0 (Victoria), which would choose devices as if it were not there. It came with nova 31.0.0 (Epoxy).")]
    [InlineData(
        Zed + """pci.alias = {"name":"a"\x2c"vendor":"8086"}""",
        "In [pci] alias, vendor '8086' is no key that nova knows. Did you mean 'vendor_id'?; no guest whose flavor asks for PCI devices could be resized or moved to the node")]
    [InlineData(
        Sid + """pci.alias = {"name":"a"\x2c"vendor_id":"8086"}""",
        "The PCI alias 'a' lacks vendor_id or product_id; nova-compute would refuse to start. Add the ids.")]
    public void Messages_say_what_nova_would_do(string node, string message) => Assert.Equal(message, Judged.Of(Declared.Node(node)).Single(f => f.Rule.Id != "NOVA5004").Message);

    [Theory]
    [InlineData(Epoxy + """pci.device_spec = {"address":"*:0a:00.*"\x2c"devname":"eth0"}""", "NOVA4031")]
    [InlineData(Epoxy + """pci.device_spec = {"address":{"bus":"*"}\x2c"devname":"eth0"}""", "NOVA4031")]
    [InlineData(Epoxy + """pci.device_spec = [{"devname":"eth0"}\x2c{"address":"1:2:3.4"\x2c"devname":"eth0"}]""", "NOVA4031")]
    [InlineData(Epoxy + """pci.device_spec = {"address":""\x2c"devname":"eth0"}""", "")]
    [InlineData(Epoxy + """pci.device_spec = {"address":"zz"\x2c"devname":""}""", "NOVA4032")]
    [InlineData(Epoxy + """pci.device_spec = {"address":null\x2c"devname":"eth0"}""", "")]
    [InlineData(Epoxy + """pci.device_spec = {"devname":"eth0"}""", "")]
    public void NOVA4031_address_and_name_exclude_each_other(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("""pci.device_spec = {"vendor_id":"8086"\x2c"product_id":"10fb"}""", "")]
    [InlineData("""pci.device_spec = {"vendor_id":"*"\x2c"product_id":"*"}""", "")]
    [InlineData("""pci.device_spec = {"vendor_id":" 8086 "\x2c"product_id":"0x10fb"}""", "")]
    [InlineData("""pci.device_spec = {"vendor_id":"ffff"}""", "")]
    [InlineData("""pci.device_spec = {"vendor_id":"10000"}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"vendor_id":"00010000"}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"vendor_id":"0000ffff"}""", "")]
    [InlineData("""pci.device_spec = {"vendor_id":""}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"vendor_id":8086}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"product_id":null}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"product_id":"10f*"}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"address":"0000:0a:00.1"}""", "")]
    [InlineData("""pci.device_spec = {"address":"*:*:*.*"}""", "")]
    [InlineData("""pci.device_spec = {"address":":0a:00."}""", "")]
    [InlineData("""pci.device_spec = {"address":"0a:00"}""", "")]
    [InlineData("""pci.device_spec = {"address":"ffff:ff:1f.7"}""", "")]
    [InlineData("""pci.device_spec = {"address":"10000:ff:1f.7"}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"address":"0:100:1f.7"}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"address":"0:0:20.7"}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"address":"0:0:1f.8"}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"address":"0:0:0:0.1"}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"address":"0000:0a:0*.1"}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"address":"0000:0a:00.[0-3]"}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"address":["0000:0a:00.1"]}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"address":7}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"address":0}""", "")]
    [InlineData("""pci.device_spec = {"address":{"domain":".*"\x2c"bus":"02"\x2c"slot":"0[1-2]"\x2c"function":"[0-7]"}}""", "")]
    [InlineData("""pci.device_spec = {"address":{}}""", "")]
    [InlineData("""pci.device_spec = {"address":{"bus":"[0-2"}}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"address":{"bus":"(0"}}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"address":{"bus":2}}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"address":{"slot":"[2-0]"}}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"address":{"slot":"(?i)a"}}""", "")]
    [InlineData("""pci.device_spec = {"managed":"no"\x2c"live_migratable":true}""", "")]
    [InlineData("""pci.device_spec = {"managed":"nope"}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"live_migratable":2}""", "NOVA4032")]
    [InlineData("""pci.device_spec = {"live_migratable":null}""", "")]
    public void NOVA4032_values_are_read_when_nova_starts(string mistake, string ids)
    {
        Judged.Node(Epoxy + mistake, ids);
        Judged.Node(Epoxy + mistake.Replace("= ", "= [", StringComparison.Ordinal) + "]", ids);
    }

    [Theory]
    [InlineData(Zed + """pci.device_spec = {"managed":"nope"}""", "NOVA4035")]
    [InlineData(Sid + """pci.device_spec = {"one_time_use":"nope"}""", "NOVA4032")]
    [InlineData(Epoxy + """pci.device_spec = {"one_time_use":"nope"}""", "NOVA4035")]
    [InlineData("""nova = 2014.1 | pci.device_spec = [{"vendor_id":"8086"}]""", "NOVA4032")]
    [InlineData("""nova = 2014.1 | pci.device_spec = [{"vendor_id":"8086"\x2c"product_id":"*"}]""", "NOVA4032")]
    [InlineData("""nova = 2014.1 | pci.device_spec = [{"vendor_id":"8086"\x2c"product_id":"10fb"\x2c"devname":"eth0"}]""", "NOVA4032")]
    [InlineData("""nova = 2014.2 | pci.device_spec = {"vendor_id":"8086"\x2c"product_id":"*"}""", "")]
    [InlineData("""pci.device_spec = {"vendor_id":"zzzz"}""", "NOVA4032 NOVA5004")]
    public void NOVA4032_is_as_strict_as_the_release(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Sid + """pci.device_spec = {"one_time_use":"true"}""", "NOVA4033")]
    [InlineData(Sid + """pci.device_spec = {"one_time_use":"yes"} | pci.report_in_placement = false""", "NOVA4033")]
    [InlineData("nova = 32.0.0 | " + """pci.device_spec = {"one_time_use":true}""", "NOVA4033")]
    [InlineData(Sid + """pci.device_spec = {"one_time_use":"true"} | pci.report_in_placement = true""", "")]
    [InlineData(Sid + """pci.device_spec = {"one_time_use":"true"} | pci.report_in_placement = ?""", "")]
    [InlineData(Sid + """pci.device_spec = {"one_time_use":"no"}""", "")]
    [InlineData(Epoxy + """pci.device_spec = {"one_time_use":"true"}""", "NOVA4035")]
    public void NOVA4033_one_time_use_needs_placement(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = debian-13 | " + """pci.device_spec = {"devname":"eth0"} | pci.report_in_placement = true""", "NOVA4066")]
    [InlineData("nova = 26.0.0 | " + """pci.device_spec = {"devname":"eth0"} | pci.report_in_placement = true""", "NOVA4066")]
    [InlineData("nova = 25.0.0 | " + """pci.passthrough_whitelist = {"devname":"eth0"}""", "")]
    [InlineData("target = debian-13 | " + """pci.device_spec = {"devname":"eth0"} | pci.report_in_placement = false""", "")]
    [InlineData("target = debian-13 | " + """pci.device_spec = {"devname":"eth0"}""", "")]
    [InlineData("target = debian-13 | " + """pci.device_spec = {"devname":"eth0"} | pci.report_in_placement = ?""", "")]
    [InlineData("target = debian-13 | " + """pci.device_spec = {"address":"0000:81:00.0"} | pci.report_in_placement = true""", "")]
    [InlineData("target = debian-13 | " + """pci.device_spec = {"address":"0000:81:00.0"\x2c"devname":"eth0"} | pci.report_in_placement = true""", "NOVA4031")]
    public void NOVA4066_devices_in_placement_have_addresses(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("libvirt = 9.10.0 | qemu = 8.2.2", "NOVA4034")]
    [InlineData("libvirt = 10.0.0 | qemu = 8.2.1", "NOVA4034")]
    [InlineData("libvirt = 10.0.0 | qemu = 7.2", "NOVA4034")]
    [InlineData("libvirt = 10.0.0 | qemu = 8.2", "")]
    [InlineData("libvirt = 10.0.0 | qemu = 8.2.2", "")]
    [InlineData("libvirt = ? | qemu = 10.0", "")]
    public void NOVA4034_live_migration_needs_new_versions(string mistake, string ids)
    {
        Judged.Node($$"""nova = 31.0.0 | {{mistake}} | pci.device_spec = {"live_migratable":"no"}""", ids);
        Judged.Node($$"""nova = 31.0.0 | {{mistake}} | pci.device_spec = {"live_migratable":null}""", "");
        Judged.Node($$"""nova = 30.0.0 | {{mistake}} | pci.device_spec = {"live_migratable":"yes"}""", "NOVA4035");
    }

    [Theory]
    [InlineData(Epoxy + """pci.device_spec = {"vendor":"8086"}""", "NOVA4035")]
    [InlineData(Epoxy + """pci.device_spec = {"VENDOR_ID":"8086"}""", "NOVA4035")]
    [InlineData("""pci.device_spec = {"vendor":"8086"}""", "NOVA4035 NOVA5004")]
    [InlineData("""pci.device_spec = {"managed":"no"}""", "NOVA5004")]
    [InlineData("nova = 17.0.0 | " + """pci.device_spec = {"trusted":"true"}""", "NOVA4035")]
    [InlineData("nova = 18.0.0 | " + """pci.device_spec = {"trusted":"true"}""", "")]
    [InlineData("nova = 24.0.0 | " + """pci.device_spec = {"remote_managed":"true"}""", "NOVA4035")]
    [InlineData("nova = 25.0.0 | " + """pci.device_spec = {"remote_managed":"true"}""", "")]
    [InlineData("nova = 25.0.0 | " + """pci.device_spec = {"resource_class":"GPU"}""", "NOVA4035")]
    [InlineData("nova = 26.0.0 | " + """pci.device_spec = {"resource_class":"GPU"\x2c"traits":"A"}""", "")]
    [InlineData("nova = 30.0.0 | " + """pci.device_spec = {"managed":"no"}""", "NOVA4035")]
    [InlineData("nova = 31.0.0 | " + """pci.device_spec = {"managed":"no"}""", "")]
    [InlineData("nova = 2014.2 | " + """pci.device_spec = {"physical_network":null}""", "")]
    public void NOVA4035_keys_have_their_releases(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Epoxy + """pci.device_spec = {"trusted":true}""", "NOVA4036")]
    [InlineData(Epoxy + """pci.device_spec = {"trusted":"yes"}""", "NOVA4036")]
    [InlineData(Epoxy + """pci.device_spec = {"trusted":"True"}""", "")]
    [InlineData(Epoxy + """pci.device_spec = {"trusted":null}""", "")]
    [InlineData("nova = 17.0.0 | " + """pci.device_spec = {"trusted":true}""", "NOVA4035")]
    public void NOVA4036_trust_is_a_word(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("""pci.alias = {"name":"a"\x2c"vendor_id":"8086"\x2c"product_id":"10fb"\x2c"device_type":"type-PF"\x2c"capability_type":"pci"\x2c"numa_policy":"preferred"}""", "")]
    [InlineData("""pci.alias = {"name":"a"\x2c"vendor_id":"8086"\x2c"product_id":"10fb"\x2c"numa_policy":"socket"}""", "")]
    [InlineData("""pci.alias = {"name":"a"\x2c"vendor_id":"8086"\x2c"product_id":"10fb"\x2c"live_migratable":"yes"\x2c"resource_class":"R"\x2c"traits":"T"}""", "")]
    [InlineData("pci.alias = ?", "")]
    [InlineData("pci.alias = {'name': 'a'}", "NOVA4037")]
    [InlineData("""pci.alias = [{"name":"a"}]""", "NOVA4037")]
    [InlineData("pci.alias = 7", "NOVA4037")]
    [InlineData("""pci.alias = {"vendor_id":"8086"}""", "NOVA4037")]
    [InlineData("""pci.alias = {"name":""\x2c"vendor_id":"8086"\x2c"product_id":"10fb"}""", "NOVA4037")]
    [InlineData("""pci.alias = {"name":"a"\x2c"vendor_id":"8086"\x2c"product_id":"fb"}""", "NOVA4037")]
    [InlineData("""pci.alias = {"name":"a"\x2c"vendor_id":8086}""", "NOVA4037")]
    [InlineData("""pci.alias = {"name":"a"\x2c"vendor_id":"0x8086"}""", "NOVA4037")]
    [InlineData("""pci.alias = {"name":"a"\x2c"device_type":"NIC"}""", "NOVA4037")]
    [InlineData("""pci.alias = {"name":"a"\x2c"device_type":"vdpa"}""", "NOVA4037")]
    [InlineData("""pci.alias = {"name":"a"\x2c"numa_policy":"strict"}""", "NOVA4037")]
    [InlineData("""pci.alias = {"name":"a"\x2c"capability_type":"usb"}""", "NOVA4037")]
    [InlineData("""pci.alias = {"name":"a"\x2c"live_migratable":"perhaps"}""", "NOVA4037")]
    [InlineData("""pci.alias = {"name":"a"\x2c"live_migratable":true}""", "NOVA4037")]
    [InlineData("""pci.alias = {"name":"a"\x2c"physical_network":"p"}""", "NOVA4037")]
    public void NOVA4037_aliases_fit_novas_schema(string mistake, string ids)
    {
        Judged.Node(Epoxy + mistake, ids);
        Judged.Node(Sid + mistake, ids);
    }

    [Theory]
    [InlineData("nova = 26.0.0 | " + """pci.alias = {"name":"a"\x2c"resource_class":"R"}""", "NOVA4037")]
    [InlineData("nova = 27.0.0 | " + """pci.alias = {"name":"a"\x2c"resource_class":"R"}""", "")]
    [InlineData("nova = 30.0.0 | " + """pci.alias = {"name":"a"\x2c"live_migratable":"yes"}""", "NOVA4037")]
    [InlineData("nova = 31.0.0 | " + """pci.alias = {"name":"a"\x2c"live_migratable":"yes"}""", "")]
    [InlineData("nova = 16.0.0 | " + """pci.alias = {"name":"a"\x2c"numa_policy":"legacy"}""", "NOVA4037")]
    [InlineData("nova = 17.0.0 | " + """pci.alias = {"name":"a"\x2c"numa_policy":"legacy"}""", "")]
    [InlineData("nova = 22.0.0 | " + """pci.alias = {"name":"a"\x2c"numa_policy":"socket"}""", "NOVA4037")]
    [InlineData("nova = 23.0.0 | " + """pci.alias = {"name":"a"\x2c"numa_policy":"socket"}""", "")]
    [InlineData("nova = 14.0.0 | " + """pci.alias = {"name":"a"\x2c"device_type":"NIC"}""", "")]
    [InlineData("nova = 15.0.0 | " + """pci.alias = {"name":"a"\x2c"device_type":"NIC"}""", "NOVA4037")]
    [InlineData("nova = 25.0.0 | " + """pci.alias = {"name":"a"\x2c"device_type":"vdpa"}""", "")]
    [InlineData("nova = 31.0.0 | " + """pci.alias = {"name":"a"}""", "")]
    [InlineData("nova = 32.0.0 | " + """pci.alias = {"name":"a"}""", "NOVA4039")]
    [InlineData("nova = ? | " + """pci.alias = {"name":"a"\x2c"numa_policy":"socket"\x2c"traits":"T"}""", "")]
    [InlineData("nova = ? | " + """pci.alias = {"name":"a"\x2c"numa_policy":"near"}""", "NOVA4037")]
    public void NOVA4037_the_schema_grew(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("""pci.alias = {"name":"a"\x2c"vendor_id":"8086"\x2c"product_id":"0442"\x2c"device_type":"type-PCI"};{"name":"a"\x2c"vendor_id":"8086"\x2c"product_id":"0443"\x2c"device_type":"type-PCI"\x2c"numa_policy":"legacy"}""", "")]
    [InlineData("""pci.alias = {"name":"a"\x2c"vendor_id":"8086"\x2c"product_id":"0442"\x2c"device_type":"type-PCI"};{"name":"b"\x2c"vendor_id":"8086"\x2c"product_id":"0443"}""", "")]
    [InlineData("""pci.alias = {"name":"a"\x2c"vendor_id":"8086"\x2c"product_id":"0442"\x2c"device_type":"type-PCI"};{"name":" a"\x2c"vendor_id":"8086"\x2c"product_id":"0443"\x2c"device_type":"type-VF"}""", "NOVA4038")]
    [InlineData("""pci.alias = {"name":"a"\x2c"vendor_id":"8086"\x2c"product_id":"0442"};{"name":"a"\x2c"vendor_id":"8086"\x2c"product_id":"0443"\x2c"device_type":"type-VF"}""", "NOVA4038")]
    [InlineData("""pci.alias = {"name":"a"\x2c"vendor_id":"8086"\x2c"product_id":"0442"};{"name":"a"\x2c"vendor_id":"8086"\x2c"product_id":"0443"}""", "NOVA4038")]
    [InlineData("""pci.alias = {"name":"a"\x2c"vendor_id":"8086"\x2c"product_id":"0442"\x2c"device_type":"type-VF"\x2c"numa_policy":"required"};{"name":"a"\x2c"vendor_id":"8086"\x2c"product_id":"0443"\x2c"device_type":"type-VF"}""", "NOVA4038")]
    [InlineData("""pci.alias = {"name":"a"\x2c"vendor_id":"8086"\x2c"product_id":"0442"\x2c"device_type":"type-VF"};?""", "")]
    public void NOVA4038_aliases_of_one_name_are_alike(string mistake, string ids)
    {
        Judged.Node(Zed + mistake, ids);
        Judged.Node(Sid + mistake, ids);
    }

    [Theory]
    [InlineData("""pci.alias = {"name":"a"\x2c"vendor_id":"8086"\x2c"product_id":"0442"}""", "")]
    [InlineData("""pci.alias = {"name":"a"\x2c"vendor_id":"8086"}""", "NOVA4039")]
    [InlineData("""pci.alias = {"name":"a"\x2c"resource_class":"R"}""", "NOVA4039")]
    [InlineData("""pci.alias = {"name":"a"\x2c"resource_class":"R"} | filter_scheduler.pci_in_placement = false""", "NOVA4039")]
    [InlineData("""pci.alias = {"name":"a"\x2c"resource_class":"R"} | filter_scheduler.pci_in_placement = true""", "")]
    [InlineData("""pci.alias = {"name":"a"\x2c"vendor_id":"8086"} | filter_scheduler.pci_in_placement = ?""", "")]
    [InlineData("""pci.alias = {"name":"a"\x2c"traits":"T"} | filter_scheduler.pci_in_placement = true""", "NOVA4039")]
    [InlineData("""filter_scheduler.pci_in_placement = true | pci.alias = {"name":"a"\x2c"resource_class":"R"\x2c"device_type":"type-VF"};{"name":"a"\x2c"resource_class":"S"\x2c"device_type":"type-VF"}""", "NOVA4039")]
    [InlineData("""pci.alias = {"name":"a"\x2c"vendor_id":"8086"\x2c"product_id":"0442"\x2c"device_type":"type-VF"};{"name":"a"\x2c"vendor_id":"8086"\x2c"product_id":"0443"\x2c"device_type":"type-VF"}""", "")]
    public void NOVA4039_aliases_name_devices(string mistake, string ids) => Judged.Node(Sid + mistake, ids);

    [Fact]
    public void Parts_of_a_typed_device_are_judged_where_they_are_written()
    {
        Known vendor = new("zzzz", "vendor"), bus = new("*", "bus"), name = new("eth0", "name");
        var spec = Of("PciDeviceSpec", ("vendor_id", vendor), ("address", Of("PciAddressPattern", ("bus", bus), ("slot", Unknown.Instance))));
        Assert.Equal([vendor, bus], Judged.Of(Node("device_spec", spec)).Select(f => f.At));
        var twice = Assert.Single(Judged.Of(Node("device_spec", Of("PciDeviceSpec", ("devname", name), ("address", new Known("1:2:3.4", "address"))))));
        Assert.Same(name, twice.At);
        Assert.Equal("Devname", twice.Properties[FixKeys.RemoveSetting]);
        Assert.Empty(Judged.Of(Node("device_spec", Of("PciDeviceSpec", ("devname", Unknown.Instance), ("address", new Known("zz", "address"))))));
        Assert.Empty(Judged.Of(Node("device_spec", Of("PciDeviceSpec", ("trusted", new Known("true", "t")), ("traits", new Sequence([new Known("A", "a")], isOpen: false, "l"))))));
    }

    [Fact]
    public void What_a_typed_alias_leaves_out_is_only_left_out_if_that_is_certain()
    {
        var alias = new Dictionary<string, PartialValue> { ["name"] = new Known("a", "name") };
        Assert.Equal("NOVA4039", Judged.Ids(Judged.Of(Node("alias", new Record("PciAlias", alias, isOpen: false, "alias"), "34.0.0"))));
        Assert.Empty(Judged.Of(Node("alias", new Record("PciAlias", alias, isOpen: true, "alias"), "34.0.0")));
        Assert.Empty(Judged.Of(Node("alias", new Record("PciAlias", new Dictionary<string, PartialValue>(), isOpen: true, "alias"), "34.0.0")));
    }

    [Fact]
    public void What_refers_to_other_options_is_not_read() => Judged.Node(Epoxy + """pci.device_spec = {"vendor_id":"$my_ip"} trailing""", "");

    [Fact]
    public void Placement_is_offered_where_it_is_missing()
    {
        var finding = Judged.Single(Sid + """pci.device_spec = {"one_time_use":"true"}""");
        Assert.Equal("Pci.ReportInPlacement", finding.Properties[FixKeys.SetOption]);
        Assert.Equal("true", finding.Properties[FixKeys.SetValue]);
    }

    [Fact]
    public void Forgetting_adds_no_mistake() => AddsNoMistake(
        new() { ["NOVA4031"] = ["NOVA4030", "NOVA4032"], ["NOVA4032"] = ["NOVA4030", "NOVA4031"], ["NOVA4039"] = ["NOVA4038"] },
        Setting("target", "debian-11", "debian-12", "debian-13", "debian-sid", "icehouse"),
        Setting("pci.device_spec", """{"vendor_id":"8086"}""", "{'a':1}", """[{"vendor_id":"zzzz"}];{"one_time_use":"true"}""", """{"address":"1:2:3.4"\x2c"devname":"a"}""", """{"live_migratable":"yes"\x2c"trusted":true}"""),
        Setting("pci.report_in_placement", "true", "false"),
        Setting("filter_scheduler.pci_in_placement", "true", "false"),
        Setting("pci.alias", """{"name":"a"}""", """{"name":"a"\x2c"device_type":"type-VF"};{"name":"a"\x2c"device_type":"type-PF"}""", """{"nam":"a"}""", """{"name":"a"\x2c"resource_class":"R"\x2c"device_type":"type-VF"};{"name":"a"\x2c"resource_class":"R"\x2c"device_type":"type-VF"}"""));

    private static NodeFacts Node(string option, PartialValue value, string nova = "31.0.0") => NodeFacts.OfNode(
        Of("ComputeNode", ("Name", new Known("n", "n")), ("Profile", Of("NodeProfile",
            ("Target", Of("Target", ("Nova", new Known(nova, "nova")))),
            ("Nova", Of("Nova", ("Pci", Of("Pci", ("[pci] " + option, new Sequence([value], isOpen: false, "list"))))))))),
        FactCatalog.Bundled)!;

    private static Record Of(string type, params (string Key, PartialValue Value)[] properties) =>
        new(type, properties.ToDictionary(p => p.Key, p => p.Value), isOpen: false, type);
}
