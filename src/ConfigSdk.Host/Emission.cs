using System.Reflection;
using ConfigSdk.Bundles;
using ConfigSdk.Catalog;
using ConfigSdk.Hosting.Source;
using ConfigSdk.Rules;

namespace ConfigSdk.Hosting;

/// <summary>One run of the build: load, run, judge, and write if nothing is wrong.</summary>
internal sealed class Emission(EmitArguments arguments, Protocol protocol)
{
    /// <summary>Runs.</summary>
    /// <returns>Whether bundles were written.</returns>
    public bool Run()
    {
        var isTime = SourceDate.TryRead(Environment.GetEnvironmentVariable(SourceDate.Variable), out var time);
        var directory = new BundleDirectory(arguments.Output, arguments.Manifest, time);
        try
        {
            if (!isTime)
            {
                var rule = SdkDescriptors.NoSourceDate;
                protocol.Finding(rule.Id, rule.SeverityName, default, rule.Message(Environment.GetEnvironmentVariable(SourceDate.Variable)!), rule.HelpLink);
                directory.Clear();
                protocol.Done(0, 0);
                return false;
            }

            if (Judge() is not { } fleet)
            {
                // Nothing of an older build may be taken for this one's.
                directory.Clear();
                protocol.Done(0, 0);
                return false;
            }

            var files = directory.Write(fleet.Nodes, fleet.Images);
            protocol.Done(fleet.Count, files);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(SdkDescriptors.CannotWrite, e);
            protocol.Done(0, 0);
            return false;
        }
    }

    private (int Count, IEnumerable<NodeBundle> Nodes, IReadOnlyCollection<ImageBundle> Images)? Judge()
    {
        if (Catalog() is not { } catalog)
        {
            return null;
        }

        Assembly declarations;
        try
        {
            declarations = DeclarationAssembly.Load(Path.GetFullPath(arguments.Assembly));
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            Fail(SdkDescriptors.CannotLoad, e);
            return null;
        }

        using var copySites = new CopySites(declarations);
        var locator = new SourceLocator(copySites, new PathMap(arguments.PathMap));
        var reporter = new FindingReporter(protocol, new Severities(declarations), new CompilerLog(arguments.ErrorLog, printedOnly: catalog.Trial is not null), locator);
        Provenance.RecordsCopies = true;
        var fleets = new FleetLoader(declarations, reporter).Load();
        Provenance.RecordsCopies = false;

        var nodes = fleets.SelectMany(f => f.Nodes.Items).OfType<Record>().Select(n => NodeFacts.OfNode(n, catalog)).OfType<NodeFacts>().ToArray();
        foreach (var node in nodes)
        {
            var (aboutValues, aboutNode) = RuleCatalog.Judge(node);
            reporter.Report(node, aboutValues, aboutNode);
        }

        foreach (var (fleetNodes, images) in fleets)
        {
            reporter.Report(RuleCatalog.Judge(FleetFacts.Read(fleetNodes, images, catalog)));
        }

        // Names, groups and files are one space over all fleets of a project.
        var allImages = new Sequence([.. fleets.SelectMany(f => f.Images.Items)], isOpen: false, null);
        if (fleets.Count > 1)
        {
            var allNodes = new Sequence([.. fleets.SelectMany(f => f.Nodes.Items)], isOpen: false, null);
            reporter.Report(RuleCatalog.Judge(FleetFacts.Read(allNodes, allImages, catalog)));
        }

        reporter.Flush();
        return reporter.HasErrors ? null
            : (nodes.Length, nodes.Select(NodeBundle.Render), [.. FleetFacts.Read(Unset.Instance, allImages, catalog).Images.Select(ImageBundle.Render)]);
    }

    /// <summary>The facts to judge by; null if the project's own cannot be read.</summary>
    private FactCatalog? Catalog()
    {
        var catalog = FactCatalog.Bundled.With(arguments.Facts, OwnFactsFile.Text, out var flaws);
        var trial = arguments.NovaRelease is { } name ? Release.Find(name) : null;
        if (trial is null && arguments.NovaRelease is { } unknown)
        {
            var release = SdkDescriptors.UnknownRelease;
            protocol.Finding(release.Id, release.SeverityName, default, release.Message(Release.Unknown(unknown)), release.HelpLink);
            return null;
        }

        var rule = SdkDescriptors.CannotReadFacts;
        foreach (var flaw in flaws)
        {
            protocol.Finding(rule.Id, rule.SeverityName, new Place(flaw.Path, flaw.Line, flaw.Column), rule.Message(flaw.Message), rule.HelpLink);
        }

        return flaws.Count == 0 ? catalog.For(trial) : null;
    }

    private void Fail(RuleDescriptor descriptor, Exception e) =>
        protocol.Finding(descriptor.Id, "error", default, descriptor.Message(e.Message), descriptor.HelpLink);
}
