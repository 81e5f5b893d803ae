using ConfigSdk.Rules;
using ConfigSdk.Rules.CpuSets;

namespace ConfigSdk.Bundles.Artifacts.Preflight;

/// <summary>Messages in nova-compute's log that say what is wrong with a node, and what they mean.</summary>
internal static class LogChecks
{
    private const string Kvm = "The checks of modules and of /dev/kvm above say what is missing.";
    private const string Models = "The checks of CPU models above say which, and what this CPU lacks.";

    public static IEnumerable<PreflightCheck> Of(NodeFacts node)
    {
        if (node.MayUseOtherDriver())
        {
            yield break;
        }

        if (node.UsesKvm())
        {
            yield return Log("hvm", "no supported architecture for os type 'hvm'", "the KVM modules were not loaded when libvirt looked what the host can", $"{Kvm} Then restart libvirt's daemon, which keeps what it has found out.");
            yield return Log("domaintype", "domaintype=kvm", "libvirt found no KVM on the host", $"{Kvm} Then restart libvirt's daemon, which keeps what it has found out.");
            yield return Log("kvm-permission", "Could not access KVM kernel module: Permission denied", "QEMU may not open /dev/kvm", Kvm);
            yield return Log("kvm-missing", "Could not access KVM kernel module: No such file or directory", "there was no /dev/kvm", Kvm);
        }

        yield return Log("cpu-lacks", "CPU doesn't have compatibility", "the host's CPU lacks what cpu_models or cpu_model_extra_flags demand", Models);
        yield return Log("cpu-unknown", "is not correct, or your host CPU arch does not support this model", "libvirt's map on this node has no such model", Models);
        yield return Log("cpu-feature", "Unknown CPU feature", "libvirt's map on this node has no such flag", "Take it out of cpu_model_extra_flags.");
        yield return Log("cpu-models-missing", "option is required when cpu_mode=custom", "nova-compute did not see the declared cpu_models", "Look at the check conf.other, and whether apply.sh has run.");
        yield return Log("cpu-models-extra", "option is not required when cpu_mode!=custom", "nova-compute saw cpu_models beside another cpu_mode", "Look at the check conf.other, and whether apply.sh has run.");
        if (new NodeCpuSets(node).Counted.Any(s => s.Cpus is not null))
        {
            yield return Log("cpus-absent", "one or more of the configured CPUs is not", "a set names CPUs that are not there or not online; the node reports no CPUs", "The checks cpu.set above say which.");
        }

        if (node.Option("pci", "device_spec").IsSet)
        {
            yield return Log("no-iommu", "host doesn't support passthrough of host PCI devices", "no IOMMU is at work", "Switch VT-d or AMD-Vi on in the BIOS and boot with intel_iommu=on on Intel, without amd_iommu=off on AMD.");
        }

        if (node.IsOn("libvirt", "swtpm_enabled") == true)
        {
            yield return Log("no-swtpm", "binaries could not be found on PATH", "swtpm is not installed", "Install swtpm and swtpm-tools.");
        }

        yield return Log("libvirt-down", "Connection to libvirt failed", "nova-compute could not reach libvirt's daemon", "systemctl status libvirtd virtqemud; connection_uri has to be one that this libvirt serves.");
        yield return Log("no-driver", "Compute driver option required, but not specified", "nova-compute did not see the declared compute_driver", "Look at the check conf.other, and whether apply.sh has run.");
        yield return new("log_end");
    }

    private static PreflightCheck Log(string id, string text, string effect, string remedy) => new("log_pattern", id, text, effect, remedy);
}
