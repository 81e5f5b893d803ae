namespace ConfigSdk.Catalog;

/// <summary>The facts that declarations are judged by.</summary>
public sealed class FactCatalog
{
    /// <summary>How long a file of a project's own facts may be. Real ones are below one million.</summary>
    public const int MaxCharacters = 16 * 1024 * 1024;

    private FactCatalog(NovaOptions options, CpuMaps cpuMaps, Release? trial) => (Options, CpuMaps, Trial) = (options, cpuMaps, trial);

    /// <summary>The facts that come with ConfigSdk.</summary>
    public static FactCatalog Bundled { get; } = new(new NovaOptions(), new CpuMaps(), trial: null);

    /// <summary>These facts with a project's own in the place of some, as far as its files can be read.</summary>
    /// <param name="files">The files. Of two that speak of the same, the one whose path comes later counts.</param>
    /// <param name="textOf">The text of a file by its path; null if there is none.</param>
    /// <param name="flaws">What is wrong with the files. Facts of a file with a flaw are left out.</param>
    public FactCatalog With(IEnumerable<OwnFacts> files, Func<string, string?> textOf, out IReadOnlyList<InputFlaw> flaws)
    {
        var found = new List<InputFlaw>();
        var (options, maps) = (Options, CpuMaps);
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            if (!file.TryVersion(out var release, out var libvirt))
            {
                found.Add(new InputFlaw(file.Path, 1, 1, file.Kind == OwnFactsKind.NovaOptions
                    ? $"Nova=\"{file.Version}\" of the item is no release of nova that is bundled, such as 31.0.0 or Epoxy"
                    : $"Libvirt=\"{file.Version}\" of the item is no version, such as 11.3.0"));
            }
            else if (file.Kind == OwnFactsKind.NovaOptions)
            {
                if (textOf(file.Path) is not { } text)
                {
                    found.Add(new InputFlaw(file.Path, 1, 1, "there is no such file"));
                }
                else if (OptionListing.Read(file.Path, text, out var ofListing) is { } listing)
                {
                    options = options.With(release, listing);
                }
                else
                {
                    found.AddRange(ofListing);
                }
            }
            else
            {
                var reading = CpuMapXml.Read(file.Path, textOf);
                found.AddRange(reading.Flaws);
                maps = reading.Map is { } map ? maps.With(libvirt, map) : maps;
            }
        }

        flaws = found;
        return new FactCatalog(options, maps, Trial);
    }

    /// <summary>The options of nova.conf.</summary>
    public NovaOptions Options { get; }

    /// <summary>libvirt's CPU maps.</summary>
    public CpuMaps CpuMaps { get; }

    /// <summary>The release by which every node is judged in the place of its target's, to see what an upgrade would do; null if each is judged by its own.</summary>
    public Release? Trial { get; }

    /// <summary>The same facts with other CPU maps.</summary>
    public FactCatalog With(CpuMaps cpuMaps) => new(Options, cpuMaps, Trial);

    /// <summary>
    /// Reads what nearly every judgement asks for first: the options of <c>[DEFAULT]</c> and <c>[libvirt]</c> and the CPU map of x86_64. The first
    /// to ask waits for reading and for our code to be compiled; who has something else to do until then calls this on another thread.
    /// </summary>
    public void ReadAhead()
    {
        foreach (var option in Options.OfGroup("DEFAULT").Concat(Options.OfGroup("libvirt")))
        {
            option.In(Release.Newest);
        }

        CpuMaps.For(CpuMaps.Versions[CpuMaps.Versions.Count - 1], "x86_64");
    }

    /// <summary>The same facts, for a trial of a release.</summary>
    public FactCatalog For(Release? trial) => trial == Trial ? this : new(Options, CpuMaps, trial);
}
