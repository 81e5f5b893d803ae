using System.Net;

namespace ConfigSdk;

/// <summary>
/// A host: an IPv4 or IPv6 address without brackets, or a name of letters, digits, <c>-</c> and <c>.</c> (and <c>_</c>, where the option's
/// oslo.config type is HostDomain). Which of them an option takes is checked by nova. Of options of the oslo.config types HostAddress,
/// HostDomain and IPAddress, such as <c>[vnc] server_listen</c>.
/// </summary>
/// <param name="Text">The address or name.</param>
public readonly record struct HostAddress(string? Text) : IOpenValue
{
    /// <summary>All IPv4 addresses of this host: 0.0.0.0.</summary>
    [Value("0.0.0.0")]
    public static HostAddress Any => new("0.0.0.0");

    /// <summary>All addresses of this host: ::.</summary>
    [Value("::")]
    public static HostAddress AnyIPv6 => new("::");

    /// <summary>This host to itself: 127.0.0.1.</summary>
    [Value("127.0.0.1")]
    public static HostAddress Loopback => new("127.0.0.1");

    /// <summary>The address of <c>[DEFAULT] my_ip</c>, whatever it is on the node: $my_ip.</summary>
    [Value("$my_ip")]
    public static HostAddress MyIp => new("$my_ip");

    /// <summary>The host of this address or name.</summary>
    public static implicit operator HostAddress(string host) => new(host);

    /// <summary>The host of this address.</summary>
    /// <exception cref="ArgumentNullException">There is no address.</exception>
    public static implicit operator HostAddress(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new(address.ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";
}

/// <summary>
/// The URI of a service: scheme, host, perhaps port and path, such as <c>https://console.example.org:6080/vnc_auto.html</c>. Of options of the
/// oslo.config type URI, such as <c>[vnc] novncproxy_base_url</c>.
/// </summary>
/// <param name="Text">The URI.</param>
public readonly record struct ServiceUri(string? Text) : IOpenValue
{
    /// <summary>The URI of this text.</summary>
    public static implicit operator ServiceUri(string uri) => new(uri);

    /// <summary>The URI as it was written.</summary>
    /// <exception cref="ArgumentNullException">There is no URI.</exception>
    public static implicit operator ServiceUri(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return new(uri.OriginalString);
    }

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";
}
