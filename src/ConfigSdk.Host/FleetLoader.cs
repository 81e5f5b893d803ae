using System.Diagnostics;
using System.Reflection;
using ConfigSdk.Rules;

namespace ConfigSdk.Hosting;

/// <summary>Makes the project's fleets and runs their declarations.</summary>
internal sealed class FleetLoader(Assembly declarations, FindingReporter reporter)
{
    /// <summary>The nodes and images of each fleet, fleets by name. What throws is reported and left out.</summary>
    public IReadOnlyList<LoadedFleet> Load()
    {
        var types = FleetTypes();
        if (types is { Length: 0 })
        {
            reporter.Report(SdkDescriptors.NoFleet, null);
        }

        var fleets = new List<LoadedFleet>();
        foreach (var type in types ?? [])
        {
            if (type.ContainsGenericParameters || type.GetConstructor(Type.EmptyTypes) is null)
            {
                reporter.Report(SdkDescriptors.CannotMakeFleet, null, type.FullName!);
                continue;
            }

            try
            {
                var fleet = (Fleet)Activator.CreateInstance(type, nonPublic: false)!;
                fleets.Add(new(type.FullName!, Read(fleet.Nodes), Read(fleet.Images)));
            }
#pragma warning disable CA1031 // whatever a declaration throws, it is the finding
            catch (Exception e)
#pragma warning restore CA1031
            {
                var thrown = Innermost(e);
                reporter.Report(SdkDescriptors.DeclarationThrew, Where(thrown), $"Fleet '{type.FullName}'", thrown.GetType().Name, thrown.Message);
            }
        }

        return fleets;
    }

    private static Sequence Read(IEnumerable<Declaration>? items) => ObjectReader.Read(
        (items ?? throw new InvalidOperationException("the collection is null"))
            .Select(i => i ?? throw new InvalidOperationException("an item of the collection is null"))
            .Select(i => i switch
            {
                ComputeNode { Name: null } => throw new InvalidOperationException("a node has no name"),
                ComputeNode { Profile: null } node => throw new InvalidOperationException($"the node '{node.Name}' has no profile"),
                Image { Name: null } => throw new InvalidOperationException("an image has no name"),
                _ => i,
            }));

    private Type[]? FleetTypes()
    {
        try
        {
            return
            [
                .. declarations.GetTypes()
                    .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(Fleet)))
                    .OrderBy(t => t.FullName, StringComparer.Ordinal),
            ];
        }
        catch (ReflectionTypeLoadException e)
        {
            reporter.Report(SdkDescriptors.CannotLoad, null, e.LoaderExceptions.FirstOrDefault()?.Message ?? e.Message);
            return null;
        }
    }

    private static Exception Innermost(Exception e) =>
        e is TargetInvocationException or TypeInitializationException && e.InnerException is { } inner ? Innermost(inner) : e;

    private Place? Where(Exception e) => new StackTrace(e, fNeedFileInfo: true).GetFrames()
        .Where(f => f.GetMethod()?.Module.Assembly == declarations && f.GetFileName() is not null)
        .Select(f => (Place?)new Place(f.GetFileName(), f.GetFileLineNumber(), f.GetFileColumnNumber())).FirstOrDefault();
}

/// <summary>A fleet of the project's.</summary>
/// <param name="Name">Its type's name.</param>
/// <param name="Nodes">Its nodes.</param>
/// <param name="Images">Its images.</param>
internal sealed record LoadedFleet(string Name, Sequence Nodes, Sequence Images);
