namespace ConfigSdk.Plans;

/// <summary>What a change takes, in words.</summary>
public static class Effects
{
    /// <summary>For people.</summary>
    public static string Words(this Effect effect) => effect switch
    {
        Effect.Nothing => "nothing",
        Effect.NewGuests => "holds for new guests",
        Effect.NewImage => "a new image",
        Effect.ReloadService => "reload nova-compute",
        Effect.RestartService => "restart nova-compute",
        Effect.TriggerUdev => "trigger udev",
        Effect.ApplySysctl => "apply sysctl",
        Effect.LoadModule => "load the module",
        Effect.ReloadModule => "reload the module",
        Effect.StopGuests => "stop and start guests",
        Effect.Reboot => "reboot",
        Effect.Upgrade => "upgrade packages",
        Effect.Overruled => "overruled by a file of the host that nova reads later",
        _ => "not known",
    };

    /// <summary>For programs; these words stay as they are.</summary>
    public static string Key(this Effect effect) => effect switch
    {
        Effect.Nothing => "nothing",
        Effect.NewGuests => "new-guests",
        Effect.NewImage => "new-image",
        Effect.ReloadService => "reload-nova-compute",
        Effect.RestartService => "restart-nova-compute",
        Effect.TriggerUdev => "trigger-udev",
        Effect.ApplySysctl => "apply-sysctl",
        Effect.LoadModule => "load-module",
        Effect.ReloadModule => "reload-module",
        Effect.StopGuests => "stop-guests",
        Effect.Reboot => "reboot",
        Effect.Upgrade => "upgrade",
        Effect.Overruled => "overruled",
        _ => "not-known",
    };
}
