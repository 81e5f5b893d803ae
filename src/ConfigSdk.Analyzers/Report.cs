using System.Collections.Immutable;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;

namespace ConfigSdk.Analyzers;

/// <summary>Reports findings, each place once for each id.</summary>
internal sealed class Report(Action<Diagnostic> report, Compilation compilation)
{
    private readonly HashSet<(string Id, Location Location)> _reported = [];

    public void Add(Finding finding, Location place)
    {
        if (_reported.Add((finding.Rule.Id, place)))
        {
            report(Diagnostic.Create(
                Descriptors.For(finding.Rule),
                place,
                Placement.Others(finding, place).Select(Sayable),
                Properties(finding, place),
                finding.Message));
        }
    }

    // The compiler takes no place in another project's source, but any place in a file.
    private Location Sayable(Location location) =>
        location.SourceTree is { } tree && !compilation.ContainsSyntaxTree(tree) ? Location.Create(tree.FilePath, location.SourceSpan, location.GetLineSpan().Span) : location;

    private static ImmutableDictionary<string, string?> Properties(Finding finding, Location place)
    {
        var told = finding.Properties.ToImmutableDictionary(p => p.Key, p => (string?)p.Value);
        return told.IsEmpty || Placement.IsAtValue(finding, place) ? told : told.Add(FixKeys.ShownElsewhere, "");
    }

    /// <summary>A mistake in the reading of the source costs one diagnostic that says so, not all the others.</summary>
    public void Guard(Location place, Action judge)
    {
        try
        {
            judge();
        }
#pragma warning disable CA1031 // whatever it is, it is reported
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var rule = SdkDescriptors.RuleThrew;
            var message = rule.Message("reader of declarations", e.GetType().Name, e.Message);
            report(Diagnostic.Create(Descriptors.For(rule), place, message));
        }
#pragma warning restore CA1031
    }
}
