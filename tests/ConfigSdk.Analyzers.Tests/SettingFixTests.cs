using ConfigSdk.Analyzers.Tests.Helpers;
using ConfigSdk.CodeFixes;
using ConfigSdk.Rules;

namespace ConfigSdk.Analyzers.Tests;

/// <summary>Fixes that remove a setting, or set one of the same or another group.</summary>
public class SettingFixTests
{
    private static readonly (string, string)[] s_ratio = [(FixKeys.SetOption, "Default.RamAllocationRatio"), (FixKeys.SetValue, "1.0")];

    private static string Profile(string nova) => $$"""
        using ConfigSdk;
        static class Profiles
        {
            static readonly DefaultOptions Common = new() { Host = "a" };
            static readonly DefaultOptions? Maybe = null;
            static readonly Nova Base = new();
            static readonly NodeProfile A = new()
            {
                Nova = {{nova}},
            };
        }
        """;

    [Theory]
    [InlineData("new() { Libvirt = new() { FileBackedMemory = ⟦1024⟧ } }", "new() { Libvirt = new() { FileBackedMemory = 1024 }, Default = new() { RamAllocationRatio = 1.0 } }")]
    [InlineData("new Nova { Libvirt = new() { FileBackedMemory = ⟦1024⟧ } }", "new Nova { Libvirt = new() { FileBackedMemory = 1024 }, Default = new() { RamAllocationRatio = 1.0 } }")]
    [InlineData("new() { Default = new() { Host = \"a\" }, Libvirt = new() { FileBackedMemory = ⟦1024⟧ } }", "new() { Default = new() { Host = \"a\", RamAllocationRatio = 1.0 }, Libvirt = new() { FileBackedMemory = 1024 } }")]
    [InlineData("new() { Default = new(), Libvirt = new() { FileBackedMemory = ⟦1024⟧ } }", "new() { Default = new() { RamAllocationRatio = 1.0 }, Libvirt = new() { FileBackedMemory = 1024 } }")]
    [InlineData("new() { Default = new DefaultOptions() { }, Libvirt = new() { FileBackedMemory = ⟦1024⟧ } }", "new() { Default = new DefaultOptions() { RamAllocationRatio = 1.0 }, Libvirt = new() { FileBackedMemory = 1024 } }")]
    [InlineData("new() { Default = Common, Libvirt = new() { FileBackedMemory = ⟦1024⟧ } }", "new() { Default = Common with { RamAllocationRatio = 1.0 }, Libvirt = new() { FileBackedMemory = 1024 } }")]
    [InlineData("new() { Default = Common with { Host = \"b\" }, Libvirt = new() { FileBackedMemory = ⟦1024⟧ } }", "new() { Default = Common with { Host = \"b\", RamAllocationRatio = 1.0 }, Libvirt = new() { FileBackedMemory = 1024 } }")]
    [InlineData("new() { Default = Maybe, Libvirt = new() { FileBackedMemory = ⟦1024⟧ } }", null)]
    [InlineData("new() { Default = new() { RamAllocationRatio = 1.5 }, Libvirt = new() { FileBackedMemory = ⟦1024⟧ } }", "new() { Default = new() { RamAllocationRatio = 1.0 }, Libvirt = new() { FileBackedMemory = 1024 } }")]
    [InlineData("new() { Default = new() { RamAllocationRatio = ⟦1.5⟧ /* more */ } }", "new() { Default = new() { RamAllocationRatio = 1.0 /* more */ } }")]
    [InlineData("Base with { Libvirt = new() { FileBackedMemory = ⟦1024⟧ } }", null)]
    [InlineData("Base with { Default = Common, Libvirt = new() { FileBackedMemory = ⟦1024⟧ } }", "Base with { Default = Common with { RamAllocationRatio = 1.0 }, Libvirt = new() { FileBackedMemory = 1024 } }")]
    [InlineData("""
        new()
                {
                    Libvirt = new()
                    {
                        // much memory
                        FileBackedMemory = ⟦1048576⟧, // MiB
                    },
                }
        """, """
        new()
                {
                    Libvirt = new()
                    {
                        // much memory
                        FileBackedMemory = 1048576, // MiB
                    },
                    Default = new() { RamAllocationRatio = 1.0 },
                }
        """)]
    [InlineData("""
        new()
                {
                    Default = new()
                    {
                        Host = "a", // its name
                    },
                    Libvirt = new() { FileBackedMemory = ⟦1048576⟧ },
                }
        """, """
        new()
                {
                    Default = new()
                    {
                        Host = "a", // its name
                        RamAllocationRatio = 1.0,
                    },
                    Libvirt = new() { FileBackedMemory = 1048576 },
                }
        """)]
    [InlineData("""
        new()
                {
        #if DEBUG
                    Default = new() { Host = "a" },
        #endif
                    Libvirt = new() { FileBackedMemory = ⟦1024⟧ },
                }
        """, null)]
    public async Task An_option_of_another_group_is_set(string before, string? after)
    {
        var offered = await FixUnder.Each<ChangeSetting>(Profile(before), s_ratio);
        Assert.Equal(after is null ? [] : [("Set Default.RamAllocationRatio to 1.0", Profile(after))], offered);
    }

