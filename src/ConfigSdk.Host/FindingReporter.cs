using ConfigSdk.Hosting.Source;
using ConfigSdk.Rules;

namespace ConfigSdk.Hosting;

/// <summary>Says each finding once, at its place, with the severity that the project gives it.</summary>
internal sealed class FindingReporter(Protocol protocol, Severities severities, CompilerLog compilerLog, SourceLocator locator)
{
    private readonly Dictionary<(string Id, Place Place, string Message), Pending> _pending = [];

    /// <summary>Whether anything of severity error was found.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Reports what rules found in one node.</summary>
    public void Report(NodeFacts node, IReadOnlyList<Finding> aboutValues, IReadOnlyList<Finding> aboutNode)
    {
        var name = node.Name.Text ?? "";
        foreach (var finding in aboutValues)
        {
            Add(finding, PlaceOf(finding, node), name);
        }

        foreach (var finding in aboutNode)
        {
            Add(finding, PlaceInNode(finding, node), name);
        }
    }

    /// <summary>Reports what rules found in a fleet as a whole.</summary>
    public void Report(IEnumerable<Finding> aboutFleet)
    {
        foreach (var finding in aboutFleet)
        {
            Add(finding, locator.Find(finding.At.Origin as ObjectOrigin) ?? default, null);
        }
    }

    /// <summary>Reports what the SDK itself has to say.</summary>
    public void Report(RuleDescriptor descriptor, Place? place, params object[] arguments) =>
        Add(descriptor, descriptor.Message(arguments), place ?? default, null);

    /// <summary>Writes what was reported; the same finding of many nodes is one, and names them.</summary>
    public void Flush()
    {
        foreach (var ((id, place, message), pending) in _pending.OrderBy(p => p.Key.Place.File, StringComparer.Ordinal).ThenBy(p => p.Key.Place.Line).ThenBy(p => p.Key.Place.Column).ThenBy(p => p.Key.Id, StringComparer.Ordinal))
        {
            var nodes = pending.Nodes.Count switch
            {
                0 => "",
                1 => $" (node {pending.Nodes[0]})",
                2 => $" (nodes {pending.Nodes[0]} and {pending.Nodes[1]})",
                var n => $" (nodes {pending.Nodes[0]}, {pending.Nodes[1]} and {n - 2} more)",
            };
            protocol.Finding(id, pending.Severity, place, message + nodes, pending.HelpLink);
        }

        _pending.Clear();
    }

    private void Add(Finding finding, Place place, string? node) => Add(finding.Rule, finding.Message, place, node);

    private void Add(RuleDescriptor rule, string message, Place place, string? node)
    {
        var severity = severities.Of(rule, place.File);
        if (severity == "none" || (rule.IsConfigurable && (compilerLog.Has(rule.Id, place) || locator.IsDisabled(rule.Id, place))))
        {
            return;
        }

        HasErrors |= severity == "error";
        if (!_pending.TryGetValue((rule.Id, place, message), out var pending))
        {
            _pending.Add((rule.Id, place, message), pending = new Pending(severity, rule.HelpLink, []));
        }

        if (node is not null && !pending.Nodes.Contains(node))
        {
            pending.Nodes.Add(node);
        }
    }

    private Place PlaceOf(Finding finding, NodeFacts node) =>
        locator.Find(finding.At.Origin as ObjectOrigin) ?? PlaceOfNode(node);

    /// <summary>What only holds because of what the node leaves out is said at the node, unless the value itself was written there.</summary>
    private Place PlaceInNode(Finding finding, NodeFacts node)
    {
        if (node.Declared.Origin is ObjectOrigin origin && locator.FindCreation(origin.Owner) is { } creation
            && locator.Find(finding.At.Origin as ObjectOrigin) is { } value && value.File == creation.Place.File
            && (value.Line, value.Column).CompareTo((creation.Place.Line, creation.Place.Column)) >= 0
            && (value.Line, value.Column).CompareTo((creation.EndLine, creation.EndColumn)) <= 0)
        {
            return value;
        }

        return PlaceOfNode(node);
    }

    private Place PlaceOfNode(NodeFacts node) =>
        node.Declared.Origin is ObjectOrigin origin && locator.FindCreation(origin.Owner) is { } creation ? creation.Place : default;

    private sealed record Pending(string Severity, string HelpLink, List<string> Nodes);
}
