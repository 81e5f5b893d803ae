using BenchmarkDotNet.Running;
using ConfigSdk.Benchmarks;

if (args is ["sizes", var package])
{
    Sizes.Print(package);
}
else if (args is ["compiler"])
{
    InCompiler.Print();
}
else if (args is ["analyzers"])
{
    WithAnalyzers.Print();
}
else if (args is ["edit"])
{
    await OneEdit.Print();
}
else if (args is ["steps"])
{
    Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{new OneDeclaration().Steps:F1} steps a declaration"));
}
else if (args is ["nodes", .. var hosts])
{
    ManyNodes.Print(hosts);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Sizes).Assembly).Run(args);
}
