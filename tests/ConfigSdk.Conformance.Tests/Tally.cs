using System.Globalization;
using ConfigSdk.Catalog;

namespace ConfigSdk.Conformance.Tests;

/// <summary>What two witnesses said of many cases. A line of it goes to the file that CONFIGSDK_TALLY names, where run-all makes a table of it.</summary>
/// <param name="suite">What was judged.</param>
/// <param name="release">By the nova of which release.</param>
internal sealed class Tally(string suite, Release release)
{
    private static readonly Lock s_file = new();
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, int> _explained = new(StringComparer.Ordinal);
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
        TestContext.Current.SendDiagnosticMessage(
            $"{suite}, {release.DisplayName}: {_cases} cases, {_refused} refused, {_said} said, {_explained.Values.Sum()} explained ({explained}), {_differences.Count} disagreements");
        if (Environment.GetEnvironmentVariable("CONFIGSDK_TALLY") is { Length: > 0 } file)
        {
            var numbers = new[] { _cases, _refused, _said, _explained.Values.Sum(), _differences.Count }.Select(n => n.ToString(CultureInfo.InvariantCulture));
            lock (s_file)
            {
                File.AppendAllText(file, string.Join('\t', [release.Tag, suite, .. numbers, explained]) + "\n");
            }
        }

        Assert.True(_differences.Count == 0, $"{_differences.Count} disagreements with {release.DisplayName}:\n" + string.Join('\n', _differences.Order(StringComparer.Ordinal)));
    }
}
