using System.Runtime.CompilerServices;

namespace ConfigSdk;

/// <summary>The settings that nodes share. What is left out is nova's own default and is not written.</summary>
public sealed record NodeProfile : SettingsGroup
{
    /// <summary>Declares a profile.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public NodeProfile([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
    }

    /// <summary>The platform that the node runs: nova's release, libvirt's and QEMU's version. Every node needs one.</summary>
    public Target? Target { get; init; }

    /// <summary>The host below nova: CPU, kernel modules, device nodes.</summary>
    public Host? Host { get; init; }

    /// <summary>nova.conf.</summary>
    public Nova? Nova { get; init; }

    /// <summary>
    /// A profile that inherits from this one: what <paramref name="changes"/> sets is changed, down to the single option;
    /// what it leaves out is inherited. Lists, the target, the CPU and kernel modules are replaced as a whole.
    /// </summary>
    /// <param name="changes">The changes.</param>
    public NodeProfile Override(NodeProfile changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return Merge(this, changes);
    }
}
