using System.Globalization;

namespace ConfigSdk.Catalog;

/// <summary>The options of an installation, as <c>oslo-config-generator --format json</c> lists them.</summary>
public sealed class OptionListing
{
    private OptionListing(IReadOnlyList<ListedOption> options) => Options = options;

    /// <summary>The options in the order of the listing; one that several libraries list is here once.</summary>
    internal IReadOnlyList<ListedOption> Options { get; }

    /// <summary>Reads a listing. Null if it has a flaw.</summary>
    /// <param name="path">The file's path, for what is said of its flaws.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="flaws">What is wrong with it: the first that was met.</param>
    public static OptionListing? Read(string path, string text, out IReadOnlyList<InputFlaw> flaws)
    {
        flaws = [];
        try
        {
            return text.Length <= FactCatalog.MaxCharacters
                ? new OptionListing(ReadOptions(Json.Parse(text)))
                : throw new JsonFlawException($"the file has more than {FactCatalog.MaxCharacters} characters, which no listing of options has", 1, 1);
        }
        catch (JsonFlawException e)
        {
            flaws = [new InputFlaw(path, e.Line, e.Column, e.Message)];
            return null;
        }
    }

    private static List<ListedOption> ReadOptions(Json root)
    {
        var options = new List<ListedOption>();
        var names = new HashSet<OptionName>();
        foreach (var group in Member(root, "options", JsonKind.Object).Members)
        {
            foreach (var option in Member(group.Value, "opts", JsonKind.Array).Items)
            {
                var listed = ListedOption.Read(group.Key, option);
                // oslo.config's own examples of groups that a team may name as it likes.
                if (names.Add(listed.Name) && !group.Key.StartsWith("sample_", StringComparison.Ordinal))
                {
                    options.Add(listed);
                }
            }
        }

        return options.Count > 0 ? options : throw new JsonFlawException("the listing has no options", root.Line, root.Column);
    }

    private static Json Member(Json value, string name, JsonKind kind)
    {
        var member = value[name];
        return member?.Kind == kind ? member : throw new JsonFlawException(
            $"'{name}' should be {(kind == JsonKind.Array ? "an array" : "an object")} here, as oslo-config-generator --format json prints it",
            (member ?? value).Line, (member ?? value).Column);
    }
}

/// <summary>One option of a listing.</summary>
/// <param name="Name">The group and the option.</param>
/// <param name="Facts">The columns of nova-options.tsv from the type to what it is deprecated since. What a listing does not say is empty.</param>
/// <param name="Source">The name under which the options are listed, such as <c>nova.conf</c> or <c>oslo.log</c>.</param>
internal sealed record ListedOption(OptionName Name, string[] Facts, string Source)
{
    private static readonly Dictionary<string, OptionType> s_types = new(StringComparer.Ordinal)
    {
        ["string value"] = OptionType.String,
        ["integer value"] = OptionType.Integer,
        ["floating point value"] = OptionType.Float,
        ["boolean value"] = OptionType.Boolean,
        ["port value"] = OptionType.Port,
        ["uri value"] = OptionType.URI,
        ["host address value"] = OptionType.HostAddress,
        ["host domain value"] = OptionType.HostDomain,
        ["hostname value"] = OptionType.HostDomain,
        ["ip address value"] = OptionType.IPAddress,
        ["list value"] = OptionType.List,
        ["range value"] = OptionType.String,
        ["dict value"] = OptionType.Dict,
        ["multi valued"] = OptionType.String,
        ["unknown value"] = OptionType.String,
    };

    public bool IsMultiValued => Facts[7].Split(',').Contains("multi");

