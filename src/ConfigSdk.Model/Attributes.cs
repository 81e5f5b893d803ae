namespace ConfigSdk;

/// <summary>
/// The name that a property's setting has outside of C#: <c>[libvirt] cpu_mode</c> for a nova option,
/// <c>hw_machine_type</c> for an image property, <c>nested</c> for a kernel module's parameter.
/// </summary>
/// <param name="name">The name.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}

/// <summary>
/// The text that a member stands for outside of C#: <c>host-model</c> for <see cref="CpuMode"/>.HostModel. On a method it is a
/// composite format for the texts of its arguments, behind that of its object if it has one; a list's texts are joined with commas.
/// Readers of source, who do not run the member, know it from here.
/// </summary>
/// <param name="text">The text.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Method)]
public sealed class ValueAttribute(string text) : Attribute
{
    /// <summary>The text.</summary>
    public string Text { get; } = text;
}

/// <summary>
/// What a static member or factory of the model sets on the object that it returns, as the text it stands for outside of C#.
/// A factory's parameters set the properties of the same name.
/// </summary>
/// <param name="property">The property.</param>
/// <param name="text">The text.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method, AllowMultiple = true)]
public sealed class SetsAttribute(string property, string text) : Attribute
{
    /// <summary>The property.</summary>
    public string Property { get; } = property;

    /// <summary>The text.</summary>
    public string Text { get; } = text;
}
