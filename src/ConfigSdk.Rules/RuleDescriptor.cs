namespace ConfigSdk.Rules;

/// <summary>What happens in production to what a rule finds. It alone decides the rule's default severity.</summary>
public enum Consequence
{
    /// <summary>nova-compute, libvirt, Glance or the guest's start refuses it: error.</summary>
    Refused,
    /// <summary>It is accepted, and then ignored or harmful: warning.</summary>
    Harmful,
    /// <summary>Worth knowing: information.</summary>
    Notable,
}

/// <summary>The default severity of a rule.</summary>
public enum RuleSeverity
{
    /// <summary>Information.</summary>
    Info,
    /// <summary>Warning.</summary>
    Warning,
    /// <summary>Error.</summary>
    Error,
}

/// <summary>The kinds of code fixes.</summary>
[Flags]
public enum RuleFixes
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>Another text in place of the one that is wrong: Finding.Replacement.</summary>
    Text = 1,
    /// <summary>A setting to remove or to set: FixKeys.</summary>
    Setting = 2,
    /// <summary>Items of a list to remove, to add or to put in another order: FixKeys.</summary>
    Items = 4,
}

/// <summary>A rule's card.</summary>
/// <param name="Id">The id: <c>NOVA</c> and four digits, the first of which is the category.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="MessageFormat">The message; placeholders as in <see cref="string.Format(string, object[])"/>.</param>
/// <param name="Consequence">What happens in production.</param>
/// <param name="Description">What nova, libvirt or the kernel does with it.</param>
public sealed record RuleDescriptor(string Id, string Title, string MessageFormat, Consequence Consequence, string Description)
{
    /// <summary>Whether a project may give the rule another severity. It may not where the file could not be written or would say something else.</summary>
    public bool IsConfigurable { get; init; } = true;

    /// <summary>Whether only the build judges by the rule, which knows every node and all that it leaves out.</summary>
    public bool IsBuildOnly { get; init; }

    /// <summary>What a code fix may be told by the rule's findings.</summary>
    public RuleFixes Fixes { get; init; }

    /// <summary>Where the rules' pages are published; the pages themselves are <c>docs/rules</c> of this repository and of the package.</summary>
    public const string HelpBase = "https://configsdk.dev/rules/";

    /// <summary>The default severity.</summary>
    public RuleSeverity Severity => Consequence switch
    {
        Consequence.Refused => RuleSeverity.Error,
        Consequence.Harmful => RuleSeverity.Warning,
        _ => RuleSeverity.Info,
    };

    /// <summary>The default severity as a setting: error, warning or info.</summary>
    public string SeverityName => Severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        _ => "info",
    };

    /// <summary>The message with its placeholders filled in.</summary>
    public string Message(params object[] arguments) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, MessageFormat, arguments);

    /// <summary>The category's name, as <c>dotnet_analyzer_diagnostic.category-…</c> takes it.</summary>
    public string Category => "ConfigSdk." + Id[4] switch
    {
        '1' => "Cpu",
        '2' => "Host",
        '3' => "Images",
        '4' => "Devices",
        '5' => "Options",
        '6' => "Fleet",
        '7' => "Consoles",
        '8' => "Security",
        _ => "Sdk",
    };

    /// <summary>The address of the rule's page.</summary>
    public string HelpLink => HelpBase + Id;
}
