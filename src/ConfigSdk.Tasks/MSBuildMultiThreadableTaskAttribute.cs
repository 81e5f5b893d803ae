namespace Microsoft.Build.Framework;

/// <summary>Marks a task that keeps no process-wide state. MSBuild 18 looks for it by name and then runs the task in its own process, also with -mt.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
