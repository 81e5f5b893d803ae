using ConfigSdk.Rules;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ConfigSdk.Tasks;

/// <summary>Prints what the bundles that were built would change, and fails where they would change something.</summary>
[MSBuildMultiThreadableTask]
public sealed class PrintPlan : HostTask
{
    /// <summary>What is there: bundles, a copy of a host's files, or a directory of such copies.</summary>
    public string? Against { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (string.IsNullOrEmpty(Against))
        {
            Log.LogError(SdkDescriptors.CannotPlan, ProjectFile, "the property Against is not set; write -p:Against=DIR with what is there now");
            return false;
        }

        base.Execute();
        if (!IsDone && !Log.HasLoggedErrors)
        {
            Log.LogError(SdkDescriptors.EndedEarly, ProjectFile, ExitCode);
        }

        return !Log.HasLoggedErrors;
    }

    /// <inheritdoc/>
    protected override string GenerateCommandLineCommands()
    {
        var line = new CommandLineBuilder();
        line.AppendSwitch("exec");
        line.AppendFileNameIfNotNull(HostAssembly);
        line.AppendSwitch("plan");
        line.AppendFileNameIfNotNull(Against);
        line.AppendFileNameIfNotNull(OutputDirectory);
        return line.ToString();
    }

    /// <inheritdoc/>
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        if (HostLine.Parse(singleLine) is not { } line)
        {
            Log.LogMessage(MessageImportance.Normal, "{0}", singleLine);
            return;
        }

        switch (line.Text("kind"))
        {
            case "done":
                IsDone = true;
                break;
            case "text":
                Log.LogMessage(MessageImportance.High, "{0}", line.Text("text"));
                break;
            case "finding":
                Log.LogError(null, line.Text("id"), null, line.Text("helpLink"), ProjectFile, 0, 0, 0, 0, "{0}", line.Text("message"));
                break;
        }
    }
}
