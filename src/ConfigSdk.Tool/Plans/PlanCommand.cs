using System.CommandLine;
using System.Text;
using ConfigSdk.Catalog;
using ConfigSdk.Plans;

namespace ConfigSdk.Tool.Plans;

/// <summary><c>configsdk plan</c>: what changes from one set of files to another, and what each change takes.</summary>
internal static class PlanCommand
{
    private const int NoChange = 0;
    private const int Error = 1;
    private const int Changes = 2;

    public static Command Create()
    {
        var from = new Argument<string>("FROM") { Description = "What is there: a directory of bundles, one node's bundle, a copy of a host's files (with etc/nova/nova.conf), or a directory of such copies." };
        var to = new Argument<string>("TO") { Description = "What shall be: the same." };
        var nova = new Option<string>("--nova") { Description = "The release of copies of hosts' files, where no bundle says it." };
        var json = new Option<bool>("--json") { Description = "Prints JSON." };
        var command = new Command("plan", "What changes from one set of files to another, option by option, and what each change takes. Exit code: 0 nothing changes, 2 something does, 1 error.")
        {
            from, to, nova, json,
        };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var release = parsed.GetValue(nova);
            if (release is not null && Release.Find(release) is null)
            {
                error.WriteLine($"--nova: {Release.Unknown(release)}");
                return Error;
            }

            try
            {
                var plan = Plan.Of(parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), release is null ? null : Release.Parse(release));
                if (parsed.GetValue(json))
                {
                    using var buffer = new MemoryStream();
                    PlanJson.Write(plan, buffer);
                    output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
                }
                else
                {
                    PlanText.Write(plan, output);
                }

                return plan.HasChanges ? Changes : NoChange;
            }
            catch (PlanException e)
            {
                error.WriteLine(e.Message);
                return Error;
            }
        });
        return command;
    }
}
