namespace ConfigSdk.Analyzers.Tests.Soundness;

/// <summary>A value that a declaration is to have; how it is written is another matter.</summary>
/// <param name="Type">Its C# type.</param>
internal abstract record Plan(string Type);

/// <summary>A value without parts.</summary>
/// <param name="Type">Its C# type.</param>
/// <param name="Code">The shortest C# expression for it.</param>
internal sealed record Leaf(string Type, string Code) : Plan(Type);

/// <summary>A list.</summary>
/// <param name="ItemType">Its items' C# type.</param>
/// <param name="Items">Its items.</param>
internal sealed record ListPlan(string ItemType, IReadOnlyList<Plan> Items) : Plan($"IReadOnlyList<{ItemType}>");

/// <summary>An object of the model.</summary>
/// <param name="Type">Its C# type.</param>
/// <param name="Arguments">What its constructor takes.</param>
/// <param name="Properties">What its initializer sets.</param>
internal sealed record ObjectPlan(string Type, IReadOnlyList<Plan> Arguments, IReadOnlyList<(string Name, Plan Value)> Properties) : Plan(Type);
