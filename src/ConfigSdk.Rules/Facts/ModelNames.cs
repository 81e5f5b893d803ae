namespace ConfigSdk.Rules;

/// <summary>The C# names of the model that facts are read from. A test holds them against the model.</summary>
public static class ModelNames
{
#pragma warning disable CS1591 // each is the name it says
    public const string Namespace = "ConfigSdk";
    public const string Fleet = "Fleet";
    public const string Nodes = "Nodes";
    public const string Images = "Images";
    public const string ComputeNode = "ComputeNode";
    public const string NodeProfile = "NodeProfile";
    public const string Override = "Override";
    public const string Name = "Name";
    public const string Profile = "Profile";
    public const string MigrationGroup = "MigrationGroup";
    public const string Target = "Target";
    public const string Nova = "Nova";
    public const string Libvirt = "Libvirt";
    public const string Qemu = "Qemu";
    public const string Architecture = "Architecture";
    public const string Platform = "Platform";
    public const string Host = "Host";
    public const string Cpu = "Cpu";
    public const string Vendor = "Vendor";
    public const string Model = "Model";
    public const string Cpus = "Cpus";
    public const string Kernel = "Kernel";
    public const string IsolatedCpus = "IsolatedCpus";
    public const string HugePages = "HugePages";
    public const string Size = "Size";
    public const string Count = "Count";
    public const string Iommu = "Iommu";
    public const string Arguments = "Arguments";
    public const string GrubFragment = "GrubFragment";
    public const string Modules = "Modules";
    public const string OutOfTree = "OutOfTree";
    public const string Parameters = "Parameters";
    public const string Sysctl = "Sysctl";
    public const string Key = "Key";
    public const string Udev = "Udev";
    public const string Kvm = "Kvm";
    public const string Owner = "Owner";
    public const string Group = "Group";
    public const string Mode = "Mode";
    public const string Extra = "Extra";
    public const string Option = "Option";
    public const string Value = "Value";
    public const string Image = "Image";
    public const string DiskFormat = "DiskFormat";
    public const string ContainerFormat = "ContainerFormat";
    public const string Properties = "Properties";
#pragma warning restore CS1591
}
