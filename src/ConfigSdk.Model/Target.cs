using System.Runtime.CompilerServices;

namespace ConfigSdk;

/// <summary>The platform that a node runs: it decides which options, CPU models and kernel modules there are.</summary>
public sealed partial record Target : Declaration
{
    /// <summary>Declares a platform.</summary>
    /// <param name="nova">nova's release.</param>
    /// <param name="libvirt">libvirt's version, such as <c>11.3</c>. Where its CPU map is not bundled, that of the nearest older version is used, and rule NOVA5007 says so.</param>
    /// <param name="qemu">QEMU's version, such as <c>10.0</c>. Where its machine types are not bundled, those of the nearest older version are used, and rule NOVA5007 says so.</param>
    /// <param name="architecture">The host's architecture in nova's words, such as <c>x86_64</c> or <c>aarch64</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Target(
        NovaRelease nova, string libvirt, string qemu, string architecture = "x86_64", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line) => (Nova, Libvirt, Qemu, Architecture) = (nova, libvirt, qemu, architecture);

    /// <summary>nova's release.</summary>
    public NovaRelease Nova { get; init; }

    /// <summary>libvirt's version.</summary>
    public string Libvirt { get; init; }

    /// <summary>QEMU's version.</summary>
    public string Qemu { get; init; }

    /// <summary>The host's architecture in nova's words. CPU models are checked where libvirt names them: on x86 and ppc.</summary>
    public string Architecture { get; init; }

    /// <summary>The distribution's release, such as <c>debian-13</c>, whose kernel modules are known; unset: module names are not checked.</summary>
    public string? Platform { get; init; }
}
