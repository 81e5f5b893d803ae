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
        var directory = new BundleDirectory(arguments.Output, arguments.Manifest, time: time);
        try
        {
            if (!isTime)
            {
                var rule = SdkDescriptors.NoSourceDate;
                protocol.Finding(rule.Id, rule.SeverityName, default, rule.Message(Environment.GetEnvironmentVariable(SourceDate.Variable)!), rule.HelpLink);
            }
            else if (JudgeAndWrite(directory) is { } written)
            {
                protocol.Done(written.Nodes, written.Files, written.Settings);
                return true;
            }

            // Nothing of an older build may be taken for this one's.
            directory.Clear();
            protocol.Done(0, 0);
            return false;
        }
        catch (DirectoryInUseException e)
        {
            var rule = SdkDescriptors.OutputInUse;
            protocol.Finding(rule.Id, "error", default, rule.Message(e.Directory, (int)e.Waited.TotalSeconds), rule.HelpLink);
            protocol.Done(0, 0);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(SdkDescriptors.CannotWrite, e);
            protocol.Done(0, 0);
            return false;
        }
    }

    /// <summary>How many nodes and files there are, and how many of the nodes' settings the editor knows; null if something is wrong and nothing was written.</summary>
    private (int Nodes, int Files, SettingCount? Settings)? JudgeAndWrite(BundleDirectory directory)
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
        var compilerLog = new CompilerLog(arguments.ErrorLog, printedOnly: catalog.Trial is not null);
        var reporter = new FindingReporter(protocol, new Severities(declarations), compilerLog, locator);
        Provenance.RecordsCopies = true;
        var fleets = new FleetLoader(declarations, reporter).Load();
        Provenance.RecordsCopies = false;

        FleetFacts[] facts = [.. fleets.Select(f => FleetFacts.Read(f.Nodes, f.Images, catalog))];
        NodeFacts[] nodes = [.. facts.SelectMany(f => f.Nodes)];
        var rules = new RuleMemory();
        foreach (var node in nodes)
        {
            var (aboutValues, aboutNode) = rules.Judge(node);
            reporter.Report(node, aboutValues, aboutNode);
        }

        foreach (var fleet in facts)
        {
            reporter.Report(RuleCatalog.Judge(fleet));
        }

        // Names, groups and files are one space over all fleets of a project.
        if (fleets.Count > 1)
        {
            var allImages = new Sequence([.. fleets.SelectMany(f => f.Images.Items)], isOpen: false, null);
            var allNodes = new Sequence([.. fleets.SelectMany(f => f.Nodes.Items)], isOpen: false, null);
            reporter.Report(RuleCatalog.Judge(FleetFacts.Read(allNodes, allImages, catalog)));
        }

        reporter.Flush();
        if (reporter.HasErrors)
        {
            return null;
        }

        var places = new SourcePlaces(locator, arguments.Project);
        var files = directory.Write(
            nodes.Select(n => NodeBundle.Render(n, places.Of, arguments.Provenance)),
            [.. facts.SelectMany(f => f.Images).Select(i => ImageBundle.Render(i, places.Of))]);
        return (nodes.Length, files, compilerLog.KnownToEditor is { } known ? fleets.Aggregate(default(SettingCount), (sum, f) => sum + known.Of(f, locator)) : null);
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
