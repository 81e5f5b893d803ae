using System.Globalization;
using CsCheck;

namespace ConfigSdk.Catalog.Tests;

/// <summary>What is refused here, libvirt 9.0.0 refuses too when it lists models by such a map, unless the test says otherwise.</summary>
public class CpuMapXmlTests
{
    private const string Old = """
        <cpus>
          <arch name='x86'>
            <vendor name='Intel' string='GenuineIntel'/>
            <feature name='fpu'><cpuid function='0x00000001' edx='0x00000001'/></feature>
            <feature name='sse'><cpuid function='1' edx='0x2000000'/></feature>
            <model name='first'><vendor>Intel</vendor><feature name='fpu'/></model>
            <model name='second'><model name='first'/><feature name='sse'/></model>
          </arch>
          <arch name='ppc64'>
            <vendor name='IBM' string='PowerPC'/>
            <model name='POWER7'><vendor name='IBM'/><pvr value='0x003f0200'/></model>
          </arch>
        </cpus>
        """;

    private static readonly Dictionary<string, string> s_folder = new()
    {
        ["maps/index.xml"] = """
            <?xml version='1.0' encoding='UTF-8'?>
            <cpus>
              <arch name='x86'>
                <include filename='x86_vendors.xml'/>
                <include filename="x86_features.xml"/>
                <!-- a comment -->
                <group name='Intel CPU models'>
                  <include filename='x86_models.xml'/>
                </group>
              </arch>
              <arch name='arm'>
                <include filename='arm.xml'/>
              </arch>
            </cpus>
            """,
        ["maps/x86_vendors.xml"] = "<cpus><vendor name='Intel' string='GenuineIntel'/></cpus>",
        ["maps/x86_features.xml"] = """
            <cpus>
              <feature name='fpu'><cpuid eax_in='0x01' edx='0x1'/></feature>
              <feature name='xsaves' migratable='no'><cpuid eax_in='0x0d' ecx_in='1' eax='010'/></feature>
              <feature name='sse4.1'><alias name='sse4_1' source='qemu'/><cpuid eax_in='1' ecx='0x80000'/></feature>
              <feature name='vmx-ept'><msr index='0x48b' eax='0x0' edx='0x2'/></feature>
            </cpus>
            """,
        ["maps/x86_models.xml"] = """
            <cpus>
              <model name='Core'>
                <check partial='compat'/>
                <decode host='on' guest='off'/>
                <signature family='6' model='85' stepping='0-4, 7'/>
                <signature family='6' model='86'/>
                <vendor name='Intel'/>
                <feature name='fpu'/>
                <feature name='fpu'/>
                <feature name='sse4.1' removed='yes'/>
                <feature name='vmx-ept' added='yes'/>
                <feature name='xsaves' removed='no'/>
              </model>
              <model name='Core-v1'><decode host='off' guest='on'/><model name='Core'/></model>
            </cpus>
            """,
        ["maps/arm.xml"] = """
            <cpus>
              <vendor name='ARM' value='0x41'/>
              <feature name='sve'/>
              <model name='ThunderX2 99xx'><vendor name='ARM'/><pvr value='0xaf'/></model>
            </cpus>
            """,
    };

    private static CpuMapReading Read(Dictionary<string, string> files, string path) => CpuMapXml.Read(path, p => files.GetValueOrDefault(p));

    private static CpuMapReading Read(string text) => CpuMapXml.Read("cpu_map.xml", p => p == "cpu_map.xml" ? text : null);

    private static CpuMapData Map(CpuMapReading reading)
    {
        Assert.Empty(reading.Flaws);
        return reading.Map!;
    }

    private static CpuMaps With(CpuMapReading reading) => FactCatalog.Bundled.CpuMaps.With(null, Map(reading));

    private static string Text(InputFlaw flaw) => string.Create(CultureInfo.InvariantCulture, $"{flaw.Path}({flaw.Line},{flaw.Column}): {flaw.Message}");

    [Fact]
    public void The_single_file_of_old_versions_is_read()
    {
        var map = With(Read(Old)).For(new Version(1, 2, 2), "x86_64")!;
        Assert.Equal(["first", "second"], map.Models.Select(m => m.Name));
        Assert.Equal(["fpu", "sse"], map.Find("second")!.Features);
        Assert.Equal("Intel", map.Find("second")!.Vendor);
        Assert.Equal([new CpuFeatureBits("cpuid", 1, 0, "edx", 0x2000000)], map.FindFeature("sse")!.Bits);
        Assert.True(map.Find("first")!.DecodesHost);
        var power = With(Read(Old)).For(new Version(1, 2, 2), "ppc64")!;
        Assert.Equal([new CpuPvr(0x3f0200, null)], power.Find("POWER7")!.Pvrs);
        Assert.Equal("PowerPC", power.FindVendor("IBM")!.Id);
    }

