using ConfigSdk.Catalog;

namespace ConfigSdk.Model.Generator;

/// <summary>Image properties, disk and container formats.</summary>
internal static class Images
{
    public static string Write()
    {
        var source = new SourceWriter();
        source.Line().Summary("The format of an image's disk, as Glance names it.").Block("public enum DiskFormat", () =>
        {
            foreach (var format in DiskFormats.All)
            {
                source.Summary(format).Line($"[Value({SourceWriter.Literal(format)})]").Line($"{CSharpNames.Pascal(format)},");
            }
        });
        source.Line().OpenValues("ContainerFormat", ContainerFormats.All, f => $"The container format {f}.");
        source.Line().Summary("What nova is told about the guests of an image.").Block("public sealed record ImageProperties : SettingsGroup", () =>
        {
            source.Constructor("ImageProperties");
            foreach (var property in Catalog.ImageProperties.All.Where(p => p.IsTyped))
            {
                var last = property.Latest.Last is { } l ? $" to {l.Tag}" : " and later";
                var values = property.Latest.Values.Count > 0 ? $" One of {string.Join(", ", property.Latest.Values)}." : "";
                source.Line().Summary($"{property.Name}: nova {property.Ranges[0].First.Tag}{last}.{values}")
                    .Line($"[Setting({SourceWriter.Literal(property.Name)})]")
                    .Line($"public {CSharp(property)}? {CSharpNames.Pascal(property.Name)} {{ get; init; }}");
            }

            source.Line().Summary("Properties that the model does not type: required traits, those of other services.")
                .Line("public global::System.Collections.Generic.IReadOnlyList<ExtraProperty>? Extra { get; init; }");
        });
        foreach (var property in Catalog.ImageProperties.All.Where(p => p.IsTyped && IsEnum(p)))
        {
            source.Line().Summary($"The values of {property.Name}. Which of them a release takes is checked.").Block($"public enum {EnumName(property)}", () =>
            {
                foreach (var value in Values(property))
                {
                    source.Summary(value).Line($"[Value({SourceWriter.Literal(value)})]").Line($"{CSharpNames.Pascal(value)},");
                }
            });
        }

        return source.ToString();
    }

    private static IReadOnlyList<string> Values(ImageProperty property) => [.. property.Ranges.Reverse().SelectMany(r => r.Values).Distinct()];

    private static bool IsEnum(ImageProperty property) =>
        Values(property).Count > 1 && Values(property).Select(CSharpNames.Pascal).Distinct().Count() == Values(property).Count;

    private static string EnumName(ImageProperty property) => CSharpNames.Pascal(property.Name);

    private static string CSharp(ImageProperty property) => property.Latest switch
    {
        _ when property.Name == "hw_machine_type" => "MachineType",
        { IsFlexibleBoolean: true } => "bool",
        { FieldType: "Integer" } => "long",
        _ when IsEnum(property) => EnumName(property),
        _ => "string",
    };
}
