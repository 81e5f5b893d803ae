namespace ConfigSdk.Plans;

/// <summary>What it takes until a change holds, the lesser before the greater.</summary>
public enum Effect
{
    /// <summary>Nothing: who reads the file makes no difference of it.</summary>
    Nothing,
    /// <summary>It holds for guests that are created later.</summary>
    NewGuests,
    /// <summary>Glance changes no such field of an image that is there: a new image.</summary>
    NewImage,
    /// <summary>A SIGHUP to nova-compute.</summary>
    ReloadService,
    /// <summary>A restart of nova-compute.</summary>
    RestartService,
    /// <summary>udevadm control --reload, and udevadm trigger for the device.</summary>
    TriggerUdev,
    /// <summary>sysctl --system.</summary>
    ApplySysctl,
    /// <summary>modprobe of the module.</summary>
    LoadModule,
    /// <summary>modprobe -r and modprobe of the module, while nothing uses it.</summary>
    ReloadModule,
    /// <summary>Each running guest has to be stopped and started, or migrated cold.</summary>
    StopGuests,
    /// <summary>A boot of the node.</summary>
    Reboot,
    /// <summary>An upgrade of packages.</summary>
    Upgrade,
    /// <summary>It does not come to hold: another file of the host, read later, says otherwise.</summary>
    Overruled,
    /// <summary>Nobody here knows what reads the file.</summary>
    NotKnown,
}
