using System.Globalization;
using ConfigSdk.Catalog;
using ConfigSdk.Rules.Tests;

namespace ConfigSdk.Conformance.Tests;

/// <summary>
/// What two witnesses said of many cases. A line of it goes to the file that CONFIGSDK_TALLY names, where run-all makes a table of it; what speaks for
/// each rule goes to the one that CONFIGSDK_EVIDENCE names.
/// </summary>
/// <param name="suite">What was judged.</param>
/// <param name="release">By the nova of which release.</param>
internal sealed class Tally(string suite, Release release)
{
    private static readonly Lock s_file = new();
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, int> _explained = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(string Rule, Evidence Kind), int> _evidence = [];
    private readonly SortedDictionary<string, int> _read = new(StringComparer.Ordinal);
    private readonly List<string> _differences = [];
    private int _cases, _refused, _said;

    /// <summary>Counts a case that was judged by both.</summary>
    /// <param name="refused">Whether the real one refuses it.</param>
    /// <param name="said">Whether we say so.</param>
    public void Judged(bool refused, bool said)
    {
        lock (_lock)
        {
            _cases++;
            _refused += refused ? 1 : 0;
            _said += said ? 1 : 0;
        }
    }

    /// <summary>Counts a case for each of the rules of which the real one has shown that they are right.</summary>
    public void Confirm(IEnumerable<string> rules, Evidence kind)
    {
        lock (_lock)
        {
            foreach (var rule in rules)
            {
                _evidence[(rule, kind)] = _evidence.GetValueOrDefault((rule, kind)) + 1;
            }
        }
    }

    /// <summary>Counts a value that the real one read as it is declared.</summary>
    /// <param name="kind">What kind of value.</param>
    public void Read(string kind)
    {
        lock (_lock)
        {
            _read[kind] = _read.GetValueOrDefault(kind) + 1;
        }
    }

    /// <summary>Counts a difference that has a reason.</summary>
    public void Explain(string reason)
    {
        lock (_lock)
        {
            _explained[reason] = _explained.GetValueOrDefault(reason) + 1;
        }
    }

    /// <summary>Adds a difference that has none.</summary>
    public void Differ(string what)
    {
        lock (_lock)
        {
            _differences.Add(what);
        }
    }

    /// <summary>Tells what was counted, and fails if there was a difference.</summary>
    public void Report()
    {
        var explained = string.Join("; ", _explained.Select(e => $"{e.Value} {e.Key}"));
        var read = string.Join(", ", _read.Select(r => $"{r.Value} {r.Key}"));
        TestContext.Current.SendDiagnosticMessage(
            $"{suite}, {release.DisplayName}: {_cases} cases, {_refused} refused, {_said} said, {_explained.Values.Sum()} explained ({explained}), {_differences.Count} disagreements; read as declared: {(read.Length == 0 ? "not counted" : read)}");
        var numbers = new[] { _cases, _refused, _said, _explained.Values.Sum(), _differences.Count }.Select(n => n.ToString(CultureInfo.InvariantCulture));
        Append("CONFIGSDK_TALLY", [string.Join('\t', [release.Tag, suite, .. numbers, explained, read])]);
        Append("CONFIGSDK_EVIDENCE", _evidence.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Key.Rule}\t{release.Tag}\t{e.Key.Kind}\t{e.Value}")));
        Assert.True(_differences.Count == 0, $"{_differences.Count} disagreements with {release.DisplayName}:\n" + string.Join('\n', _differences.Order(StringComparer.Ordinal)));
    }

    private static void Append(string variable, IEnumerable<string> lines)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } file)
        {
            lock (s_file)
            {
                File.AppendAllLines(file, lines);
            }
        }
    }
}
