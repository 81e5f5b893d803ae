using System.Globalization;
using System.Reflection;
using ConfigSdk.Analyzers.Tests.Helpers;
using ConfigSdk.Rules;
using Record = ConfigSdk.Rules.Record;

namespace ConfigSdk.Analyzers.Tests;

/// <summary>What the model's attributes say of its static members is what the members are.</summary>
public class ModelAttributeTests
{
    private static IEnumerable<PropertyInfo> Members => typeof(Fleet).Assembly.GetExportedTypes().SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static));

    [Fact]
    public void Constants_of_open_values_are_their_texts()
    {
        var constants = Members.Where(p => typeof(IOpenValue).IsAssignableFrom(p.PropertyType)).ToArray();
        Assert.True(constants.Length > 500);
        Assert.All(constants, p => Assert.Equal(((IOpenValue)p.GetValue(null)!).Text, p.GetCustomAttribute<ValueAttribute>()?.Text));
    }

    [Fact]
    public void Factories_of_open_values_write_the_format_that_the_attribute_gives()
    {
        var factories = typeof(Fleet).Assembly.GetExportedTypes().Where(t => typeof(IOpenValue).IsAssignableFrom(t))
            .SelectMany(t => t.GetMethods()).Where(m => m is { IsSpecialName: false, DeclaringType: { } type } && m.ReturnType == type).ToArray();
        Assert.NotEmpty(factories);
        Assert.All(factories, m =>
        {
            var arguments = m.GetParameters().Select((p, i) => p.ParameterType == typeof(int) ? i : p.ParameterType == typeof(int[]) ? new[] { 7, 8 } : p.ParameterType == typeof(string) ? "x" : Activator.CreateInstance(p.ParameterType, "x")!).ToArray();
            var self = m.IsStatic ? null : Activator.CreateInstance(m.DeclaringType!, "y");
            var texts = (self is null ? arguments : [self, .. arguments]).Select(a => a is int[] list ? string.Join(",", list) : a.ToString()).ToArray();
            Assert.Equal(string.Format(CultureInfo.InvariantCulture, m.GetCustomAttribute<ValueAttribute>()!.Text, texts), ((IOpenValue)m.Invoke(self, arguments)!).Text);
        });
    }

    [Fact]
    public void Static_objects_have_what_the_attributes_say()
    {
        var objects = Members.Where(p => typeof(Declaration).IsAssignableFrom(p.PropertyType)).ToArray();
        Assert.NotEmpty(objects);
        Assert.All(objects, p => Same(p, p.PropertyType, p.GetValue(null)));
    }

    [Fact]
    public void Factories_set_what_the_attributes_say()
    {
        var factories = typeof(Fleet).Assembly.GetExportedTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(m => !m.IsSpecialName && typeof(Declaration).IsAssignableFrom(m.ReturnType)).ToArray();
        Assert.All(factories, m => Same(m, m.ReturnType, m.Invoke(null, [.. m.GetParameters().Select(p => p.HasDefaultValue ? p.DefaultValue : null)]), m.GetParameters()));
    }

    [Fact]
    public void Enum_values_all_have_a_text_of_their_own() => Assert.All(
        typeof(Fleet).Assembly.GetExportedTypes().Where(t => t.IsEnum),
        t => Assert.Equal(Enum.GetNames(t).Length, Enum.GetNames(t).Select(n => t.GetField(n)!.GetCustomAttribute<ValueAttribute>()!.Text).Distinct().Count()));

    private static void Same(MemberInfo member, Type type, object? value, params ParameterInfo[] parameters)
    {
        var sets = member.GetCustomAttributes<SetsAttribute>().ToDictionary(
            a => type.GetProperty(a.Property)!.GetCustomAttribute<SettingAttribute>()?.Name ?? a.Property,
            a => (PartialValue)new Known(a.Text, null));
        Assert.NotEmpty(sets);
        foreach (var given in type.GetProperties().Where(p => parameters.Any(q => !q.HasDefaultValue && string.Equals(p.Name, q.Name, StringComparison.OrdinalIgnoreCase))))
        {
            sets.Add(given.Name, Unknown.Instance);
        }

        Assert.Null(RuntimeReader.Contradiction(new Record(type.Name, sets, false, null), RuntimeReader.Read(value), member.Name));
    }
}
