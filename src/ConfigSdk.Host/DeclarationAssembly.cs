using System.Reflection;
using System.Runtime.Loader;

namespace ConfigSdk.Hosting;

/// <summary>The compiled declarations with their own references; the model's types are shared with the host.</summary>
internal sealed class DeclarationAssembly : AssemblyLoadContext
{
    private readonly AssemblyDependencyResolver _resolver;

    private DeclarationAssembly(string path)
        : base("declarations") => _resolver = new AssemblyDependencyResolver(path);

    /// <summary>Loads the assembly.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="BadImageFormatException">It is no assembly.</exception>
    public static Assembly Load(string path) => new DeclarationAssembly(path).LoadFromAssemblyPath(path);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name == typeof(Fleet).Assembly.GetName().Name ? typeof(Fleet).Assembly
        : _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path)
        : null;

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
