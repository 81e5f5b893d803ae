using System.CommandLine;
using ConfigSdk.Catalog;
using Spectre.Console;

namespace ConfigSdk.Tool.Catalog;

/// <summary><c>configsdk catalog sources</c>: where each bundled fact set comes from.</summary>
internal static class SourcesCommand
{
    public static Command Create()
    {
        var command = new Command("sources", "Where each bundled fact set comes from, and when it was collected.");
        command.SetAction(_ =>
        {
            var table = new Table().Border(TableBorder.None).AddColumns("facts", "of", "source", "collected");
            foreach (var p in FactSource.All)
            {
                table.AddRow([.. new[] { p.FactSet, p.Versions, p.Source, p.Collected }.Select(Markup.Escape)]);
            }

            AnsiConsole.Write(table);
        });
        return command;
    }
}
