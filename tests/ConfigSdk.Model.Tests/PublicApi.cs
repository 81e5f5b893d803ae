using System.Reflection;
using ConfigSdk.Rules;

namespace ConfigSdk.Model.Tests;

/// <summary>What users write against. What is generated from facts, members that name a setting or stand for a text, is a change of facts and not listed.</summary>
public class PublicApi
{
    [Fact]
    public Task Of_the_model() => Verifier.Verify(string.Concat(
        typeof(Fleet).Assembly.GetExportedTypes().Where(t => !IsGenerated(t)).OrderBy(t => t.Name, StringComparer.Ordinal).Select(Describe)));

    /// <summary>The analyzer and the host find the model's parts by these names.</summary>
    [Fact]
    public void The_rules_names_are_the_models()
    {
        var members = typeof(Fleet).Assembly.GetExportedTypes().SelectMany(t => t.GetMembers().Select(m => m.Name).Prepend(t.Name)).ToHashSet();
        Assert.All(
            typeof(ModelNames).GetFields().Where(f => f.Name != nameof(ModelNames.Namespace)),
            f => Assert.Contains((string)f.GetRawConstantValue()!, members));
        Assert.Equal(ModelNames.Namespace, typeof(Fleet).Namespace);
    }

    /// <summary>Every property of a group either names its setting or is a part of the model that holds others.</summary>
    [Fact]
    public void Every_option_property_names_its_option() => Assert.All(
        typeof(Nova).GetProperties().Where(p => p.PropertyType.IsSubclassOf(typeof(SettingsGroup))).SelectMany(g => g.PropertyType.GetProperties()),
        p => Assert.NotNull(p.GetCustomAttribute<SettingAttribute>()));

    private static bool IsGenerated(Type type) =>
        (type.IsEnum && type.GetFields(BindingFlags.Public | BindingFlags.Static).All(f => f.IsDefined(typeof(ValueAttribute)))) || type.Name.EndsWith("Options", StringComparison.Ordinal)
        || (type.BaseType == typeof(KernelModule));

    private static string Describe(Type type)
    {
        var members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => m is not MethodInfo { IsSpecialName: true, Name: not "op_Implicit" } and not Type && !IsOfRecord(m) && !IsGenerated(m))
            .Select(m => $"    {m switch { PropertyInfo p => $"{(p.GetMethod!.IsStatic ? "static " : "")}{p} {{ get;{(p.SetMethod is null ? "" : " init;")} }}", MethodInfo { IsStatic: true } s => "static " + s, _ => m.ToString() }}\n")
            .Order(StringComparer.Ordinal);
        return $"{type.Name}{(type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType) ? " : " + b.Name : "")}\n{string.Concat(members)}";
    }

    private static bool IsGenerated(MemberInfo member) =>
        (member.IsDefined(typeof(SettingAttribute)) && member.DeclaringType!.IsSubclassOf(typeof(SettingsGroup))) || member is PropertyInfo && (member.IsDefined(typeof(ValueAttribute)) || member.IsDefined(typeof(SetsAttribute)))
        || (member.DeclaringType == typeof(Nova) && member is PropertyInfo { PropertyType: var type } && type.IsSubclassOf(typeof(SettingsGroup)));

    /// <summary>What the compiler adds to every record.</summary>
    private static bool IsOfRecord(MemberInfo member) =>
        member.Name is "Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "<Clone>$" or "Deconstruct" or "EqualityContract";
}
