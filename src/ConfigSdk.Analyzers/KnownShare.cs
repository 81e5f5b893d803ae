using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using ConfigSdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ConfigSdk.Analyzers;

/// <summary>Counts how much of each node the source tells, for the build, which knows how much there is to know.</summary>
internal sealed class KnownShare
{
    private readonly ConcurrentDictionary<string, int> _fleets = new(StringComparer.Ordinal);
    // By the line on which the node is created, as the build knows it.
    private readonly ConcurrentDictionary<string, int> _partly = new(StringComparer.Ordinal);
    private int _nodes;

    /// <summary>Counts a fleet, if the source tells each of its nodes. Of another one, nodes are counted where they are created.</summary>
    public void CountFleet(INamedTypeSymbol fleet, PartialValue nodes)
    {
        if (nodes is Sequence { IsOpen: false } list && list.Items.All(i => i is Record))
        {
            _fleets[FullName(fleet)] = list.Items.Sum(n => n.Settings.Known);
        }
    }

    /// <summary>Counts a declaration, if it creates a node.</summary>
    public void CountNode(IOperation declaration, PartialValue value)
    {
        var creation = declaration;
        while (creation is IWithOperation { Operand: var original })
        {
            creation = original;
        }

        if (creation is not IObjectCreationOperation || value is not Record { TypeName: ModelNames.ComputeNode })
        {
            return;
        }

        Interlocked.Increment(ref _nodes);
        var (known, all) = value.Settings;
        if (known < all)
        {
            var place = DeclarationSyntax.Head(creation.Syntax).GetMappedLineSpan();
            _partly.AddOrUpdate($"{place.Path}({(place.StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture)})", known, (_, other) => Math.Min(other, known));
        }
    }

    /// <summary>
    /// Notes what was counted: by the name of each fleet of which all nodes are told, how many of their settings are known; by each line with nodes that
    /// are told in part, how many of one node's.
    /// </summary>
    public void Note(CompilationAnalysisContext context)
    {
        if (_nodes > 0)
        {
            var rule = SdkDescriptors.PartlyKnown;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.For(rule),
                Location.None,
                _fleets.Concat(_partly).ToImmutableDictionary(p => p.Key, p => (string?)p.Value.ToString(CultureInfo.InvariantCulture)),
                rule.Message(_nodes - _partly.Count, _nodes)));
        }
    }

    // As reflection has it.
    private static string FullName(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{FullName(outer)}+{type.MetadataName}"
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.MetadataName}"
        : type.MetadataName;
}
