using System.CommandLine;

namespace ConfigSdk.Tool.Catalog;

/// <summary>What all imports have in common: where the fact files are, and what is noted of the source.</summary>
internal sealed class Import
{
    private readonly Option<DirectoryInfo> _facts = new("--facts")
    {
        Description = "The folder with the fact files.",
        DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("src", "ConfigSdk.Catalog", "Facts")),
    };

    private readonly Option<string> _source = new("--source")
    {
        Description = "What was read, with the package and its version.",
        Required = true,
    };

    private readonly Option<string> _collected = new("--collected")
    {
        Description = "The day on which it was read, such as 2026-11-24.",
        DefaultValueFactory = _ => DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>Makes the command that renews one fact file.</summary>
    /// <param name="factSet">The fact file's name.</param>
    /// <param name="description">What the command reads.</param>
    /// <param name="options">What only this import asks for.</param>
    /// <param name="renew">Changes the rows and says which versions it renewed.</param>
    public static Command Command(string factSet, string description, IEnumerable<Option> options, Func<ParseResult, FactTable, string> renew)
    {
        var common = new Import();
        var command = new Command(factSet, description);
        foreach (var option in options.Concat([common._facts, common._source, common._collected]))
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => common.Run(factSet, parsed, renew));
        return command;
    }

    private int Run(string factSet, ParseResult parsed, Func<ParseResult, FactTable, string> renew)
    {
        try
        {
            var facts = parsed.GetRequiredValue(_facts);
            var table = FactTable.Open(facts, factSet);
            var versions = renew(parsed, table);
            if (!table.Save())
            {
                parsed.InvocationConfiguration.Output.WriteLine($"{factSet}: {versions} was known already, nothing changed");
                return 0;
            }

            var sources = FactTable.Open(facts, "sources");
            Note(sources, factSet, [factSet, versions, parsed.GetRequiredValue(_source), parsed.GetRequiredValue(_collected)]);
            sources.Save();
            parsed.InvocationConfiguration.Output.WriteLine($"{factSet}: {versions} renewed");
            return 0;
        }
        catch (Exception e) when (e is ImportException or IOException or UnauthorizedAccessException)
        {
            parsed.InvocationConfiguration.Error.WriteLine(e.Message);
            return 1;
        }
    }

    /// <summary>One row a fact set and versions; a new one stands behind the last of its set.</summary>
    private static void Note(FactTable sources, string factSet, string[] row)
    {
        sources.Rows.RemoveAll(r => r[0] == factSet && FactTable.Field(r, 1) == row[1]);
        var last = sources.Rows.FindLastIndex(r => r[0] == factSet);
        sources.Rows.Insert(last < 0 ? sources.Rows.Count : last + 1, row);
    }
}
