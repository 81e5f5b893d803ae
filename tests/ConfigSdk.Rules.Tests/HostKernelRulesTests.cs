using static ConfigSdk.Rules.Tests.LessKnowledge;

namespace ConfigSdk.Rules.Tests;

/// <summary>What is written for the kernel: its settings at run time, and its command line.</summary>
public class HostKernelRulesTests
{
    private const string Debian = "target = debian-13 | ";

    [Theory]
    [InlineData(Debian + "sysctl = net.core.somaxconn=4096", "")]
    [InlineData(Debian + "sysctl = net/core/somaxconn=4096", "")]
    [InlineData(Debian + "sysctl = net.ipv4.conf.eth0/100.rp_filter=2;net/ipv4/conf/br-ex.100/rp_filter=0;net.ipv4.tcp_rmem=4096 131072 6291456", "")]
    [InlineData(Debian + "sysctl = kernel.core_pattern=\\x7c/usr/lib/x %P=%s #1", "")]
    [InlineData(Debian + @"sysctl = net.core.somaxconn=4096\nkernel.panic", "NOVA2031")]
    [InlineData(Debian + @"sysctl = net.core.somaxconn=1\nkernel.panic = 1", "NOVA2031")]
    [InlineData(Debian + @"sysctl = net.core.somaxconn=\ 1", "NOVA2031")]
    [InlineData(Debian + @"sysctl = net.core.somaxconn=1\x20", "NOVA2031")]
    [InlineData(Debian + "sysctl = net.core.somaxconn=", "NOVA2031")]
    [InlineData(Debian + @"sysctl = kernel.domainname=a\u00a0b", "NOVA2031")]
    [InlineData(Debian + @"sysctl = net.core.so\x3dmaxconn=1", "NOVA2031")]
    [InlineData(Debian + "sysctl = -net.core.somaxconn=1", "NOVA2031")]
    [InlineData(Debian + "sysctl = #net.core.somaxconn=1", "NOVA2031")]
    [InlineData(Debian + "sysctl = net.ipv4.conf.*.rp_filter=1", "NOVA2031")]
    [InlineData(Debian + "sysctl = net.core somaxconn=1", "NOVA2031")]
    [InlineData(Debian + "sysctl = swappiness=1", "NOVA2031")]
    [InlineData(Debian + "sysctl = vm..swappiness=1", "NOVA2031")]
    [InlineData(Debian + "sysctl = vm/../../etc/passwd=1", "NOVA2031")]
    [InlineData(Debian + "sysctl = /vm/swappiness=1", "NOVA2031")]
    [InlineData(Debian + "sysctl = =1", "NOVA2031")]
    [InlineData(Debian + "sysctl = net.core.somaxconn=?", "")]
    [InlineData(Debian + "sysctl = ?=1", "")]
    [InlineData(Debian + "sysctl = ?", "")]
    public void NOVA2031_settings_that_sysctl_cannot_hold(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Debian + "sysctl = net.core.somaxconn=1;net.core.somaxconn=2", "NOVA2032")]
    [InlineData(Debian + "sysctl = net.core.somaxconn=1;net/core/somaxconn=2", "NOVA2032")]
    [InlineData(Debian + "sysctl = net.core.somaxconn=1;net.core.somaxconn=2;net.core.somaxconn=1", "NOVA2032 NOVA2032")]
    [InlineData(Debian + "sysctl = .vm.swappiness=10;vm.swappiness=1", "NOVA2032")]
    [InlineData(Debian + "sysctl = .vm.swappiness=10;vm.swappiness=10", "")]
    [InlineData(Debian + "sysctl = .vm.swappiness=10;vm.swappiness=?", "")]
    [InlineData(Debian + "sysctl = .vm.swappiness=10;?=1", "")]
    [InlineData(Debian + "sysctl = .vm.swappiness=10;...", "")]
    public void NOVA2032_kernel_setting_set_twice(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Debian + "modules = nbd | sysctl = .net.bridge.bridge-nf-call-iptables=1", "NOVA2033")]
    [InlineData(Debian + "modules = nbd | sysctl = net/bridge/bridge-nf-filter-vlan-tagged=1", "NOVA2033")]
    [InlineData(Debian + "modules = br-netfilter | sysctl = .net.bridge.bridge-nf-call-iptables=1", "")]
    [InlineData(Debian + "modules = br_netfiltr | sysctl = .net.bridge.bridge-nf-call-iptables=1", "NOVA2004")]
    [InlineData(Debian + "modules = nbd,... | sysctl = .net.bridge.bridge-nf-call-iptables=1", "")]
    [InlineData(Debian + "modules = nbd,? | sysctl = .net.bridge.bridge-nf-call-iptables=1", "")]
    [InlineData(Debian + "modules = ? | sysctl = .net.bridge.bridge-nf-call-iptables=1", "")]
    [InlineData(Debian + "sysctl = .net.bridge.bridge-nf-call-iptables=1", "")]
    [InlineData(Debian + "modules = nbd | sysctl = .net.ipv4.ip_forward=1", "")]
    [InlineData("target = icehouse | modules = bridge | sysctl = .net.bridge.bridge-nf-call-iptables=1", "")]
    [InlineData("nova = 31.0.0 | platform = ? | modules = nbd | sysctl = .net.bridge.bridge-nf-call-iptables=1", "")]
    public void NOVA2033_setting_of_a_module_that_is_not_loaded(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Debian + "sysctl = .vm.swappiness=200", "")]
    [InlineData(Debian + "sysctl = .vm.swappiness=201", "NOVA2034")]
    [InlineData(Debian + "sysctl = vm.swappiness=-1", "NOVA2034")]
    [InlineData(Debian + "sysctl = vm/swappiness=10%", "NOVA2034")]
    [InlineData(Debian + "sysctl = vm.swappiness=0x10", "")]
    [InlineData(Debian + "sysctl = vm.swappiness=+10", "NOVA2034")]
    [InlineData(Debian + "sysctl = vm.swappiness=10 20", "")]
    [InlineData(Debian + "sysctl = .kernel.pid_max=300", "NOVA2034")]
    [InlineData(Debian + "sysctl = .kernel.pid_max=301", "")]
    [InlineData(Debian + "sysctl = .kernel.pid_max=4194305", "NOVA2034")]
    [InlineData(Debian + "sysctl = .fs.aio-max-nr=18446744073709551615", "")]
    [InlineData(Debian + "sysctl = net.ipv4.ip_forward=true", "NOVA2034")]
    [InlineData(Debian + "sysctl = net.core.somaxconn=many", "")]
    [InlineData(Debian + @"sysctl = vm.swappiness=201\n", "NOVA2031")]
    [InlineData(Debian + "sysctl = .vm.swappiness=?", "")]
    public void NOVA2034_value_that_the_kernel_does_not_take(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Debian + "grub = true | arguments = nohz_full=2-7;nosmt;mitigations=auto,nosmt;console=ttyS0,115200n8;kvm-intel.nested=1;memmap=64M@16M;systemd.unit=", "")]
    [InlineData(Debian + @"arguments = a=1\x202", "NOVA2035")]
    [InlineData(Debian + @"arguments = a=1\n", "NOVA2035")]
    [InlineData(Debian + @"arguments = a=\u00e9", "NOVA2035")]
    [InlineData(Debian + "arguments = a=\"b\"", "NOVA2035")]
    [InlineData(Debian + "grub = true | arguments = memmap=1G$2G", "NOVA2035")]
    [InlineData(Debian + "grub = true | arguments = a=b\\x3bc", "NOVA2035")]
    [InlineData(Debian + "grub = true | arguments = a='b'", "NOVA2035")]
    [InlineData(Debian + "grub = true | arguments = a=`id`", "NOVA2035")]
    [InlineData(Debian + @"grub = true | arguments = a=b\\c", "NOVA2035")]
    [InlineData(Debian + "arguments = memmap=1G$2G;a=b\\x3bc;a='b'", "")]
    [InlineData(Debian + "grub = ? | arguments = memmap=1G$2G", "")]
    [InlineData(Debian + "grub = false | arguments = memmap=1G$2G", "")]
    [InlineData(Debian + "arguments = --=1", "NOVA2035")]
    [InlineData(Debian + @"arguments = a\x3db=1", "NOVA2035")]
    [InlineData(Debian + "arguments = a b", "NOVA2035")]
    [InlineData(Debian + "arguments = $(id)", "NOVA2035")]
    [InlineData(Debian + "arguments = =1", "NOVA2035")]
    [InlineData(Debian + "arguments = a=?;?=1", "")]
    [InlineData(Debian + "arguments = ?", "")]
    [InlineData(Debian + "grub = true | isolated = domain,2-7", "NOVA2035")]
    [InlineData(Debian + "isolated = domain,2-7", "NOVA2029")]
    [InlineData(Debian + "grub = true | isolated = 2-7,^5", "")]
    [InlineData(Debian + "grub = true | isolated = ?", "")]
    [InlineData(Debian + "grub = true | hugepages = 1 GB:5,2M:-1", "NOVA2035 NOVA2035")]
    [InlineData(Debian + "grub = true | hugepages = 3M:1", "NOVA2029")]
    [InlineData(Debian + "grub = true | hugepages = 2M:?", "")]
    public void NOVA2035_arguments_that_the_command_line_cannot_hold(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Debian + "isolated = 2-7 | arguments = isolcpus=2-5", "NOVA2036")]
    [InlineData(Debian + "isolated = 2-7 | arguments = isolcpus=managed_irq,domain,2-5,6,7", "")]
    [InlineData(Debian + "isolated = 2-7 | arguments = isolcpus=2-31:1/2", "")]
    [InlineData(Debian + "isolated = ? | arguments = isolcpus=2-5", "")]
    [InlineData(Debian + "isolated = 2-7 | arguments = isolcpus=?", "")]
    [InlineData(Debian + "isolated = 2-7 | arguments = nohz_full=2-5", "")]
    [InlineData(Debian + "hugepages = 1G:16 | arguments = hugepagesz=1G;hugepages=8", "NOVA2036")]
    [InlineData(Debian + "hugepages = 1G:16 | arguments = hugepagesz=1G;hugepages=0:8,1:8", "")]
    [InlineData(Debian + "hugepages = 1G:8,1G:8 | arguments = hugepagesz=1048576K;hugepages=16", "")]
    [InlineData(Debian + "hugepages = 1G:16 | arguments = default_hugepagesz=1G;hugepages=8", "")]
    [InlineData(Debian + "hugepages = 1G:16 | arguments = hugepagesz=1G;hugepages=16;hugepagesz=2M;hugepages=64", "NOVA2036")]
    [InlineData(Debian + "hugepages = 1G:16,2M:64 | arguments = hugepagesz=1G;hugepages=16", "")]
    [InlineData(Debian + "grub = true | hugepages = 1G:16,2M:64 | arguments = hugepagesz=1G;hugepages=16", "NOVA2036")]
    [InlineData(Debian + "hugepages = 1G:16,... | arguments = hugepagesz=1G;hugepages=8", "")]
    [InlineData(Debian + "hugepages = 1G:16 | arguments = hugepagesz=1G;...;hugepages=8", "")]
    [InlineData(Debian + "hugepages = 1G:16 | arguments = hugepagesz=1G;?;hugepages=8", "")]
    [InlineData(Debian + "hugepages = 1G:16 | arguments = hugepagesz=1G;hugepages=?", "")]
    [InlineData(Debian + "iommu = true | arguments = iommu=off", "NOVA2036")]
    [InlineData(Debian + "iommu = true | vendor = Intel | arguments = intel-iommu=on,off", "NOVA2036")]
    [InlineData(Debian + "iommu = true | vendor = AMD | arguments = amd_iommu=off", "NOVA2036")]
    [InlineData(Debian + "iommu = true | vendor = AMD | arguments = intel_iommu=off", "")]
    [InlineData(Debian + "iommu = true | arguments = intel_iommu=off", "")]
    [InlineData(Debian + "iommu = true | vendor = ? | arguments = amd_iommu=off", "")]
    [InlineData(Debian + "iommu = ? | arguments = iommu=off", "")]
    [InlineData(Debian + "iommu = true | arguments = iommu=pt", "")]
    [InlineData(Debian + "iommu = false | arguments = intel_iommu=on", "")]
    public void NOVA2036_argument_against_what_is_declared(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Debian + "arguments = isolcpus=2-7;isolcpus=8-15", "NOVA2037")]
    [InlineData(Debian + "arguments = isolcpus=2-7;isolcpus=domain,2,3-7", "")]
    [InlineData(Debian + "arguments = nohz-full=2-7;quiet;nohz_full=2-6", "NOVA2037")]
    [InlineData(Debian + "arguments = default_hugepagesz=1G;default_hugepagesz=2M", "NOVA2037")]
    [InlineData(Debian + "arguments = default_hugepagesz=1G;default_hugepagesz=1048576K", "")]
    [InlineData(Debian + "arguments = console=tty0;console=ttyS0", "")]
    [InlineData(Debian + "arguments = isolcpus=2-7;isolcpus=?", "")]
    [InlineData(Debian + "arguments = isolcpus=2-7;?=8", "")]
    [InlineData(Debian + "arguments = isolcpus=2-7;nohz_full=8-15", "")]
    public void NOVA2037_argument_given_twice(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData(Debian + "hugepages = 2M:64 | sysctl = .vm.nr_hugepages=128", "NOVA2038")]
    [InlineData(Debian + "hugepages = 2M:64 | sysctl = vm/nr_hugepages=64", "")]
    [InlineData(Debian + "hugepages = 1G:16,2M:64 | sysctl = .vm.nr_hugepages=16", "")]
    [InlineData(Debian + "hugepages = 2M:64 | sysctl = .vm.nr_hugepages=0", "")]
    [InlineData(Debian + "hugepages = 2M:64,1G:16 | sysctl = .vm.nr_hugepages=0", "NOVA2038")]
    [InlineData(Debian + "hugepages = 2M:64 | sysctl = .vm.nr_hugepages=128;vm.nr_hugepages=64", "NOVA2032")]
    [InlineData(Debian + "hugepages = 2M:64 | sysctl = .vm.nr_hugepages=128;?=1", "")]
    [InlineData(Debian + "hugepages = 2M:64 | sysctl = .vm.nr_hugepages=128;?", "")]
    [InlineData(Debian + "hugepages = 2M:64 | sysctl = .vm.nr_hugepages=128;...", "")]
    [InlineData(Debian + "hugepages = 2M:64,... | sysctl = .vm.nr_hugepages=128", "")]
    [InlineData(Debian + "hugepages = 2M:? | sysctl = .vm.nr_hugepages=128", "")]
    [InlineData(Debian + "hugepages = 2M:64 | sysctl = .vm.nr_hugepages=?", "")]
    [InlineData(Debian + "sysctl = .vm.nr_hugepages=128", "")]
    public void NOVA2038_other_number_of_huge_pages_at_run_time(string node, string ids) => Judged.Node(node, ids);

    [Theory]
    [InlineData("target = rhel-9 | nova = 31.0.0 | grub = true", "NOVA2039")]
    [InlineData("target = rhel-9 | nova = 31.0.0 | grub = false", "")]
    [InlineData("target = rhel-9 | nova = 31.0.0 | grub = ? | isolated = 2-7", "")]
    [InlineData("target = ubuntu-24.04 | grub = true", "")]
    [InlineData("nova = 31.0.0 | platform = ? | grub = true", "")]
    public void NOVA2039_fragment_that_grub_does_not_read(string node, string ids) => Judged.Node(node, ids);

    [Fact]
    public void Messages_say_who_misreads_it_and_what_to_write()
    {
        Assert.Equal(
            "Key 'vm/../swappiness' is no path below /proc/sys; sysctl would read the line otherwise than meant, so nothing is written",
            Judged.Single(Debian + "sysctl = vm/../swappiness=1").Message);
        Assert.Equal(
            @"Value of kernel.domainname 'a\u000Ab' has line breaks, other control characters or characters outside ASCII; sysctl would read the line otherwise than meant, so nothing is written",
            Judged.Single(Debian + @"sysctl = kernel.domainname=a\nb").Message);
        Assert.Equal(
            "vm.swappiness = 10 has no effect: vm/swappiness = 1 is written after it, and the last one counts. Keep one of them.",
            Judged.Single(Debian + "sysctl = .vm.swappiness=10;vm/swappiness=1").Message);
        Assert.Equal(
            "The kernel does not take kernel.pid_max = 300 and keeps its own value; only the boot's log would say so. Write a number from 301 to 4194304.",
            Judged.Single(Debian + "sysctl = .kernel.pid_max=300").Message);
        Assert.Equal(
            "Value of memmap '1G$2G' has characters that GRUB's scripts may give a meaning: others than letters, digits and _-+.,:/=@%^~!; the kernel would not be booted with what is meant, so nothing is written",
            Judged.Single(Debian + "grub = true | arguments = memmap=1G$2G").Message);
        Assert.Equal(
            "hugepagesz=1G hugepages=8 contradicts Host.Kernel.HugePages, which says '16'; the kernel goes by the arguments, and nova's settings are judged by Host.Kernel. Make them say the same.",
            Judged.Single(Debian + "hugepages = 1G:16 | arguments = hugepagesz=1G;hugepages=8").Message);
        Assert.StartsWith(
            "A list without hugepagesz=2M contradicts Host.Kernel.HugePages, which says '64'; ",
            Judged.Single(Debian + "grub = true | hugepages = 1G:16,2M:64 | arguments = hugepagesz=1G;hugepages=16").Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "isolcpus=8-15 stands beside isolcpus=2-7; the kernel takes one of them and passes over the other",
            Judged.Single(Debian + "arguments = isolcpus=2-7;isolcpus=8-15").Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "On RHEL 9.6 nothing reads /etc/default/grub.d, so no fragment is written",
            Judged.Single("target = rhel-9 | nova = 31.0.0 | grub = true").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fixes_remove_what_has_no_effect_and_add_what_is_missing()
    {
        Assert.Equal("VmSwappiness", Judged.Single(Debian + "sysctl = .vm.swappiness=10;vm.swappiness=1").Properties[FixKeys.RemoveSetting]);
        Assert.True(Judged.Single(Debian + "sysctl = net.core.somaxconn=1;net.core.somaxconn=2").Properties.ContainsKey(FixKeys.RemoveItem));
        Assert.Equal("KernelModule.BrNetfilter", Judged.Single(Debian + "modules = nbd | sysctl = .net.bridge.bridge-nf-call-iptables=1").Properties[FixKeys.AddItem]);
        Assert.True(Judged.Single(Debian + "arguments = nohz_full=2-7;nohz_full=2-6").Properties.ContainsKey(FixKeys.RemoveItem));
    }

    [Fact]
    public void Forgetting_adds_no_mistake_to_what_is_written_for_the_kernel() => AddsNoMistake(
        new()
        {
            // What is written is refused where it would only be warned of.
            ["NOVA2029"] = ["NOVA2035"],
            ["NOVA2033"] = ["NOVA2004"],
            // An argument that cannot be written contradicts nothing.
            ["NOVA2036"] = ["NOVA2035"],
            ["NOVA2037"] = ["NOVA2035"],
        },
        Setting("target", "debian-12", "debian-13", "rhel-9"),
        Setting("vendor", "Intel", "AMD"),
        Setting("cpus", "8"),
        Setting("isolated", "2-7", "0-7", "domain,2"),
        Setting("iommu", "true", "false"),
        Setting("hugepages", "1G:16", "2M:64,1G:4", "1 G:1,2M:-1"),
        Setting("grub", "true", "true", "false"),
        Setting("arguments", "isolcpus=2-7;isolcpus=2-5;quiet", "hugepagesz=1G;hugepages=8", "iommu=off;isolcpus=domain,2-6", "intel_iommu=off;a=$b;nohz_full=1;nohz_full=2'"),
        Setting("modules", "nbd", "br_netfilter", "nosuch"),
        Setting("sysctl", ".vm.nr_hugepages=64;vm.nr_hugepages=1", ".vm.nr_hugepages=4;vm.swappiness=999", ".net.bridge.bridge-nf-call-iptables=1;net.bridge.bridge-nf-call-iptables=0", "a=1;vm.nr_hugepages=0"));
}
