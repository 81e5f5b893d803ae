using System.Collections.Concurrent;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;

namespace ConfigSdk.Analyzers.Evaluation;

/// <summary>The model's types in one compilation, and what their attributes say.</summary>
internal sealed class ModelTypes
{
    private readonly ConcurrentDictionary<IPropertySymbol, Setting> _settings = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IParameterSymbol, IPropertySymbol?> _parameters = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(ITypeSymbol Type, object Value), string?> _enumTexts = new();
    private readonly ConcurrentDictionary<string, bool> _groups = new(StringComparer.Ordinal);
    private readonly Compilation _compilation;
    private readonly INamedTypeSymbol _declaration;
    private readonly INamedTypeSymbol _settingsGroup;
    private readonly INamedTypeSymbol _openValue;
    private readonly INamedTypeSymbol _kernelModule;
    private readonly INamedTypeSymbol _sysctl;

    private ModelTypes(Compilation compilation, Func<string, INamedTypeSymbol> find)
    {
        _compilation = compilation;
        ComputeNode = find(ModelNames.ComputeNode);
        NodeProfile = find(ModelNames.NodeProfile);
        Fleet = find(ModelNames.Fleet);
        _declaration = find("Declaration");
        _settingsGroup = find("SettingsGroup");
        _openValue = find("IOpenValue");
        _kernelModule = find("KernelModule");
        _sysctl = find(ModelNames.Sysctl);
    }

    public INamedTypeSymbol ComputeNode { get; }

    public INamedTypeSymbol NodeProfile { get; }

    public INamedTypeSymbol Fleet { get; }

    /// <summary>The model's types; null in a compilation that does not refer to the model.</summary>
    public static ModelTypes? Find(Compilation compilation)
    {
        string[] names = [ModelNames.ComputeNode, ModelNames.NodeProfile, ModelNames.Fleet, "Declaration", "SettingsGroup", "IOpenValue", "KernelModule", ModelNames.Sysctl];
        var types = new Dictionary<string, INamedTypeSymbol>();
        foreach (var name in names)
        {
            if (compilation.GetTypeByMetadataName(MetadataName(name)) is not { } type)
            {
                return null;
            }

            types[name] = type;
        }

        return new ModelTypes(compilation, n => types[n]);
    }

    public bool IsComputeNode(ITypeSymbol? type) => Same(type, ComputeNode);

    public bool IsNodeProfile(ITypeSymbol? type) => Same(type, NodeProfile);

    /// <summary>Whether the model itself defines it, so that its meaning is known.</summary>
    public bool Defines(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, ComputeNode.ContainingAssembly);

    /// <summary>Whether it is one of the model's own declarations.</summary>
    public bool IsDeclaration(ITypeSymbol? type) => type is not null && Defines(type) && Derives(type, _declaration);

    public bool IsKernelModule(ITypeSymbol? type) => type is not null && Derives(type, _kernelModule);

    public bool IsFleet(ITypeSymbol? type) => type is not null && Derives(type, Fleet);

    /// <summary>Whether it is one of the model's own types of an open set of texts.</summary>
    public bool IsOpenValue(ITypeSymbol? type) => type is not null && Defines(type) && type.AllInterfaces.Contains(_openValue, SymbolEqualityComparer.Default);

    public bool IsOverride(IMethodSymbol method) => method.Name == ModelNames.Override && Same(method.ContainingType, NodeProfile);

    /// <summary>Whether objects of the type are merged setting by setting when a profile overrides them.</summary>
    public bool IsGroup(string typeName) =>
        _groups.GetOrAdd(typeName, n => _compilation.GetTypeByMetadataName(MetadataName(n)) is { } type && Derives(type, _settingsGroup));

    /// <summary>How a property is called among the facts.</summary>
    public Setting SettingOf(IPropertySymbol property) => _settings.GetOrAdd(property, p => new Setting(
        AttributeText(p, "SettingAttribute") ?? p.Name,
        p.Name != ModelNames.OutOfTree && (IsKernelModule(p.ContainingType) || Same(p.ContainingType, _sysctl)) && Underlying(p.Type).SpecialType == SpecialType.System_Boolean));

    /// <summary>The property of this C# name; null if the type has none.</summary>
    public static IPropertySymbol? Property(ITypeSymbol type, string name)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
            {
                return property;
            }
        }

        return null;
    }

    /// <summary>The property that a constructor's or a factory's parameter sets.</summary>
    public IPropertySymbol? PropertyOf(ITypeSymbol type, IParameterSymbol parameter) => _parameters.GetOrAdd(parameter, p =>
        p.Name.Length == 0 ? null : Property(type, char.ToUpperInvariant(p.Name[0]) + p.Name.Substring(1)));

    /// <summary>What a member stands for outside of C#, of <c>[Value]</c>.</summary>
    public static string? ValueText(ISymbol member) => AttributeText(member, "ValueAttribute");

    /// <summary>The text of an enum's value; null if the model gives none.</summary>
    public string? EnumText(ITypeSymbol type, object value) => _enumTexts.GetOrAdd((type, value), k =>
        k.Type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => f.HasConstantValue && k.Value.Equals(f.ConstantValue)) is { } field ? ValueText(field) : null);

    /// <summary>What a static member or factory of the model sets, of <c>[Sets]</c>; null if the model does not say.</summary>
    public Dictionary<string, string>? Sets(ISymbol member, ITypeSymbol type)
    {
        Dictionary<string, string>? sets = null;
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "SetsAttribute" && attribute.ConstructorArguments is [{ Value: string name }, { Value: string text }])
            {
                (sets ??= [])[Property(type, name) is { } property ? SettingOf(property).Key : name] = text;
            }
        }

        return sets;
    }

    public static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    public static bool Same(ITypeSymbol? a, ITypeSymbol b) => SymbolEqualityComparer.Default.Equals(a, b);

    private static bool Derives(ITypeSymbol type, INamedTypeSymbol from)
    {
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (Same(t, from))
            {
                return true;
            }
        }

        return false;
    }

    private static string MetadataName(string type) => ModelNames.Namespace + "." + type;

    private static string? AttributeText(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == attribute) is { ConstructorArguments: [{ Value: string text }] } ? text : null;
}

/// <summary>A property of the model.</summary>
/// <param name="Key">How it is called among the facts.</param>
/// <param name="IsKernelSwitch">Whether it is a switch of the kernel or of its module, for which the kernel says 1 and 0.</param>
internal sealed record Setting(string Key, bool IsKernelSwitch);
