using System.Runtime.CompilerServices;

namespace ConfigSdk;

/// <summary>A kernel module to load at boot.</summary>
public partial record KernelModule : Declaration
{
    /// <summary>Declares a module by name.</summary>
    /// <param name="name">The name; <c>-</c> and <c>_</c> are the same.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public KernelModule(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line) => Name = name;

    /// <summary>The module's name.</summary>
    public string Name { get; init; }

    /// <summary>Whether the module is no part of the platform's own kernel (DKMS, a vendor's package), so that its name is not checked.</summary>
    public bool? OutOfTree { get; init; }

    /// <summary>Parameters by name, for modules whose parameters are not typed.</summary>
    public IReadOnlyList<ModuleParameter>? Parameters { get; init; }

    /// <summary>The module of this name.</summary>
    public static implicit operator KernelModule(string name) => new(name, "", 0);
}

/// <summary>A parameter of a kernel module.</summary>
public sealed record ModuleParameter : Declaration
{
    /// <summary>Declares a parameter.</summary>
    /// <param name="name">The parameter's name, as <c>modinfo</c> prints it.</param>
    /// <param name="value">Its value.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ModuleParameter(string name, string value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line) => (Name, Value) = (name, value);

    /// <summary>The parameter's name.</summary>
    public string Name { get; init; }

    /// <summary>The parameter's value.</summary>
    public string Value { get; init; }
}
