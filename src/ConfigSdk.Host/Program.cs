using System.Globalization;
using ConfigSdk.Hosting;

// What declarations print goes to the error stream: the output stream belongs to the protocol with the build.
using var protocol = new Protocol(Console.OpenStandardOutput());
Console.SetOut(Console.Error);

// A bundle must not depend on where it is built: numbers in a declaration's own strings included.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

if (args is ["plan", var from, var to])
{
    return PlanRun.Run(from, to, protocol);
}

if (EmitArguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(EmitArguments.Usage);
    return 2;
}

return new Emission(arguments, protocol).Run() ? 0 : 1;
