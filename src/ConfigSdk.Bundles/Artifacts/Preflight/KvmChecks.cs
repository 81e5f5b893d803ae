using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts.Preflight;

/// <summary>Who may use /dev/kvm.</summary>
internal static class KvmChecks
{
    public static IEnumerable<PreflightCheck> Of(NodeFacts node)
    {
        var (owner, group, mode) = (Part(node, ModelNames.Owner), Part(node, ModelNames.Group), Part(node, ModelNames.Mode));
        if (!node.UsesKvm() && owner is null && group is null && mode is null)
        {
            yield break;
        }

        yield return new("kvm_device");
        if (owner is not null)
        {
            yield return new("kvm_permission", "owner", Shown("owner", owner), owner);
        }

        if (group is not null)
        {
            yield return new("kvm_permission", "group", Shown("group", group), group);
        }

        if (mode is not null)
        {
            yield return new("kvm_permission", "mode", "$device_permissions", Symbolic(mode));
        }

        if (owner is null && group is null && mode is null)
        {
            yield return new("kvm_access");
        }
    }

    private static string? Part(NodeFacts node, string part) => node.Host(ModelNames.Udev, ModelNames.Kvm, part).Text;

    private static string Shown(string part, string account) => account.All(char.IsAsciiDigit) ? $"$device_{part}_number" : $"$device_{part}";

    /// <summary>An octal mode as ls shows it: 0660 is rw-rw----.</summary>
    private static string Symbolic(string mode)
    {
        var bits = Convert.ToInt32(mode, 8);
        var text = new char[9];
        for (var i = 0; i < 9; i++)
        {
            var isSet = (bits & (0x100 >> i)) != 0;
            // Behind owner, group and others: setuid, setgid and the sticky bit, which take the place of x.
            var special = i % 3 == 2 && (bits & (0x800 >> (i / 3))) != 0;
            text[i] = special ? i == 8 ? isSet ? 't' : 'T' : isSet ? 's' : 'S' : isSet ? "rwx"[i % 3] : '-';
        }

        return new string(text);
    }
}
