using ConfigSdk.Rules;

namespace ConfigSdk.Bundles.Artifacts;

/// <summary>
/// /etc/udev/rules.d/45-qemu-kvm.rules: who may use /dev/kvm. The assignments are final (<c>:=</c>), because systemd's own
/// 50-udev-default.rules comes later and would set group and mode again.
/// </summary>
internal sealed class KvmUdevRules : INodeArtifact
{
    public IEnumerable<BundleFile> Render(NodeFacts node)
    {
        var assignments = new[] { ("OWNER", ModelNames.Owner), ("GROUP", ModelNames.Group), ("MODE", ModelNames.Mode) }
            .Select(a => (Key: a.Item1, Value: node.Host(ModelNames.Udev, ModelNames.Kvm, a.Item2).Text))
            .Where(a => a.Value is not null)
            .Select(a => $", {a.Key}:=\"{a.Value}\"")
            .ToArray();
        if (assignments.Length > 0)
        {
            yield return BundleFile.OnNode(
                "/etc/udev/rules.d/45-qemu-kvm.rules",
                Header.For(node, "who may use /dev/kvm") + $"KERNEL==\"kvm\"{string.Concat(assignments)}\n");
        }
    }
}
