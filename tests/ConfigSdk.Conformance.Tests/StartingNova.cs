using System.Collections.Concurrent;
using System.Text;
using ConfigSdk.Bundles;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;

namespace ConfigSdk.Conformance.Tests;

/// <summary>A real nova-compute that is started with a nova.conf; see start_nova.py for what is played around it.</summary>
internal sealed class StartingNova
{
    private static readonly ConcurrentDictionary<string, Lazy<StartingNova>> s_all = new();
    private readonly BlockingCollection<NovaProcess> _free = [];
    private readonly string _base;

    private StartingNova(string root)
    {
        var version = "";
        var folders = "";
        for (var i = 0; i < Environment.ProcessorCount; i++)
        {
            var process = NovaProcess.Start(root, "start_nova.py");
            var start = process.Answer<Start>();
            (version, folders) = (start.Version, start.State);
            _free.Add(process);
        }

        Release = NovaProcess.ReleaseOf(version);
        // What a start asks for that has nothing to do with the hypervisor.
        _base = $"""
            [DEFAULT]
            transport_url = rabbit://judge:judge@127.0.0.1:5672/
            my_ip = 127.0.0.1
            state_path = {folders}
            [oslo_concurrency]
            lock_path = {folders}
            [placement]
            auth_type = password
            auth_url = http://127.0.0.1:5000/v3
            username = placement
            password = judge
            project_name = service
            project_domain_name = default
            user_domain_name = default
            region_name = RegionOne

            """;
    }

    /// <summary>The release that is installed.</summary>
    public Release Release { get; }

    /// <summary>The nova of a root.</summary>
    public static StartingNova In(string root) => s_all.GetOrAdd(root, r => new(() => new StartingNova(r))).Value;

    /// <summary>Starts nova-compute with what the node's bundle would give it, on the libvirt and QEMU of the node's target.</summary>
    public StartVerdict Judge(NodeFacts node)
    {
        var file = NodeBundle.Render(node).Files.Single(f => f.NodePath == "/etc/nova/nova.conf");
        var process = _free.Take();
        try
        {
            return process.Ask<StartVerdict>(new
            {
                Conf = _base + Encoding.UTF8.GetString(file.Content.Span),
                Libvirt = Number(node.Target.Libvirt!),
                Qemu = Number(node.Target.Qemu!),
                Models = node.Target.CpuMap!.Models.Select(m => m.Name),
                node.Target.CpuMap.Features,
            });
        }
        finally
        {
            _free.Add(process);
        }
    }

    private static int Number(Version version) => (version.Major * 1_000_000) + (version.Minor * 1000) + Math.Max(version.Build, 0);

    private sealed record Start(string Version, string State);
}

/// <summary>How a start went.</summary>
/// <param name="Started">Whether nova-compute runs.</param>
/// <param name="Error">What ended the start; null if nothing did.</param>
/// <param name="Logged">The errors that nova logged and lived with.</param>
internal sealed record StartVerdict(bool Started, string? Error, string[] Logged);
