using ConfigSdk.Catalog;
using ConfigSdk.Tool.Catalog;

namespace ConfigSdk.Tool.Tests;

public sealed class KernelModulesImportTests : IDisposable
{
    private const string KvmIntel = """
        filename:       /lib/modules/6.1.0-50-amd64/kernel/arch/x86/kvm/kvm-intel.ko
        license:        GPL
        author:         Qumranet
        depends:        kvm
        name:           kvm_intel
        signature:      E3:9F:DD:BC:51:44:73:75:1B:9C:BA:80:6E:87:56:AD:41:15:9A:CE:
        		53:B8:09:F3:22:4B:1B:23:01:F1:3B:90:CF:5C:3B:22:FD:A6:82:2C
        parm:           enable_shadow_vmcs:bool
        parm:           pt_mode:int
        parm:           ids:Initial PCI IDs to add (colon separated) (string)
        parm:           arp_ip_target:arp targets in n.n.n.n form (array of charp)
        parm:           netfs_debug:Netfs support debugging mask
        parm:           mode:Mode of operation; 0 for balance-rr,
        		1 for active-backup: name, 2 for
        name: balance-xor (charp)

        """;

    private readonly FactFolder _facts = new();

    public void Dispose() => _facts.Dispose();

    [Fact]
    public void Parameters_have_the_type_that_ends_their_description()
    {
        var module = Assert.Single(Modinfo.Read(Text(KvmIntel)));
        Assert.Equal("kvm_intel", module.Name);
        Assert.Equal(
            [("enable_shadow_vmcs", "bool"), ("pt_mode", "int"), ("ids", "string"), ("arp_ip_target", "array of charp"), ("mode", "charp")],
            module.Parameters);
    }

    [Fact]
    public void What_is_built_in_has_the_parameters_of_its_entries()
    {
        var builtin = Modinfo.ReadBuiltin(
            Text("kernel/fs/fuse/fuse.ko\nkernel/drivers/vfio/vfio-pci.ko\n"),
            Text("fuse.parmtype=max_user_bgreq:uint\0fuse.parm=max_user_bgreq:Global limit for\nthe maximum\0vfio_pci.parmtype=ids:string\0printk.parmtype=time:bool\0"));
        Assert.Equal(["fuse", "vfio_pci"], builtin.Select(m => m.Name));
        Assert.Equal([[("max_user_bgreq", "uint")], [("ids", "string")]], builtin.Select(m => m.Parameters));
    }

    [Theory]
    [InlineData("name:           kvm\n", "modinfo.txt(1): modinfo begins each module with 'filename:'")]
    [InlineData("modinfo: ERROR: Module foo not found.\n", "modinfo.txt(1): modinfo begins each module with 'filename:'")]
    [InlineData("", "modinfo.txt(1): there is no module")]
    [InlineData("filename:       /a.ko\nlicense:        GPL\nfilename:       /b.ko\nname:           b\n", "modinfo.txt(1): modinfo has no 'name:' for this module")]
    [InlineData("filename:       /a.ko\nname:           a\n\nfilename:       /x/a.ko\nname:           a\n", "modinfo.txt(4): 'a' is there twice: only the modules of one kernel may be given")]
    [InlineData("filename:       /a.ko\nname:           a b\n", "modinfo.txt(2): 'a b' is no name of a module")]
    public void What_modinfo_does_not_print_is_refused_where_it_is(string modinfo, string message) =>
        Assert.Equal(message, Assert.Throws<ImportException>(() => Modinfo.Read(Text(modinfo))).Message);

    [Theory]
    [InlineData("kernel/fs/fuse/fuse.ko\nfuse\n", "", "modinfo.txt(2): 'fuse' is no path of a module")]
    [InlineData("kernel/fs/fuse/fuse.ko\n", "fuse.parmtype=a:int\0fuse", "modinfo.txt: entry 2 is not of the form module.key=value")]
    public void Kernel_files_of_another_form_are_refused(string builtin, string entries, string message) =>
        Assert.Equal(message, Assert.Throws<ImportException>(() => Modinfo.ReadBuiltin(Text(builtin), Text(entries))).Message);

    /// <summary>The bundled facts of a platform, written as modinfo would print them, give the same file to the byte.</summary>
    [Theory]
    [InlineData("debian-11")]
    [InlineData("debian-12")]
    [InlineData("debian-sid")]
    public void A_platform_that_is_removed_and_imported_again_is_the_same(string platform)
    {
        var bundled = _facts.Text("kernel-modules");
        var modinfo = string.Concat(KernelModules.Names(platform)!.Reverse().Select(name =>
            $"filename:       /lib/modules/x/kernel/{name}.ko\nname:           {name}\n"
            + string.Concat(KernelModules.Parameters(name).Where(p => p.Platforms.Contains(platform)).Select(p => $"parm:           {p.Name}:text ({p.Type})\n"))));
        string[] arguments =
        [
            "--platform", platform, "--kernel", KernelModules.KernelVersion(platform)!,
            "--modinfo", _facts.Input("modinfo.txt", modinfo), "--builtin", _facts.Input("modules.builtin", ""),
        ];
        Assert.Equal(0, _facts.Import("kernel-modules", arguments));
        Assert.Equal(bundled, _facts.Text("kernel-modules"));

        _facts.Remove("kernel-modules", platform, 1, row => row[0] is "kernel" or "modules");
        _facts.Remove("kernel-modules", platform, 4, row => row[0] is "parameter");
        Assert.DoesNotContain(platform, _facts.Text("kernel-modules"), StringComparison.Ordinal);
        Assert.Equal(0, _facts.Import("kernel-modules", arguments));
        Assert.Equal(bundled, _facts.Text("kernel-modules"));
    }

    [Fact]
    public void A_new_platform_joins_the_rows_that_say_the_same()
    {
        Assert.Equal(0, _facts.Import(
            "kernel-modules", "--platform", "ubuntu-24.04", "--kernel", "6.8.0-88.89",
            "--modinfo", _facts.Input("modinfo.txt", KvmIntel), "--builtin", _facts.Input("modules.builtin", "kernel/fs/fuse/fuse.ko\n")));
        var facts = _facts.Text("kernel-modules");
        Assert.Contains("kernel\tubuntu-24.04\t6.8.0-88.89\n", facts, StringComparison.Ordinal);
        Assert.Contains("modules\tdebian-11 debian-12 debian-13 debian-sid ubuntu-24.04\tfuse kvm_intel\n", facts, StringComparison.Ordinal);
        Assert.Contains("parameter\tkvm_intel\tpt_mode\tint\tdebian-11 ubuntu-24.04\n", facts, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("debian 12", "6.1.176-1", "filename:       /a.ko\nname:           a\n")]
    [InlineData("debian-12", "6.1\t176", "filename:       /a.ko\nname:           a\n")]
    [InlineData("debian-12", "6.1.176-1", "filename:       /a.ko\n")]
    public void What_is_refused_leaves_the_facts_as_they_are(string platform, string kernel, string modinfo)
    {
        var before = _facts.Names.ToDictionary(n => n, n => _facts.Text(Path.GetFileNameWithoutExtension(n)));
        Assert.Equal(1, _facts.Import(
            "kernel-modules", "--platform", platform, "--kernel", kernel, "--modinfo", _facts.Input("modinfo.txt", modinfo), "--builtin", _facts.Input("modules.builtin", "")));
        Assert.Equal(before, _facts.Names.ToDictionary(n => n, n => _facts.Text(Path.GetFileNameWithoutExtension(n))));
    }

    private static TextInput Text(string text) => TextInput.Of("modinfo.txt", text);
}
