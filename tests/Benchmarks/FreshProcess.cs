using System.Globalization;
using System.Runtime;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace ConfigSdk.Benchmarks;

/// <summary>
/// Something that is done once in a process, and again in the next. BenchmarkDotNet's own memory column would tell of a second time,
/// when all is loaded: so the process itself notes what the only time allocated and left behind, and what compiling took of it.
/// </summary>
[Config(typeof(Config))]
public abstract class FreshProcess
{
    private const string Mark = "noted ";
    private Notes _before = null!;

    /// <summary>What a caller would keep.</summary>
    protected object? Kept { get; set; }

    [IterationSetup]
    public void Before() => _before = Notes.Now();

    [IterationCleanup]
    public void After()
    {
        // Taking notes allocates and is compiled too: what has happened by then is noted first.
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var cpu = Environment.CpuUsage.TotalTime;
        var (compiling, methods) = (JitInfo.GetCompilationTime(currentThread: true), JitInfo.GetCompiledMethodCount(currentThread: true));
        var retained = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Mark}{allocated - _before.Allocated} {retained - _before.Retained} {(compiling - _before.Compiling).TotalMicroseconds} {methods - _before.Methods} {(cpu - _before.Cpu).TotalMicroseconds}"));
        GC.KeepAlive(Kept);
    }

    private sealed record Notes(long Retained, TimeSpan Compiling, long Methods, TimeSpan Cpu, long Allocated)
    {
        // The bytes come last, for the other figures allocate.
        public static Notes Now() => new(
            GC.GetTotalMemory(forceFullCollection: true),
            JitInfo.GetCompilationTime(currentThread: true),
            JitInfo.GetCompiledMethodCount(currentThread: true),
            Environment.CpuUsage.TotalTime,
            GC.GetAllocatedBytesForCurrentThread());
    }

    private sealed class Config : ManualConfig
    {
        public Config()
        {
            AddJob(Job.Default.WithStrategy(RunStrategy.ColdStart).WithLaunchCount(20).WithWarmupCount(0).WithIterationCount(1).WithInvocationCount(1).WithUnrollFactor(1));
            AddColumn(
                StatisticColumn.Median,
                // What other programs do on the machine hardly changes it.
                new NoteColumn("CPU ms", 4, 1000),
                new NoteColumn("Allocated KB", 0, 1024),
                new NoteColumn("Retained KB", 1, 1024),
                new NoteColumn("Compiling ms", 2, 1000),
                new NoteColumn("Methods compiled", 3, 1));
        }
    }

    /// <summary>The median of one note of all processes.</summary>
    private sealed class NoteColumn(string name, int note, double unit) : IColumn
    {
        public string Id => name;

        public string ColumnName => name;

        public bool AlwaysShow => true;

        public ColumnCategory Category => ColumnCategory.Custom;

        public int PriorityInCategory => note;

        public bool IsNumeric => true;

        public UnitType UnitType => UnitType.Dimensionless;

        public string Legend => name + ": median of what the processes noted";

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
        {
            var notes = summary[benchmarkCase]!.ExecuteResults.SelectMany(r => r.StandardOutput).Where(l => l.StartsWith(Mark, StringComparison.Ordinal))
                .Select(l => double.Parse(l[Mark.Length..].Split(' ')[note], CultureInfo.InvariantCulture) / unit).Order().ToArray();
            return notes.Length == 0 ? "none" : notes[notes.Length / 2].ToString(note == 3 ? "F0" : "F1", CultureInfo.InvariantCulture);
        }

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

        public bool IsAvailable(Summary summary) => true;

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;
    }
}