    public static ListedOption Read(string group, Json option)
    {
        var name = new OptionName(Checked(group, option), Checked(Text(option, "dest"), option));
        // Where the configuration is read from, only a command line can say.
        var type = name is { Group: "DEFAULT", Option: "config_file" or "config_dir" } ? OptionType.SubCommand
            : s_types.TryGetValue(Text(option, "type"), out var t) ? t
            : throw Flaw(option, "type", $"'{Text(option, "type")}' is none of oslo.config's types");
        string[] flags =
        [
            .. Text(option, "type") == "multi valued" ? ["multi"] : Array.Empty<string>(),
            .. Is(option, "secret") ? ["secret"] : Array.Empty<string>(),
            .. Is(option, "mutable") ? ["mutable"] : Array.Empty<string>(),
        ];
        if (type == OptionType.SubCommand)
        {
            return new(name, [type.ToString(), "null", "", "", "", "", "", "", "", ""], Text(option, "namespace"));
        }

        var isPort = type == OptionType.Port;
        var (min, max) = (Number(option, "min"), Number(option, "max"));
        return new(
            name,
            [
                type.ToString(), Default(option), Choices(option),
                isPort && min == "0" ? "" : min, isPort && max == "65535" ? "" : max, "", "", string.Join(",", flags),
                OldNames(option, group),
                Is(option, "deprecated_for_removal") ? Text(option, "deprecated_since") is { Length: > 0 } since ? since : "yes" : "",
            ],
            Text(option, "namespace"));
    }

    /// <summary>A default that stands for itself, or the sample that is printed in the place of one that depends on the machine.</summary>
    private static string Default(Json option)
    {
        var value = option["default"] is { } d ? Compact(d) : "null";
        return option["sample_default"] is { Kind: not JsonKind.Null } sample && value != "null" && Compact(sample) is var text && text != value
            ? $"{{\"expr\":{text}}}"
            : value;
    }

    private static string Choices(Json option) =>
        option["choices"] is { Items: { Count: > 0 } choices }
            ? $"[{string.Join(",", choices.Select(c => Compact(c.Kind == JsonKind.Array && c.Items.Count > 0 ? c.Items[0] : c)))}]"
            : "";

    private static string OldNames(Json option, string group) => string.Join(" ", (option["deprecated_opts"]?.Items ?? [])
        .Select(o => Checked(o["group"]?.Text is { Length: > 0 } g ? g : group, o) + "/" + Checked(Text(o, "name"), o))
        .OrderBy(n => n, StringComparer.Ordinal));

    private static string Number(Json option, string member) => option[member] switch
    {
        null or { Kind: JsonKind.Null } => "",
        { Kind: JsonKind.Number } n => double.Parse(n.Text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        _ => throw Flaw(option, member, "a number or null should stand here"),
    };

    private static string Text(Json option, string member) => option[member] switch
    {
        { Kind: JsonKind.String } text => text.Text,
        null or { Kind: JsonKind.Null } when member is "deprecated_since" or "namespace" => "",
        _ => throw Flaw(option, member, "a string should stand here"),
    };

    private static bool Is(Json option, string member) => option[member] is { Kind: JsonKind.Boolean, Text: "true" };

    private static string Checked(string name, Json at) =>
        name.Length is > 0 and <= 200 && name.All(c => c is > ' ' and < '\x7f' and not ('[' or ']' or '/' or '='))
            ? name
            : throw new JsonFlawException("a name of a group or option has 1 to 200 characters of ASCII without blanks, brackets, / and =", at.Line, at.Column);

    private static JsonFlawException Flaw(Json option, string member, string message) =>
        new($"{member}: {message}", (option[member] ?? option).Line, (option[member] ?? option).Column);

    /// <summary>The value on one line, without blanks.</summary>
    private static string Compact(Json value) => value.Kind switch
    {
        JsonKind.Null => "null",
        JsonKind.String => JsonString.Quote(value.Text),
        JsonKind.Array => $"[{string.Join(",", value.Items.Select(Compact))}]",
        JsonKind.Object => $"{{{string.Join(",", value.Members.Select(m => $"{JsonString.Quote(m.Key)}:{Compact(m.Value)}"))}}}",
        _ => value.Text,
    };
}
