namespace ConfigSdk.Bundles.Artifacts.Preflight;

/// <summary>A check of preflight.sh: a call of one of the functions that stand beside this file, each in a file of its name.</summary>
/// <param name="Function">The function.</param>
/// <param name="Arguments">What it is called with.</param>
internal sealed record PreflightCheck(string Function, params string[] Arguments)
{
    /// <summary>The call. An argument that is one of the script's variables is written as <c>$name</c>.</summary>
    public string Call => string.Join(' ', Arguments.Select(a => a.StartsWith("$device_", StringComparison.Ordinal) ? $"\"{a}\"" : Script.Word(a)).Prepend(Function));
}
