using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ConfigSdk.Rules;
using ConfigSdk.Rules.Wording;

namespace ConfigSdk.Bundles.Artifacts.Preflight;

/// <summary>What options rely on that only the node has: addresses, memory, files, accounts, programs.</summary>
internal static class OptionChecks
{
    public static IEnumerable<PreflightCheck> Of(NodeFacts node)
    {
        if (node.Option("DEFAULT", "my_ip").Text is { } text && IPAddress.TryParse(text, out var address))
        {
            yield return new("my_ip", text, address.AddressFamily == AddressFamily.InterNetwork ? address.ToString() : Convert.ToHexString(address.GetAddressBytes()).ToLowerInvariant());
        }

        if (node.MayUseOtherDriver() || node.Target.Release is not { } release)
        {
            yield break;
        }

        if (node.Option("DEFAULT", "reserved_host_memory_mb").IsSet && node.NumberOf("DEFAULT", "reserved_host_memory_mb") is >= 0 and <= int.MaxValue and var reserved
            && !(node.NumberOf("libvirt", "file_backed_memory") > 0))
        {
            yield return new("reserved_memory", ((long)reserved).ToString(CultureInfo.InvariantCulture));
        }

        if (node.TextOf("libvirt", "rng_dev_path") is { Length: > 0 } random && random[0] == '/')
        {
            yield return new("path_exists", "guest.random", "rng_dev_path", random, Outcome.SomeGuests, "Correct rng_dev_path, or bring up the device.");
        }

        if (node.TextOf("DEFAULT", "tempdir") is { Length: > 0 } temporary && temporary[0] == '/')
        {
            yield return new("path_exists", "nova.tempdir", "tempdir", temporary, Outcome.NoStart, "Make the directory for the user nova, or leave out tempdir.");
        }

        if (node.TextOf("libvirt", "images_type") is not ("lvm" or "rbd") && node.TextOf("DEFAULT", "instances_path") is { Length: > 0 } instances && instances[0] == '/')
        {
            yield return new("path_exists", "nova.instances_path", "instances_path", instances, Outcome.NoReport, "Make the directory for the user nova, or mount it.");
        }

        if (node.TextOf("libvirt", "sysinfo_serial") == "os")
        {
            yield return new("path_exists", "guest.serial", "sysinfo_serial", "/etc/machine-id", Outcome.NoGuest, "systemd-machine-id-setup");
        }

        if (node.TextOf("libvirt", "images_type") == "rbd")
        {
            yield return new("python_modules", "rados", "rbd");
        }

        if (release.IsAtLeast("31.0.0") && node.IsOn("libvirt", "volume_enforce_multipath") == true)
        {
            yield return new("process_runs", "multipathd", "volume_enforce_multipath", Outcome.NoStart, "systemctl enable --now multipathd");
        }

        if (release.IsAtLeast("22.0.0") && node.IsOn("libvirt", "swtpm_enabled") == true)
        {
            foreach (var kind in new[] { "user", "group" })
            {
                if (node.TextOf("libvirt", $"swtpm_{kind}") is { } account && account.Length > 0 && account.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
                {
                    yield return new("account", kind, $"swtpm_{kind}", account);
                }
            }
        }
    }
}
