using System.Collections.Concurrent;
using ConfigSdk.Catalog;
using ConfigSdk.Rules;

namespace ConfigSdk.Conformance.Tests;

/// <summary>A real nova-compute that is started with a nova.conf; see start_nova.py for what is played around it.</summary>
internal sealed class StartingNova
{
    private static readonly ConcurrentDictionary<(string Root, bool IsReal), Lazy<StartingNova>> s_all = new();
    private static readonly string[] s_programs = ["guests.py", "make_guests.py", "start_nova.py"];
    private readonly ConcurrentDictionary<int, TaskCompletionSource<StartVerdict>> _asked = new();
    private readonly NovaProcess _process;
    private readonly string _base;
    private int _last;

    private StartingNova(string root, bool isReal)
    {
        _process = isReal ? NovaProcess.StartBesideLibvirt(root, s_programs) : NovaProcess.Start(root, s_programs);
        var start = _process.Answer<Start>();
        (Release, IsBesideLibvirt) = (NovaProcess.ReleaseOf(start.Version), isReal);
        // What a start asks for that has nothing to do with the hypervisor.
        _base = $"""
            [DEFAULT]
            transport_url = rabbit://judge:judge@127.0.0.1:5672/
            my_ip = 127.0.0.1
            state_path = {start.State}
            [oslo_concurrency]
            lock_path = {start.State}
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
        new Thread(Listen) { IsBackground = true }.Start();
    }

    /// <summary>The release that is installed.</summary>
    public Release Release { get; }

    /// <summary>Whether libvirt and QEMU are the root's own, and not played.</summary>
    public bool IsBesideLibvirt { get; }

    /// <summary>The nova of a root, beside a libvirt that is played.</summary>
    public static StartingNova In(string root) => s_all.GetOrAdd((root, false), r => new(() => new StartingNova(r.Root, r.IsReal))).Value;

    /// <summary>The nova of a root, beside the libvirt and the QEMU of that root.</summary>
    public static StartingNova BesideLibvirtIn(string root) => s_all.GetOrAdd((root, true), r => new(() => new StartingNova(r.Root, r.IsReal))).Value;

    /// <summary>Starts nova-compute with what the node's bundle would give it, on the libvirt and QEMU of the node's target, and makes guests there.</summary>
    /// <param name="node">The node.</param>
    /// <param name="images">The images of the guests, as <see cref="SomeImages.Asked"/> has them.</param>
    public async Task<StartVerdict> Judge(NodeFacts node, params object[] images)
    {
        var id = Interlocked.Increment(ref _last);
        var asked = _asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.Tell(new
        {
            Id = id,
            Conf = _base + InstalledNova.ConfOf(node),
            Libvirt = Number(node.Target.Libvirt!),
            Qemu = Number(node.Target.Qemu!),
            Models = node.Target.CpuMap!.Models.Select(m => m.Name),
            node.Target.CpuMap.Features,
            Guests = images,
        });
        return await asked.Task;
    }

    private void Listen()
    {
        try
        {
            while (true)
            {
                var verdict = _process.Answer<StartVerdict>();
                if (_asked.TryRemove(verdict.Id, out var asked))
                {
                    asked.SetResult(verdict);
                }
            }
        }
        catch (InvalidOperationException e)
        {
            foreach (var asked in _asked.Values)
            {
                asked.TrySetException(e);
            }
        }
    }

    private static int Number(Version version) => (version.Major * 1_000_000) + (version.Minor * 1000) + Math.Max(version.Build, 0);

    private sealed record Start(string Version, string State);
}

/// <summary>How a start went.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Started">Whether nova-compute runs.</param>
/// <param name="Error">What ended the start; null if nothing did.</param>
/// <param name="Guests">For each image, why there is no guest of it with any of many flavors; null if there is. Nothing where nova-compute does not run.</param>
/// <param name="Resources">The classes of resources that the node reported.</param>
/// <param name="Logged">The errors that nova logged and lived with.</param>
internal sealed record StartVerdict(int Id, bool Started, string? Error, string?[] Guests, string[] Resources, string[] Logged)
{
    /// <summary>Whether it runs and nobody can use it.</summary>
    public bool IsDegraded => Started && Resources.Length == 0;
}
