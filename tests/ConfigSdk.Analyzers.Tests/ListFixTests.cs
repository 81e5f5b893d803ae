using ConfigSdk.Analyzers.Tests.Helpers;
using ConfigSdk.CodeFixes;
using ConfigSdk.Rules;

namespace ConfigSdk.Analyzers.Tests;

/// <summary>Fixes that take an item out of a list, add one, or put the items into another order.</summary>
public class ListFixTests
{
    private static string Modules(string list) => $$"""
        using System.Collections.Generic;
        using ConfigSdk;
        static class Hosts
        {
            static readonly KernelModule[] More = [];
            static readonly Host A = new()
            {
                Modules = {{list}},
            };
        }
        """;

    private static async Task Fix(string before, string? after, params (string Key, string Value)[] told)
    {
        var offered = await FixUnder.Each<ChangeItems>(Modules(before), told);
        Assert.Equal(after is null ? "nothing" : Modules(after), offered is [var only] ? only.After : "nothing");
    }

    [Theory]
    [InlineData("⟦[]⟧", "[KernelModule.VhostNet]")]
    [InlineData("⟦[KernelModule.Kvm]⟧", "[KernelModule.Kvm, KernelModule.VhostNet]")]
    [InlineData("⟦[KernelModule.Kvm,]⟧", "[KernelModule.Kvm, KernelModule.VhostNet,]")]
    [InlineData("⟦[.. More, \"kvm\" /* by hand */]⟧", "[.. More, \"kvm\" /* by hand */, KernelModule.VhostNet]")]
    [InlineData("⟦new KernelModule[] { \"kvm\" }⟧", "new KernelModule[] { \"kvm\", KernelModule.VhostNet }")]
    [InlineData("⟦new[] { KernelModule.Tun }⟧", "new[] { KernelModule.Tun, KernelModule.VhostNet }")]
    [InlineData("⟦new KernelModule[] { }⟧", "new KernelModule[] { KernelModule.VhostNet }")]
    [InlineData("⟦new List<KernelModule>⟧ { \"kvm\" }", "new List<KernelModule> { \"kvm\", KernelModule.VhostNet }")]
    [InlineData("⟦new List<KernelModule>()⟧", "new List<KernelModule>() { KernelModule.VhostNet }")]
    [InlineData("⟦new KernelModule[1] { \"kvm\" }⟧", null)]
    [InlineData("⟦More⟧", null)]
    [InlineData("""
        ⟦[
                    KernelModule.Kvm,
                    KernelModule.KvmIntel, // Intel's
                ]⟧
        """, """
        [
                    KernelModule.Kvm,
                    KernelModule.KvmIntel, // Intel's
                    KernelModule.VhostNet,
                ]
        """)]
    [InlineData("""
        ⟦[
                    KernelModule.Kvm,
                    KernelModule.KvmIntel // Intel's
                ]⟧
        """, """
        [
                    KernelModule.Kvm,
                    KernelModule.KvmIntel, // Intel's
                    KernelModule.VhostNet
                ]
        """)]
    [InlineData("""
        ⟦[
                    KernelModule.Kvm,
                    KernelModule.KvmIntel]⟧
        """, """
        [
                    KernelModule.Kvm,
                    KernelModule.KvmIntel,
                    KernelModule.VhostNet]
        """)]
    [InlineData("""
        ⟦new KernelModule[]
                {
                    "kvm", "kvm_intel",
                    "tun", "tap", // networks
                }⟧
        """, """
        new KernelModule[]
                {
                    "kvm", "kvm_intel",
                    "tun", "tap", KernelModule.VhostNet, // networks
                }
        """)]
    [InlineData("""
        ⟦[
                    // none yet
                ]⟧
        """, """
        [
                    KernelModule.VhostNet,
                    // none yet
                ]
        """)]
    [InlineData("""
        ⟦[
        #if DEBUG
                    KernelModule.Kvm,
        #endif
                ]⟧
        """, null)]
    public Task An_item_is_added_in_the_lists_style(string before, string? after) => Fix(before, after, (FixKeys.AddItem, "KernelModule.VhostNet"));

    [Theory]
    [InlineData("KernelModule.NoSuchModule")]
    [InlineData("NoSuchType.VhostNet")]
    public Task An_item_whose_name_means_nothing_is_not_offered(string item) => Fix("⟦[KernelModule.Kvm]⟧", null, (FixKeys.AddItem, item));