    [Fact]
    public async Task An_option_that_has_a_part_in_it_is_set_where_it_is_set_now()
    {
        const string Text = """
            using ConfigSdk;
            static class Profiles
            {
                static readonly NodeProfile Base = new() { Nova = new() { Libvirt = new() { FileBackedMemory = {0} } } };
                static readonly NodeProfile A = Base.Override(new() { Nova = new() { Default = new() { RamAllocationRatio = {1} } } });
            }
            """;
        static string With(string memory, string ratio) => Text.Replace("{0}", memory, StringComparison.Ordinal).Replace("{1}", ratio, StringComparison.Ordinal);

        var offered = await FixUnder.Each<ChangeSetting>(With("⟦1024⟧", "⟨1.5⟩"), s_ratio);
        Assert.Equal(With("1024", "1.0"), Assert.Single(offered).After);
    }

    [Theory]
    [InlineData("Default.NoSuchOption", "1")]
    [InlineData("NoSuchGroup.RamAllocationRatio", "1")]
    [InlineData("Default.RamAllocationRatio", "NoSuchType.X")]
    public async Task What_would_not_compile_is_not_offered(string option, string value) => Assert.Empty(await FixUnder.Each<ChangeSetting>(
        Profile("new() { Libvirt = new() { FileBackedMemory = ⟦1024⟧ } }"), (FixKeys.SetOption, option), (FixKeys.SetValue, value)));

    [Fact]
    public async Task Several_fixes_to_choose_from_are_offered() => Assert.Equal(
        [
            ("Remove FileBackedMemory", Profile("new() { Libvirt = new() { VirtType = VirtType.Kvm } }")),
            ("Set ImagesType to ImagesType.Raw", Profile("new() { Libvirt = new() { FileBackedMemory = 1024, ImagesType = ImagesType.Raw, VirtType = VirtType.Kvm } }")),
        ],
        await FixUnder.Each<ChangeSetting>(
            Profile("new() { Libvirt = new() { FileBackedMemory = ⟦1024⟧, VirtType = VirtType.Kvm } }"),
            (FixKeys.RemoveSetting, "FileBackedMemory"), (FixKeys.SetSetting, "ImagesType"), (FixKeys.SetValue, "ImagesType.Raw")));

    [Fact]
    public async Task All_findings_of_one_nova_set_the_option_once() => Assert.Equal(
        Profile("new() { Libvirt = new() { FileBackedMemory = 1024, NumPciePorts = 3 }, Default = new() { RamAllocationRatio = 1.0 } }"),
        await FixUnder.All<ChangeSetting>(Profile("new() { Libvirt = new() { FileBackedMemory = ⟦1024⟧, NumPciePorts = ⟦3⟧ } }"), ChangeSetting.SetOptionKey, s_ratio));

    [Fact]
    public async Task All_findings_of_a_document_are_mended_one_after_the_other()
    {
        static string With(string nova, string other) => Profile(nova).TrimEnd('}') + $"    static readonly NodeProfile B = new() {{ Nova = {other} }};\n}}";

        Assert.Equal(
            With("new() { Libvirt = new() { FileBackedMemory = 1024 }, Default = new() { RamAllocationRatio = 1.0 } }", "new() { Default = new() { Host = \"b\", RamAllocationRatio = 1.0 }, Libvirt = new() { FileBackedMemory = 2048 } }"),
            await FixUnder.All<ChangeSetting>(
                With("new() { Libvirt = new() { FileBackedMemory = ⟦1024⟧ } }", "new() { Default = new() { Host = \"b\" }, Libvirt = new() { FileBackedMemory = ⟦2048⟧ } }"), ChangeSetting.SetOptionKey, s_ratio));
    }

    [Fact]
    public async Task All_findings_that_ask_for_the_same_removal_remove_it_once() => Assert.Equal(
        Profile("new() { Libvirt = new() { VirtType = VirtType.Kvm, NumPciePorts = 3 } }"),
        await FixUnder.All<ChangeSetting>(
            Profile("new() { Libvirt = new() { MaxQueues = ⟦1⟧, VirtType = VirtType.Kvm, NumPciePorts = ⟦3⟧ } }"), ChangeSetting.RemoveKey, (FixKeys.RemoveSetting, "MaxQueues")));
}
