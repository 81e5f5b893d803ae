namespace ConfigSdk;

/// <summary>
/// A secret: where it is to be found on the node. What it is stands in no declaration, no bundle and no log: nova.conf has a mark in its place,
/// and the bundle's <c>secrets.sh</c> puts the secret there when it is run on the node. Of options that nova or one of its libraries registers as secret,
/// such as <c>[DEFAULT] transport_url</c> and every <c>password</c>.
/// </summary>
public readonly record struct Secret : IOpenValue
{
    private Secret(string text) => Text = text;

    /// <summary>The mark that stands in nova.conf.</summary>
    public string? Text { get; }

    /// <summary>The value of an environment variable.</summary>
    /// <param name="variable">Its name: letters, digits and <c>_</c>, no digit first.</param>
    [Value("@secret:environment:{0}@")]
    public static Secret FromEnvironment(string variable) => new($"@secret:environment:{variable}@");

    /// <summary>The content of a file, without line breaks at its end.</summary>
    /// <param name="path">Its absolute path on the node.</param>
    [Value("@secret:file:{0}@")]
    public static Secret FromFile(string path) => new($"@secret:file:{path}@");

    /// <summary>What a command prints, without line breaks at the end.</summary>
    /// <param name="command">The command, one line for the shell: <c>pass show nova/rabbit</c>.</param>
    [Value("@secret:command:{0}@")]
    public static Secret FromCommand(string command) => new($"@secret:command:{command}@");

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";
}