    [Fact]
    public void The_index_and_what_it_includes_are_read()
    {
        var maps = With(Read(s_folder, "maps/index.xml"));
        var map = maps.For(new Version(11, 3), "x86_64")!;
        var core = map.Find("Core")!;
        Assert.Equal(["fpu", "xsaves"], core.Features);
        Assert.Equal(["sse4.1"], core.RemovedFeatures);
        Assert.Equal(["vmx-ept"], core.AddedFeatures);
        Assert.Equal([new CpuSignature(6, 85, "0-4,7"), new CpuSignature(6, 86, null)], core.Signatures);
        Assert.Equal((true, false), (core.DecodesHost, core.DecodesGuest));
        Assert.Equal(("Core-v1", "Intel CPU models"), (core.CanonicalName, core.Group));
        Assert.True(core.IsCheckedByMap);
        Assert.Equal((false, true), (map.Find("Core-v1")!.DecodesHost, map.Find("Core-v1")!.DecodesGuest));
        Assert.Equal([new CpuFeatureBits("cpuid", 13, 1, "eax", 8)], map.FindFeature("xsaves")!.Bits);
        Assert.False(map.FindFeature("xsaves")!.IsMigratable);
        Assert.Equal([new CpuFeatureBits("msr", 0x48b, 0, "edx", 2)], map.FindFeature("vmx-ept")!.Bits);
        Assert.Equal("sse4.1", map.FeatureOfAlias("sse4_1"));
        var arm = maps.Of(new Version(11, 3), "arm")!;
        Assert.Equal([new CpuPvr(0xaf, null)], arm.Find("ThunderX2 99xx")!.Pvrs);
        Assert.True(arm.HasFeature("sve"));
    }

    [Fact]
    public void What_the_base_removed_an_heir_does_not_have()
    {
        var map = With(Read(Old.Replace("</arch>\n  <arch name='ppc64'", """
            <model name='third'><model name='second'/><feature name='fpu' removed='yes'/></model>
            <model name='fourth'><model name='third'/></model></arch><arch name='ppc64'
            """, StringComparison.Ordinal))).For(new Version(1, 2, 2), "x86_64")!;
        Assert.Equal(["fpu", "sse"], map.Find("third")!.Features);
        Assert.Equal(["sse"], map.Find("fourth")!.Features);
    }

    [Theory]
    [InlineData("<vendor/>", "a vendor has no name")]
    [InlineData("<vendor name='Intel' string='GenuineIntel'/>", "vendor 'Intel' is there twice")]
    [InlineData("<vendor name='V'/>", "vendor 'V' has no string, by which CPUs name it")]
    [InlineData("<vendor name='V' string='short'/>", "the string of vendor 'V' must have 12 characters, as CPUs give them: 'short' has 5")]
    [InlineData("<feature><cpuid eax_in='1' edx='1'/></feature>", "a feature has no name")]
    [InlineData("<feature name='fpu'><cpuid eax_in='1' edx='1'/></feature>", "feature 'fpu' is there twice")]
    [InlineData("<feature name='f'/>", "feature 'f' has neither <cpuid> nor <msr>: libvirt could not see it in a CPU")]
    [InlineData("<model/>", "a model has no name")]
    [InlineData("<model name='m'/>", "model 'm' is there twice")]
    // libvirt takes any name; ours have to be words of nova.conf's lists.
    [InlineData("<feature name='f g'><cpuid eax_in='1' edx='1'/></feature>", "'f g' cannot be the name of a feature: it has white space")]
    public void What_libvirt_refuses_is_refused_where_it_stands(string element, string message) =>
        Assert.Equal($"cpu_map.xml(6,1): {message}", Text(Assert.Single(Read(Around(element)).Flaws)));