    [Theory]
    [InlineData("[⟦KernelModule.Kvm⟧]", "[]")]
    [InlineData("[⟦KernelModule.Kvm⟧, KernelModule.Tun]", "[KernelModule.Tun]")]
    [InlineData("[KernelModule.Kvm, ⟦KernelModule.Tun⟧]", "[KernelModule.Kvm]")]
    [InlineData("[KernelModule.Kvm, ⟦KernelModule.Tun⟧,]", "[KernelModule.Kvm,]")]
    [InlineData("[KernelModule.Kvm, /* old */ ⟦KernelModule.Tun⟧ ]", "[KernelModule.Kvm ]")]
    [InlineData("[KernelModule.Kvm, new(⟦\"tun\"⟧) { OutOfTree = true }, .. More]", "[KernelModule.Kvm, .. More]")]
    [InlineData("[KernelModule.Kvm, new(\"x\") { Parameters = [⟦new(\"a\", \"b\")⟧] }]", "[KernelModule.Kvm, new(\"x\") { Parameters = [] }]")]
    [InlineData("new KernelModule[] { ⟦\"kvm\"⟧, \"tun\" }", "new KernelModule[] { \"tun\" }")]
    [InlineData("new KernelModule[] { ⟦\"kvm\"⟧ }", "new KernelModule[] { }")]
    [InlineData("new[] { ⟦KernelModule.Tun⟧ }", null)]
    [InlineData("new KernelModule[2] { ⟦\"kvm\"⟧, \"tun\" }", null)]
    [InlineData("new List<KernelModule> { \"kvm\", ⟦KernelModule.Tun with⟧ { OutOfTree = false } }", "new List<KernelModule> { \"kvm\" }")]
    [InlineData("""
        [
                    // for guests
                    ⟦KernelModule.Kvm⟧, // always
                    KernelModule.Tun, // networks
                ]
        """, """
        [
                    KernelModule.Tun, // networks
                ]
        """)]
    [InlineData("""
        [
                    // what follows is for guests

                    // once upon a time
                    ⟦KernelModule.Kvm⟧,
                    KernelModule.Tun,
                ]
        """, """
        [
                    // what follows is for guests

                    KernelModule.Tun,
                ]
        """)]
    [InlineData("""
        [
                    KernelModule.Kvm, // always
                    // networks
                    ⟦KernelModule.Tun⟧ // and taps
                ]
        """, """
        [
                    KernelModule.Kvm // always
                ]
        """)]
    [InlineData("""
        [
                    KernelModule.Kvm, // always
                    ⟦KernelModule.Tun⟧,
                ]
        """, """
        [
                    KernelModule.Kvm, // always
                ]
        """)]
    [InlineData("""
        [KernelModule.Kvm,
                    ⟦KernelModule.Tun⟧]
        """, "[KernelModule.Kvm]")]
    [InlineData("""
        [
                    ⟦KernelModule.Kvm⟧, /* networks */ KernelModule.Tun,
                    KernelModule.Tap, KernelModule.VhostNet,
                ]
        """, """
        [
                    /* networks */ KernelModule.Tun,
                    KernelModule.Tap, KernelModule.VhostNet,
                ]
        """)]
    [InlineData("""
        [
                    KernelModule.Kvm, ⟦KernelModule.Tun⟧, // both
                    KernelModule.Tap, KernelModule.VhostNet,
                ]
        """, """
        [
                    KernelModule.Kvm, // both
                    KernelModule.Tap, KernelModule.VhostNet,
                ]
        """)]
    public Task An_item_is_removed_with_its_comments_and_its_comma(string before, string? after) => Fix(before, after, (FixKeys.RemoveItem, ""));

    [Theory]
    [InlineData("⟦[KernelModule.Kvm, KernelModule.Tun, \"tap\"]⟧", "[\"tap\", KernelModule.Kvm, KernelModule.Tun]")]
    [InlineData("⟦new List<KernelModule>⟧ { \"kvm\", \"tun\", \"tap\" }", "new List<KernelModule> { \"tap\", \"kvm\", \"tun\" }")]
    [InlineData("⟦[KernelModule.Kvm, /* net */ KernelModule.Tun, \"tap\"]⟧", null)]
    [InlineData("⟦[KernelModule.Kvm, .. More, \"tap\"]⟧", null)]
    [InlineData("⟦[KernelModule.Kvm, KernelModule.Tun]⟧", null)]
    [InlineData("""
        ⟦[
                    // for guests
                    KernelModule.Kvm, // always
                    KernelModule.Tun,
                    KernelModule.Tap // last
                ]⟧
        """, """
        [
                    KernelModule.Tap, // last
                    // for guests
                    KernelModule.Kvm, // always
                    KernelModule.Tun
                ]
        """)]
    [InlineData("""
        ⟦[
                    KernelModule.Kvm,
                    KernelModule.Tun, // two
                    KernelModule.Tap]⟧
        """, """
        [
                    KernelModule.Tap,
                    KernelModule.Kvm,
                    KernelModule.Tun // two
        ]
        """)]
    [InlineData("""
        ⟦[
                    KernelModule.Kvm, KernelModule.Tun,
                    KernelModule.Tap,
                ]⟧
        """, """
        [
                    KernelModule.Tap, KernelModule.Kvm,
                    KernelModule.Tun,
                ]
        """)]
    public Task Items_are_put_in_order_with_their_comments(string before, string? after) => Fix(before, after, (FixKeys.Order, "2,0,1"));

