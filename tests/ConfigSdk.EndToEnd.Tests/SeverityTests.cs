using ConfigSdk.EndToEnd.Tests.Harness;

namespace ConfigSdk.EndToEnd.Tests;

/// <summary>A finding that only the build can make obeys the same settings as the compiler's own.</summary>
public sealed class SeverityTests(SeverityTests.Built built) : IClassFixture<SeverityTests.Built>
{
    /// <summary>The rule's own severity is warning.</summary>
    private const string Id = "NOVA1008";

    // The compiler cannot know what Parse returns.
    private static readonly string s_declaration = TestProject.Declared("""
        [new("n1", Kvm.Override(new() { Nova = new() { Libvirt = new() { CpuMode = Enum.Parse<CpuMode>("None"), CpuModelExtraFlags = [CpuFlag.Enable("pcid")] } } }))]
        """);

    private static readonly (string Name, string Properties, string EditorConfig, string GlobalConfig, string Expected)[] s_cells =
    [
        ("Default", "", "", "", "warning"),
        ("NoWarn", $"<NoWarn>{Id}</NoWarn>", "", "", "none"),
        ("WarningsAsErrors", $"<WarningsAsErrors>{Id}</WarningsAsErrors>", "", "", "error"),
        ("TreatWarningsAsErrors", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "", "", "error"),
        ("WarningsNotAsErrors", $"<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>{Id}</WarningsNotAsErrors>", "", "", "warning"),
        ("EditorConfigNone", "", "none", "", "none"),
        ("EditorConfigSuggestion", "", "suggestion", "", "info"),
        ("EditorConfigWarning", "", "warning", "", "warning"),
        ("EditorConfigError", "", "error", "", "error"),
        ("GlobalConfigError", "", "", "error", "error"),
        ("GlobalConfigNone", "", "", "none", "none"),
    ];

    public static TheoryData<string, string> Cells => [.. s_cells.Select(c => (c.Name, c.Expected))];

    /// <summary>A project for each setting, all in one build.</summary>
    public sealed class Built(PackedSdk sdk) : IAsyncLifetime
    {
        private readonly Dictionary<string, TestProject> _projects = [];

        internal BuildResult Result { get; private set; } = null!;

        internal TestProject this[string name] => _projects[name];

        public async ValueTask InitializeAsync()
        {
            var directory = sdk.NewDirectory("severities");
            foreach (var (name, properties, editorConfig, globalConfig, _) in s_cells)
            {
                var project = _projects[name] = new TestProject(sdk, Path.Combine(directory, name), name, properties).Write("Nodes.cs", s_declaration);
                if (editorConfig.Length > 0)
                {
                    project.Write(".editorconfig", $"[*.cs]\ndotnet_diagnostic.{Id}.severity = {editorConfig}\n");
                }

                if (globalConfig.Length > 0)
                {
                    project.Write(".globalconfig", $"is_global = true\ndotnet_diagnostic.{Id}.severity = {globalConfig}\n");
                }
            }

            Result = await sdk.BuildAllAsync(directory, _projects.Values);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    [Theory, MemberData(nameof(Cells))]
    public void A_setting_is_obeyed(string name, string expected)
    {
        var said = built.Result.Of(built[name]).Where(d => d.Id == Id).ToArray();

        Assert.True(said.Select(d => d.Severity).DefaultIfEmpty("none").Single() == expected, built.Result.ToString());
        // Only an error keeps bundles from being written.
        Assert.Equal(expected != "error", File.Exists(built[name].FleetFile));
    }
}
