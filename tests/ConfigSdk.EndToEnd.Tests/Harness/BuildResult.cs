using Microsoft.Build.Framework;
using Microsoft.Build.Logging.StructuredLogger;

namespace ConfigSdk.EndToEnd.Tests.Harness;

/// <summary>What a build did, from its binary log rather than from what it printed.</summary>
internal sealed class BuildResult
{
    private readonly string _output;
    private readonly List<string> _tasks = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<string> _messages = [];

    public BuildResult(int exitCode, string output, string binaryLog)
    {
        (ExitCode, _output) = (exitCode, output);
        foreach (var record in File.Exists(binaryLog) ? BinaryLog.ReadRecords(binaryLog) : [])
        {
            switch (record.Args)
            {
                case BuildErrorEventArgs e:
                    _diagnostics.Add(new(e.Code, "error", e.File ?? "", e.LineNumber, e.ColumnNumber, e.Message ?? "", e.ProjectFile ?? ""));
                    break;
                case BuildWarningEventArgs e:
                    _diagnostics.Add(new(e.Code, "warning", e.File ?? "", e.LineNumber, e.ColumnNumber, e.Message ?? "", e.ProjectFile ?? ""));
                    break;
                case TaskStartedEventArgs e:
                    _tasks.Add(e.TaskName);
                    break;
                case BuildMessageEventArgs e when e.Message is { } text:
                    _messages.Add(text);
                    if (e.Code?.StartsWith("NOVA", StringComparison.Ordinal) == true)
                    {
                        _diagnostics.Add(new(e.Code, "info", e.File ?? "", e.LineNumber, e.ColumnNumber, text, e.ProjectFile ?? ""));
                    }

                    break;
            }
        }
    }

    public int ExitCode { get; }

    /// <summary>What was said, each once, in order.</summary>
    public IEnumerable<Diagnostic> Diagnostics => _diagnostics.Distinct();

    public IEnumerable<string> Messages => _messages;

    /// <summary>How many times the declarations were run.</summary>
    public int Emissions => _tasks.Count(t => t.EndsWith("EmitBundles", StringComparison.Ordinal));

    /// <summary>What was said of one project.</summary>
    public IReadOnlyList<Diagnostic> Of(TestProject project) => [.. Diagnostics.Where(d => d.Project == project.ProjectFile)];

    /// <summary>Fails the test unless the build succeeded without a word.</summary>
    public BuildResult Clean()
    {
        Assert.True(ExitCode == 0 && !_diagnostics.Any(d => d.Severity != "info"), ToString());
        return this;
    }

    /// <summary>Fails the test unless the build failed.</summary>
    public BuildResult Failed()
    {
        Assert.True(ExitCode != 0, ToString());
        return this;
    }

    public override string ToString() => $"exit code {ExitCode}{Environment.NewLine}{_output}";
}

/// <summary>One thing that a build said.</summary>
internal sealed record Diagnostic(string? Id, string Severity, string File, int Line, int Column, string Message, string Project)
{
    public string FileName => Path.GetFileName(File);
}
