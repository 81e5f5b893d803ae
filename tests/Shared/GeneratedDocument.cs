using System.Reflection;

namespace ConfigSdk.Tests;

/// <summary>A document of the repository that is generated from what the code knows.</summary>
internal static class GeneratedDocument
{
    /// <summary>Where the repository is.</summary>
    public static string Root { get; } =
        typeof(GeneratedDocument).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>Holds the generated text against the file in the repository; with the environment variable UPDATE=1 writes it.</summary>
    public static void SameAsGenerated(string path, string generated)
    {
        var file = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable("UPDATE") == "1")
        {
            File.WriteAllText(file, generated);
        }

        Assert.Equal(generated, File.ReadAllText(file));
    }
}
