using ConfigSdk.Catalog;

namespace ConfigSdk.Model.Generator;

/// <summary>One record a group of nova.conf, one property an option, and the record that holds the groups.</summary>
internal static class OptionGroups
{
    private static readonly OptionHistory[] s_options = [.. FactCatalog.Bundled.Options.All.Where(o => o.IsTyped)];

    public static string Write()
    {
        var source = new SourceWriter();
        var groups = s_options.GroupBy(o => o.Name.Group).ToArray();
        source.Line().Summary("nova.conf: one property a group.").Block("public sealed record Nova : SettingsGroup", () =>
        {
            source.Constructor("Nova");
            foreach (var group in groups)
            {
                source.Line().Summary($"[{group.Key}]")
                    .Line($"public {TypeName(group.Key)}? {CSharpNames.Group(group.Key)} {{ get; init; }}");
            }

            source.Line().Summary("Options that the model does not type: those of plug-ins and of the libraries that nova loads. What stands here is written as it is.")
                .Line("public global::System.Collections.Generic.IReadOnlyList<ExtraOption>? Extra { get; init; }");
        });
        foreach (var group in groups)
        {
            source.Line().Summary($"The options of [{group.Key}].").Block($"public sealed record {TypeName(group.Key)} : SettingsGroup", () =>
            {
                source.Constructor(TypeName(group.Key));
                foreach (var option in group)
                {
                    WriteOption(source, option);
                }
            });
        }

        foreach (var option in s_options.Where(OptionTypes.IsEnum))
        {
            WriteEnum(source, option);
        }

        return source.ToString();
    }

    private static string TypeName(string group) => CSharpNames.Group(group) + "Options";

    private static void WriteOption(SourceWriter source, OptionHistory option)
    {
        var latest = option.Latest;
        var releases = option.RemovedIn is { } removed
            ? $"nova {option.Introduced.Tag} until it was removed in {removed.Tag}"
            : $"nova {option.Introduced.Tag} and later";
        var former = option.FormerNames.Any() ? $" Earlier releases call it {string.Join(", ", option.FormerNames)}, and that is what is written for them." : "";
        var range = (latest.Min, latest.Max) switch
        {
            (null, null) => "",
            ({ } min, null) => $" At least {Number(min)}.",
            (null, { } max) => $" At most {Number(max)}.",
            ({ } min, { } max) => $" {Number(min)} to {Number(max)}.",
        };
        var byDefault = latest.HasComputedDefault ? "computed when nova starts" : latest.Default is null ? "unset" : latest.Default.Length == 0 ? "empty" : latest.Default;
        var deprecated = latest.DeprecatedForRemovalSince is { } since ? since == "yes" ? " Deprecated for removal." : $" Deprecated for removal since {since}." : "";
        source.Line()
            .Docs(
                $"{option.Name}: {OptionTypes.Describe(option)}. Default: {byDefault}.{range}{deprecated}",
                $"{char.ToUpperInvariant(releases[0])}{releases.Substring(1)}.{former} https://docs.openstack.org/nova/latest/configuration/config.html#{option.Name.Group}.{option.Name.Option}")
            .Line($"[Setting({SourceWriter.Literal(option.Name.ToString())})]")
            .Line($"public {OptionTypes.CSharp(option)}? {SourceWriter.Identifier(CSharpNames.Pascal(option.Name.Option))} {{ get; init; }}");
    }

    private static void WriteEnum(SourceWriter source, OptionHistory option)
    {
        source.Line().Summary($"The values of {option.Name}. Which of them a release takes is checked.").Block($"public enum {OptionTypes.EnumName(option)}", () =>
        {
            foreach (var choice in OptionTypes.Choices(option))
            {
                source.Summary(choice).Line($"[Value({SourceWriter.Literal(choice)})]").Line($"{CSharpNames.Pascal(choice)},");
            }
        });
    }

    private static string Number(double value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