    [Theory]
    [InlineData("feature name='f'", "<cpuid edx='1'/>", "<cpuid> has no eax_in")]
    [InlineData("feature name='f'", "<cpuid eax_in='1' edx='0xg'/>", "edx of <cpuid> must be a number of 32 bits, such as 0x1: it is '0xg'")]
    [InlineData("feature name='f'", "<cpuid eax_in='1' edx=''/>", "edx of <cpuid> must be a number of 32 bits, such as 0x1: it is ''")]
    [InlineData("feature name='f'", "<cpuid eax_in='09' edx='1'/>", "eax_in of <cpuid> must be a number of 32 bits, such as 0x1: it is '09'")]
    [InlineData("feature name='f'", "<cpuid eax_in='1' edx='0x100000000'/>", "edx of <cpuid> must be a number of 32 bits, such as 0x1: it is '0x100000000'")]
    [InlineData("feature name='f'", "<msr edx='1'/>", "<msr> has no index")]
    [InlineData("model name='x'", "<vendor name='V'/>", "model 'x' has the vendor 'V', which is not there")]
    [InlineData("model name='x'", "<vendor/>", "the vendor of model 'x' has no name")]
    [InlineData("model name='x'", "<model/>", "the model that 'x' starts from has no name")]
    [InlineData("model name='x'", "<model name='y'/>", "model 'x' starts from 'y', which is not there, or not before it")]
    [InlineData("model name='x'", "<model name='x'/>", "model 'x' starts from 'x', which is not there, or not before it")]
    [InlineData("model name='x'", "<model name='later'/>", "model 'x' starts from 'later', which is not there, or not before it")]
    [InlineData("model name='x'", "<feature name='f'/>", "model 'x' has the feature 'f', which is not there")]
    [InlineData("model name='x'", "<feature name='f' removed='yes'/>", "model 'x' has the feature 'f', which is not there")]
    [InlineData("model name='x'", "<feature/>", "a feature of model 'x' has no name")]
    [InlineData("model name='x'", "<feature name='fpu' removed='maybe'/>", "removed of feature 'fpu' must be yes or no, not 'maybe'")]
    [InlineData("model name='x'", "<signature family='6'/>", "a signature of model 'x' must have family and model, both decimal numbers")]
    [InlineData("model name='x'", "<signature family='0x6' model='1'/>", "a signature of model 'x' must have family and model, both decimal numbers")]
    [InlineData("model name='x'", "<signature family='6' model='1' stepping='16'/>", "the stepping of a signature of model 'x' must be numbers up to 15, such as 0-4,6: it is '16'")]
    [InlineData("model name='x'", "<signature family='6' model='1' stepping='1,'/>", "the stepping of a signature of model 'x' must be numbers up to 15, such as 0-4,6: it is '1,'")]
    // From libvirt's documentation of 11.3.0; 9.0.0 does not read it.
    [InlineData("model name='x'", "<check/>", "<check> of model 'x' must say partial='compat'")]
    public void What_libvirt_refuses_within_an_element_is_refused_there(string outer, string inner, string message) =>
        Assert.Equal($"cpu_map.xml(6,{outer.Length + 3}): {message}", Text(Assert.Single(Read(Around($"<{outer}>{inner}</{outer.Split(' ')[0]}>")).Flaws)));

    private static string Around(string element) => $"""
        <cpus><arch name='x86'>
        <vendor name='Intel' string='GenuineIntel'/>
        <feature name='fpu'><cpuid eax_in='1' edx='1'/></feature>
        <model name='m'><feature name='fpu'/></model>

        {element}
        <model name='later'><feature name='fpu'/></model>
        </arch></cpus>
        """;

    [Fact]
    public void A_stepping_may_take_numbers_out_again() => Assert.Empty(Read(Around("<model name='x'><signature family='6' model='1' stepping='0-15,^3'/></model>")).Flaws);

    [Theory]
    [InlineData("<decode host='on'/>", "(1,97): <decode> of model 'a' must say host and guest, each on or off")]
    [InlineData("<decode host='on' guest='on'/>", "(1,135): model 'b' has no <decode>, though others of this map have: libvirt, since models have it, takes none without")]
    public void Models_say_all_or_none_what_they_are_used_for(string decode, string flaw)
    {
        var reading = Read($"<cpus><arch name='x86'><feature name='fpu'><cpuid eax_in='1' edx='1'/></feature><model name='a'>{decode}</model><model name='b'/></arch></cpus>");
        Assert.Contains("cpu_map.xml" + flaw, reading.Flaws.Select(Text));
    }

