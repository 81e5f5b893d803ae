using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConfigSdk.Model.Generator;

/// <summary>Adds what the model takes from the catalog's facts. The facts are embedded in the catalog, so nothing else is an input.</summary>
[Generator]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterPostInitializationOutput(c =>
    {
        Add("OptionGroups", OptionGroups.Write());
        Add("OpenValues", Constants.WriteOpenValues());
        Add("MachineTypes", Machines.Write());
        Add("Releases", Constants.WriteReleases());
        Add("Targets", Constants.WriteTargets());
        Add("KernelModules", Modules.Write());
        Add("Images", Images.Write());
        void Add(string name, string source) => c.AddSource(name + ".g.cs", SourceText.From(source, Encoding.UTF8));
    });
}
