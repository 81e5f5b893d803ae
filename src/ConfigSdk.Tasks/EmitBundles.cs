using System.Diagnostics;
using ConfigSdk.Rules;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ConfigSdk.Tasks;

/// <summary>
/// Runs the compiled declarations in a process of their own, so that nothing they do can harm the build. The task succeeds only
/// if the host says that it is done and reported no error; what its exit code says proves nothing, a declaration may have set it.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class EmitBundles : HostTask
{
    // The exit codes of the dotnet command itself.
    private const int FileMissing = 129;
    private const int RuntimeMissing = 150;

    private bool _canceled;

    /// <summary>The runtimeconfig.json of the declarations: they run on the runtime that they are compiled for.</summary>
    [Required]
    public string RuntimeConfig { get; set; } = "";

    /// <summary>The compiled declarations.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The file in which the host lists every file that it wrote.</summary>
    [Required]
    public string Manifest { get; set; } = "";

    /// <summary>The compiler's ErrorLog option. What is in the log was shown by the compiler and is not repeated.</summary>
    public string? ErrorLog { get; set; }

    /// <summary>The compiler's PathMap option, which leads from the names in the assembly back to the source files.</summary>
    public string? PathMap { get; set; }

    /// <summary>The release by which every node is judged in the place of its target's; empty for none.</summary>
    public string? NovaRelease { get; set; }

    /// <summary>Whether nova.conf says of each option where it was written.</summary>
    public bool Provenance { get; set; }

    /// <summary>The project's own files of facts: Kind (CpuMap or NovaOptions), Version.</summary>
    public ITaskItem[] Facts { get; set; } = [];

    /// <summary>How many seconds the declarations may take; 0: as long as they like.</summary>
    public int TimeLimit { get; set; }

    /// <summary>How many nodes there are.</summary>
    [Output]
    public int Nodes { get; private set; }

    /// <summary>How many files there are.</summary>
    [Output]
    public int Files { get; private set; }

    /// <summary>How many settings the nodes have; zero if the compiler did not count those that it knows.</summary>
    [Output]
    public int Settings { get; private set; }

    /// <summary>How many of the settings the editor knows from the source.</summary>
    [Output]
    public int SettingsKnownInEditor { get; private set; }

    // Nothing is logged at these; that they differ tells the two streams apart in LogEventsFromTextOutput.

    /// <inheritdoc/>
    protected override MessageImportance StandardOutputLoggingImportance => MessageImportance.High;

    /// <inheritdoc/>
    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.Normal;

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (!File.Exists(HostAssembly))
        {
            Log.LogError(SdkDescriptors.PackageBroken, ProjectFile, HostAssembly);
            return false;
        }

        Timeout = TimeLimit > 0 ? checked(TimeLimit * 1000) : System.Threading.Timeout.Infinite;
        var time = Stopwatch.StartNew();
        base.Execute();
        if (_canceled)
        {
            return false;
        }

        // What ToolTask killed has the same exit code as what killed itself.
        if (!IsDone && TimeLimit > 0 && time.Elapsed.TotalSeconds >= TimeLimit)
        {
            Log.LogError(SdkDescriptors.TimedOut, ProjectFile, TimeLimit);
        }
        else if (!IsDone && !Log.HasLoggedErrors)
        {
            switch (ExitCode)
            {
                case FileMissing:
                    Log.LogError(SdkDescriptors.PackageBroken, ProjectFile, File.Exists(RuntimeConfig) ? HostAssembly : RuntimeConfig);
                    break;
                case RuntimeMissing:
                    Log.LogError(SdkDescriptors.RuntimeMissing, ProjectFile);
                    break;
                default:
                    Log.LogError(SdkDescriptors.EndedEarly, ProjectFile, ExitCode);
                    break;
            }
        }

        return !Log.HasLoggedErrors;
    }

    /// <inheritdoc/>
    public override void Cancel()
    {
        _canceled = true;
        base.Cancel();
    }

    /// <inheritdoc/>
    protected override string GenerateCommandLineCommands()
    {
        var line = new CommandLineBuilder();
        line.AppendSwitch("exec");
        line.AppendSwitchIfNotNull("--runtimeconfig ", RuntimeConfig);
        line.AppendFileNameIfNotNull(HostAssembly);
        line.AppendSwitch("emit");
        line.AppendSwitchIfNotNull("--assembly ", Assembly);
        line.AppendSwitchIfNotNull("--output ", OutputDirectory);
        line.AppendSwitchIfNotNull("--manifest ", Manifest);
        line.AppendSwitchIfNotNull("--project ", ProjectFile);
        line.AppendSwitchIfNotNull("--error-log ", ReadableErrorLog());
        line.AppendSwitchIfNotNull("--path-map ", string.IsNullOrEmpty(PathMap) ? null : PathMap);
        line.AppendSwitchIfNotNull("--nova-release ", string.IsNullOrEmpty(NovaRelease) ? null : NovaRelease);
        line.AppendSwitchIfNotNull("--provenance ", Provenance ? "true" : null);
        foreach (var file in Facts)
        {
            line.AppendSwitchIfNotNull("--facts ", $"{file.GetMetadata("ConfigSdkFacts")}|{file.GetMetadata("ConfigSdkFactsVersion")}|{file.GetMetadata("FullPath")}");
        }

        return line.ToString();
    }

    /// <inheritdoc/>
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        if (messageImportance != StandardOutputLoggingImportance || HostLine.Parse(singleLine) is not { } line)
        {
            // A declaration's own output: whatever it looks like, it is no error.
            Log.LogMessage(MessageImportance.Normal, "{0}", singleLine);
            return;
        }

        switch (line.Text("kind"))
        {
            case "done":
                IsDone = true;
                (Nodes, Files) = (line.Number("nodes"), line.Number("files"));
                (Settings, SettingsKnownInEditor) = (line.Number("settings"), line.Number("known"));
                break;
            case "finding":
                LogFinding(line);
                break;
        }
    }

    private void LogFinding(HostLine finding)
    {
        var id = finding.Text("id");
        var message = finding.Text("message");
        var helpLink = finding.Text("helpLink");
        var file = finding.Text("file") ?? ProjectFile;
        var (line, column) = (finding.Number("line"), finding.Number("column"));
        var (endLine, endColumn) = (finding.Number("endLine"), finding.Number("endColumn"));
        switch (finding.Text("severity"))
        {
            case "error":
                Log.LogError(null, id, null, helpLink, file, line, column, endLine, endColumn, "{0}", message);
                break;
            case "warning":
                Log.LogWarning(null, id, null, helpLink, file, line, column, endLine, endColumn, "{0}", message);
                break;
            default:
                // A trial is a report: information is shown, too.
                var importance = string.IsNullOrEmpty(NovaRelease) ? MessageImportance.Normal : MessageImportance.High;
                Log.LogMessage(null, id, null, file, line, column, endLine, endColumn, importance, "{0}", message);
                break;
        }
    }

    /// <summary>The file of the ErrorLog option, if it is in the version of SARIF that the host reads.</summary>
    private string? ReadableErrorLog()
    {
        var parts = (ErrorLog ?? "").Split(',', ';');
        return parts.Length == 2 && parts[1].Trim().StartsWith("version=2", StringComparison.OrdinalIgnoreCase)
            ? Path.Combine(ProjectDirectory, parts[0].Trim())
            : null;
    }
}