    [Fact]
    public async Task Fixes_to_choose_from_are_told_apart() => Assert.Equal(
        ["Remove KernelModule.Kvm", "Add \"tun\""],
        [
            .. (await FixUnder.Each<ChangeItems>(Modules("[⟦KernelModule.Kvm⟧]"), (FixKeys.RemoveItem, ""))).Select(o => o.Title),
            .. (await FixUnder.Each<ChangeItems>(Modules("⟦[]⟧"), (FixKeys.AddItem, "\"tun\""))).Select(o => o.Title),
        ]);

    [Fact]
    public async Task A_value_that_is_no_item_takes_no_node_with_it() => Assert.Empty(await FixUnder.Each<ChangeItems>(
        """
        using System.Collections.Generic;
        using ConfigSdk;
        sealed class Rack : Fleet
        {
            public override IEnumerable<ComputeNode> Nodes =>
            [
                new("a", new() { Nova = new() { Default = new() { Host = ⟦"b"⟧ } } }),
            ];
        }
        """, (FixKeys.RemoveItem, "")));

    [Fact]
    public async Task Where_a_finding_is_shown_elsewhere_the_first_other_place_is_the_lists()
    {
        const string Text = """
            using System.Collections.Generic;
            using ConfigSdk;
            sealed class Rack : Fleet
            {
                static readonly NodeProfile Kvm = new() { Host = new() { Modules = {0} } };
                public override IEnumerable<ComputeNode> Nodes => [{1}new("a", Kvm){2}];
            }
            """;
        var before = Text.Replace("{0}", "⟨[KernelModule.Kvm]⟩", StringComparison.Ordinal).Replace("{1}", "⟦", StringComparison.Ordinal).Replace("{2}", "⟧", StringComparison.Ordinal);
        var after = Text.Replace("{0}", "[KernelModule.Kvm, KernelModule.Tun]", StringComparison.Ordinal).Replace("{1}", "", StringComparison.Ordinal).Replace("{2}", "", StringComparison.Ordinal);

        var offered = await FixUnder.Each<ChangeItems>(before, (FixKeys.AddItem, "KernelModule.Tun"), (FixKeys.ShownElsewhere, ""));
        Assert.Equal(after, Assert.Single(offered).After);
        Assert.Empty(await FixUnder.Each<ChangeItems>(before, (FixKeys.AddItem, "KernelModule.Tun")));
        Assert.Empty(await FixUnder.Each<ChangeItems>(before, (FixKeys.RemoveItem, ""), (FixKeys.ShownElsewhere, "")));
    }

    [Fact]
    public async Task All_items_of_one_list_are_removed_at_once() => Assert.Equal(
        Modules("[KernelModule.Tun]"),
        await FixUnder.All<ChangeItems>(Modules("[⟦KernelModule.Kvm⟧, ⟦\"kvm_intel\"⟧, KernelModule.Tun, ⟦KernelModule.Tap⟧]"), ChangeItems.RemoveKey, (FixKeys.RemoveItem, "")));

    [Fact]
    public async Task Each_list_gets_its_item_once_however_many_findings_ask_for_it()
    {
        const string Text = """
            using System.Collections.Generic;
            using ConfigSdk;
            static class Hosts
            {
                static readonly Host A = new() { Modules = {0} };
                static readonly Host B = new() { Modules = {1} };
            }
            """;
        static string With(string a, string b) => Text.Replace("{0}", a, StringComparison.Ordinal).Replace("{1}", b, StringComparison.Ordinal);

        Assert.Equal(
            With("[\"m\"]", "[KernelModule.Kvm, \"m\"]"),
            await FixUnder.All<ChangeItems>(With("⟦⟦[]⟧⟧", "⟦[KernelModule.Kvm]⟧"), ChangeItems.AddKey, (FixKeys.AddItem, "\"m\"")));
        Assert.Equal(
            With("[\"m0\", \"m1\"]", "[KernelModule.Kvm, \"m2\"]"),
            await FixUnder.All<ChangeItems>(With("⟦⟦[]⟧⟧", "⟦[KernelModule.Kvm]⟧"), ChangeItems.AddKey, (FixKeys.AddItem, "\"m#\"")));
    }
}
