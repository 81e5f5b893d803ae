using BenchmarkDotNet.Running;
using ConfigSdk.Benchmarks;

if (args is ["sizes", var package])
{
    Sizes.Print(package);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Sizes).Assembly).Run(args);
}