    [Fact]
    public void Two_models_cannot_stand_for_the_same_one() => Assert.Equal(
        "cpu_map.xml(1,93): model 'c' says nothing but 'a', and 'b' does so already",
        Text(Assert.Single(Read("<cpus><arch name='x86'><model name='a'/>" + "<model name='b'><model name='a'/></model>".PadRight(52) + "<model name='c'><model name='a'/></model></arch></cpus>").Flaws)));

    [Fact]
    public void Architectures_have_their_own_rules() => Assert.Equal(
        [
            "cpu_map.xml(2,1): libvirt takes no features for ppc64",
            "cpu_map.xml(3,29): value of <pvr> must be a number of 32 bits, such as 0x1: it is '0xg'",
            "cpu_map.xml(4,1): model 'POWER8' has no <pvr>, though others of this map have: libvirt could not tell the model",
        ],
        Read("""
            <cpus><arch name='ppc64'>
            <feature name='f'/>
            <model name='POWER7' alt=''><pvr value='0xg'/></model>
            <model name='POWER8'/></arch></cpus>
            """).Flaws.Select(Text));

    [Theory]
    [InlineData("<include/>", "<include> names no file: filename is missing")]
    [InlineData("<include filename='missing.xml'/>", "the included file 'missing.xml' is not there")]
    // libvirt takes these; a project's map needs none of them, and they could lead anywhere.
    [InlineData("<include filename='../x86_models.xml'/>", "<include> may only name a file of the same folder, not '../x86_models.xml'")]
    [InlineData("<include filename='/etc/passwd'/>", "<include> may only name a file of the same folder, not '/etc/passwd'")]
    [InlineData("<include filename='C:x'/>", "<include> may only name a file of the same folder, not 'C:x'")]
    [InlineData("<include filename='..'/>", "<include> may only name a file of the same folder, not '..'")]
    [InlineData(@"<include filename='sub\x.xml'/>", @"<include> may only name a file of the same folder, not 'sub\x.xml'")]
    [InlineData("<include filename='index.xml'/>", "'index.xml' is read already, so nothing may include it again")]
    [InlineData("<include filename='x86_vendors.xml'/>", "'x86_vendors.xml' is read already, so nothing may include it again")]
    public void Includes_name_files_beside_the_index(string include, string message)
    {
        var files = new Dictionary<string, string>(s_folder) { ["maps/index.xml"] = s_folder["maps/index.xml"].Replace("<!-- a comment -->", include, StringComparison.Ordinal) };
        Assert.Equal($"maps/index.xml(6,5): {message}", Text(Assert.Single(Read(files, "maps/index.xml").Flaws)));
    }

