namespace ConfigSdk.Catalog;

/// <summary>The types that oslo.config gives nova's options.</summary>
public enum OptionType
{
    /// <summary>Any text.</summary>
    String,
    /// <summary>A whole number.</summary>
    Integer,
    /// <summary>A number.</summary>
    Float,
    /// <summary>true or false.</summary>
    Boolean,
    /// <summary>0 to 65535.</summary>
    Port,
    /// <summary>A URI.</summary>
    URI,
    /// <summary>A host name or an address.</summary>
    HostAddress,
    /// <summary>A host name that may have underscores, or an address.</summary>
    HostDomain,
    /// <summary>An IPv4 or IPv6 address.</summary>
    IPAddress,
    /// <summary>Items separated by commas.</summary>
    List,
    /// <summary>key:value pairs separated by commas.</summary>
    Dict,
    /// <summary>Belongs to a command line; nothing in nova.conf sets it.</summary>
    SubCommand,
}