    [Fact]
    public void Only_files_beside_the_index_are_asked_for()
    {
        var asked = new List<string>();
        CpuMapXml.Read(@"C:\maps\index.xml", p =>
        {
            asked.Add(p);
            return s_folder.GetValueOrDefault(p.Replace(@"C:\", "", StringComparison.Ordinal).Replace('\\', '/'));
        });
        Assert.Equal(s_folder.Keys.Select(k => @"C:\" + k.Replace('/', '\\')), asked);
    }

    [Fact]
    public void A_flaw_of_an_included_file_stands_in_that_file()
    {
        var files = new Dictionary<string, string>(s_folder) { ["maps/arm.xml"] = "<cpus>\n<vendor name='A'/>\n  <vendor name='A'/></cpus>" };
        Assert.Equal("maps/arm.xml(3,3): vendor 'A' is there twice", Text(Assert.Single(Read(files, "maps/index.xml").Flaws)));
    }

    [Theory]
    [InlineData("", "(1,1): this is not well-formed XML:")]
    [InlineData("<cpus>\n<arch", "(2,6): this is not well-formed XML:")]
    [InlineData("<cpus>\n  </cpu>", "(2,5): this is not well-formed XML:")]
    [InlineData("<domain/>", "(1,1): this is no cpu_map of libvirt: it begins with <domain> where <cpus> should stand")]
    [InlineData("<cpus xmlns='urn:x'/>", "(1,1): this is no cpu_map of libvirt: it begins with <urn:x:cpus> where <cpus> should stand")]
    [InlineData("\n <cpus/>", "(2,2): there is no <arch name='…'> in it: libvirt's own map has one for x86")]
    [InlineData("<cpus><arch name='x86'>&e;</arch></cpus>", "(1,25): this is not well-formed XML:")]
    [InlineData("<?xml version='1.0'?>\n<!DOCTYPE cpus [\n<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n<cpus>&e;</cpus>", "(2,1): a DOCTYPE is refused, and with it all entities of its own: libvirt's cpu_map has none")]
    [InlineData("<?xml version='1.0'?><!-- <!DOCTYPE no> -->\r\n <!DOCTYPE cpus SYSTEM 'http://example.org/a.dtd'><cpus/>", "(2,2): a DOCTYPE is refused, and with it all entities of its own: libvirt's cpu_map has none")]
    [InlineData("<!DOCTYPE cpus [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><cpus>&b;</cpus>", "(1,1): a DOCTYPE is refused, and with it all entities of its own: libvirt's cpu_map has none")]
    public void What_is_no_map_is_refused(string text, string flaw)
    {
        var reading = Read(text);
        Assert.StartsWith("cpu_map.xml" + flaw, Text(Assert.Single(reading.Flaws)), StringComparison.Ordinal);
        Assert.Null(reading.Map);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_flaw() => Assert.Equal("x(1,1): there is no such file", Text(Assert.Single(Read([], "x").Flaws)));

    [Fact]
    public void No_size_hurts()
    {
        Assert.Equal("the map has more than 16777216 characters: this cannot be a cpu_map of libvirt", Refused(new string(' ', FactCatalog.MaxCharacters + 1)));
        Assert.Equal("elements more than 32 deep: this cannot be a cpu_map of libvirt", Refused(Repeated("<cpus>", 1_000_000)));
        Assert.Equal("more than 250000 elements: this cannot be a cpu_map of libvirt", Refused("<cpus>" + Repeated("<x/>", 3_000_000) + "</cpus>"));
        Assert.Equal("more than 32 attributes in one element: this cannot be a cpu_map of libvirt", Refused("<cpus " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}='' ")) + "/>"));
        Assert.Equal("more than 10000 models: this cannot be a cpu_map of libvirt", Refused("<cpus><arch name='x86'>" + string.Concat(Enumerable.Range(0, 10_001).Select(i => $"<model name='{i}'/>")) + "</arch></cpus>"));
        Assert.Equal("model '65' starts from more than 64 others in a row: this cannot be a cpu_map of libvirt", Refused("<cpus><arch name='x86'><model name='0'/>"
            + string.Concat(Enumerable.Range(1, 65).Select(i => $"<model name='{i}'><model name='{i - 1}'/></model>")) + "</arch></cpus>"));
        // Texts in a million pieces cost what they are long, not its square.
        Assert.Empty(Read(Old.Replace("<vendor>", "<vendor><!-- -->", StringComparison.Ordinal).Replace("<arch name='x86'>", "<arch name='x86'>" + Repeated("a<!---->", 1_000_000), StringComparison.Ordinal)).Flaws);

        static string Refused(string text) => Read(text).Flaws[0].Message;
        static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
    }

    [Fact]
    public void All_files_together_may_not_be_longer_than_one()
    {
        var files = new Dictionary<string, string>(s_folder) { ["maps/arm.xml"] = s_folder["maps/arm.xml"].PadRight(FactCatalog.MaxCharacters) };
        Assert.Equal("maps/arm.xml(1,1): the map has more than 16777216 characters: this cannot be a cpu_map of libvirt", Text(Assert.Single(Read(files, "maps/index.xml").Flaws)));
    }

    [Fact]
    public void Of_many_flaws_the_first_are_told() =>
        Assert.Equal(CpuMapXml.MaxFlaws, Read("<cpus><arch name='x86'>" + string.Concat(Enumerable.Repeat("<vendor/>", 1000)) + "</arch></cpus>").Flaws.Count);

    /// <summary>However a map is damaged, nothing is thrown, and each flaw stands in a file that is there.</summary>
    [Fact]
    public void Damaged_maps_have_flaws_with_places_and_never_throw()
    {
        var pieces = s_folder.Values.SelectMany(t => t.Split('\n')).Concat(["<", ">", "\r", "\r\n", "'", "&", "&#0;", "&#x9;", "<!DOCTYPE a>", "<![CDATA[", "\0", "\ud800", "0x", "name=''", "<model name='Core'>", "</cpus>", "<?xml version='1.1'?>", "xmlns='a'"]).ToArray();
        var edit = Gen.Select(Gen.OneOf<string>([.. s_folder.Keys]), Gen.Double[0, 1], Gen.Int[0, 12], Gen.OneOf<string>(pieces), Gen.Bool);
        edit.List[1, 4].Sample(edits =>
        {
            var files = new Dictionary<string, string>(s_folder);
            foreach (var (file, where, length, piece, isInserted) in edits)
            {
                var text = files[file];
                var at = (int)(where * text.Length);
                files[file] = text[..at] + (isInserted ? piece : "") + text[Math.Min(at + length, text.Length)..];
            }

            var reading = Read(files, "maps/index.xml");
            Assert.Equal(reading.Map is null, reading.Flaws.Count > 0);
            Assert.All(reading.Flaws, f =>
            {
                var lines = files[f.Path].ReplaceLineEndings("\n").Split('\n');
                Assert.InRange(f.Line, 1, lines.Length);
                Assert.InRange(f.Column, 1, lines[f.Line - 1].Length + 1);
            });
            foreach (var part in reading.Map?.Architectures ?? [])
            {
                var map = FactCatalog.Bundled.CpuMaps.With(null, reading.Map!).Of(new Version(9, 0), part)!;
                Assert.All(map.Models, m => Assert.Subset(map.Features.ToHashSet(), m.Features.Concat(m.RemovedFeatures).Concat(m.AddedFeatures).ToHashSet()));
                _ = map.Models.Sum(m => m.Signatures.Count + m.Pvrs.Count) + map.Features.Sum(f => map.FindFeature(f)!.Bits.Count);
            }
        });
    }

    [Fact]
    public void A_projects_own_map_answers_for_its_version_alone()
    {
        var map = Map(Read(Old));
        var maps = FactCatalog.Bundled.CpuMaps.With(new Version(11, 4), map);
        Assert.Equal([.. FactCatalog.Bundled.CpuMaps.Versions.Append(new Version(11, 4, 0, 0)).Order()], maps.Versions);
        var own = maps.For(new Version(11, 4, 0), "x86_64")!;
        Assert.Equal((true, new Version(11, 4, 0, 0), true), (own.IsOwn, own.Version, own.IsOf(new Version(11, 4))));
        Assert.NotNull(own.Find("second"));
        Assert.Equal("second", own.FindInAnyCase("SECOND")?.Name);
        var stands = maps.For(new Version(11, 5), "x86_64")!;
        Assert.Equal((false, new Version(11, 3, 0, 0), false), (stands.IsOwn, stands.Version, stands.IsOf(new Version(11, 5))));
        Assert.Equal(new Version(12, 8, 0, 0), maps.Following(new Version(11, 3, 5), "x86_64")!.Version);
        Assert.Equal(new Version(11, 4, 0, 0), maps.FirstVersionWithModel("second", "x86_64"));
        Assert.Equal(new Version(11, 4, 0, 0), maps.LastVersionWithModel("second", "x86_64"));
        Assert.Equal(new Version(0, 7, 5, 0), maps.FirstVersionWithFeature("sse", "x86_64"));
        Assert.Null(FactCatalog.Bundled.CpuMaps.FirstVersionWithModel("second", "x86_64"));
    }

    [Fact]
    public void A_projects_own_map_may_replace_a_bundled_one()
    {
        var maps = FactCatalog.Bundled.CpuMaps.With(new Version(0, 7, 5), Map(Read(Old)));
        Assert.Equal(FactCatalog.Bundled.CpuMaps.Versions, maps.Versions);
        Assert.Null(maps.For(new Version(0, 7, 5), "x86_64")!.Find("486"));
        Assert.Equal(new Version(0, 7, 6, 0), maps.FirstVersionWithModel("486", "x86_64"));
    }

    [Fact]
    public void A_projects_own_map_for_all_versions_yields_to_one_for_a_version_and_says_nothing_of_other_architectures()
    {
        var maps = FactCatalog.Bundled.CpuMaps.With(new Version(9, 0), Map(Read(Old))).With(null, Map(Read(s_folder, "maps/index.xml")));
        var all = maps.For(new Version(99, 0), "x86_64")!;
        Assert.Equal((true, null, true), (all.IsOwn, all.Version, all.IsOf(new Version(99, 0))));
        Assert.NotNull(all.Find("Core"));
        Assert.Same(all, maps.For(new Version(1, 0), "i686"));
        Assert.NotNull(maps.For(new Version(9, 0), "x86_64")!.Find("second"));
        Assert.False(maps.For(new Version(9, 8), "ppc64")!.IsOwn);
        Assert.Null(maps.For(new Version(9, 8), "aarch64"));
        Assert.Equal(FactCatalog.Bundled.CpuMaps.Versions, maps.Versions);
    }
}
