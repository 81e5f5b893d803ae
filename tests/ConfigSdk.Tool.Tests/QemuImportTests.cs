using System.Text;
using ConfigSdk.Catalog;
using ConfigSdk.Tool.Catalog;

namespace ConfigSdk.Tool.Tests;

public sealed class QemuImportTests : IDisposable
{
    private const string MachineHelp = """
        Supported machines are:
        microvm              microvm (i386)
        pc                   Standard PC (i440FX + PIIX, 1996) (alias of pc-i440fx-10.0)
        pc-i440fx-10.0       Standard PC (i440FX + PIIX, 1996) (default)
        pc-i440fx-7.0        Standard PC (i440FX + PIIX, 1996) (deprecated)
        supermicro-x11spi-bmc Supermicro X11 SPI BMC (ARM1176)

        """;

    private const string Machines = """
        {"return": [
          {"hotpluggable-cpus": false, "name": "microvm", "numa-mem-supported": false, "default-cpu-type": "qemu64-x86_64-cpu", "cpu-max": 288, "deprecated": false},
          {"hotpluggable-cpus": true, "name": "pc-i440fx-10.0", "cpu-max": 255, "is-default": true, "deprecated": false, "alias": "pc", "default-ram-id": "pc.ram"}
        ]}
        """;

    private const string CpuHelp = """
        Available CPUs:
          Nehalem               (alias configured by machine type)
          Nehalem-IBRS          (alias of Nehalem-v2)
          Nehalem-v1            Intel Core i7 9xx (Nehalem Class Core i7)
          Nehalem-v2            Intel Core i7 9xx (Nehalem Core i7, IBRS update)
          486-v1                

        Recognized CPUID flags:
          3dnow 3dnowext 3dnowprefetch abm

        """;

    private readonly FactFolder _facts = new();

    public void Dispose() => _facts.Dispose();

    [Fact]
    public void Machine_types_of_help_have_what_stands_in_brackets_behind_them() => Assert.Equal(
        [
            new("microvm", "", false, false),
            new("pc", "pc-i440fx-10.0", false, false),
            new("pc-i440fx-10.0", "", true, false),
            new("pc-i440fx-7.0", "", false, true),
            new("supermicro-x11spi-bmc", "", false, false),
        ],
        QemuHelp.Machines(Text(MachineHelp)), Same);

    [Fact]
    public void Cpu_models_of_help_end_before_the_flags() => Assert.Equal(
        [
            new("Nehalem", "", false, false),
            new("Nehalem-IBRS", "Nehalem-v2", false, false),
            new("Nehalem-v1", "", false, false),
            new("Nehalem-v2", "", false, false),
            new("486-v1", "", false, false),
        ],
        QemuHelp.Cpus(Text(CpuHelp)), Same);

    [Theory]
    [InlineData("x86 Icelake-Client-v1     Intel Core Processor (Icelake) [deprecated]               ", "Icelake-Client-v1", "", true)]
    [InlineData("x86 Icelake-Client-v2     Intel Core Processor (Icelake) [no TSX, deprecated]       ", "Icelake-Client-v2", "", true)]
    [InlineData("x86 Broadwell             (alias configured by machine type)                        ", "Broadwell", "", false)]
    [InlineData("x86 Broadwell-IBRS        (alias of Broadwell-v3)                                   ", "Broadwell-IBRS", "Broadwell-v3", false)]
    [InlineData("x86 Skylake-Client-noTSX-IBRS  (alias of Skylake-Client-v3)", "Skylake-Client-noTSX-IBRS", "Skylake-Client-v3", false)]
    [InlineData("  pxa270-a0 (deprecated)", "pxa270-a0", "", true)]
    [InlineData("  cortex-a57", "cortex-a57", "", false)]
    [InlineData("x86 host                  processor with all supported host features ", "host", "", false)]
    public void Cpu_models_of_each_version_are_read(string line, string name, string aliasOf, bool deprecated) =>
        Assert.Equal([new(name, aliasOf, false, deprecated)], QemuHelp.Cpus(Text("Available CPUs:\n" + line + "\n")), Same);

    [Fact]
    public void Qmp_tells_the_machine_type_and_its_alias() => Assert.Equal(
        [
            new("microvm", "", false, false, "288", "no", "no", "qemu64-x86_64-cpu"),
            new("pc-i440fx-10.0", "", true, false, "255", "yes", "", ""),
            new("pc", "pc-i440fx-10.0", false, false),
        ],
        QemuAnswers.Machines("machines.json", Encoding.UTF8.GetBytes(Machines)), Same);

    [Fact]
    public void Qmp_answers_are_read_without_what_is_around_them_too() => Assert.Equal(
        [new("486", "486-v1", false, false, "yes"), new("486-v1", "", false, true, "")],
        QemuAnswers.Cpus("cpus.json", """
            [
             {"name": "486", "alias-of": "486-v1", "migration-safe": true, "static": false, "unavailable-features": [], "deprecated": false},
             {"name": "486-v1", "static": false, "deprecated": true}
            ]
            """u8.ToArray()), Same);

    [Theory]
    [InlineData("Supported machines:\npc a\n", "help.txt(1): 'Supported machines are:' has to stand here")]
    [InlineData("Supported machines are:\npc   Standard PC\nq35\n", "help.txt(3): 'q35' is no line of QEMU's list")]
    [InlineData("Supported machines are:\npc\tStandard PC\n", "help.txt(2): 'pc\tStandard PC' is no line of QEMU's list")]
    [InlineData("", "help.txt(1): 'Supported machines are:' has to stand here")]
    public void Help_of_another_form_is_refused_where_it_is(string help, string message) =>
        Assert.Equal(message, Assert.Throws<ImportException>(() => QemuHelp.Machines(Text(help))).Message);

    [Theory]
    [InlineData("[\n {\"name\": \"pc\", \"deprecated\": \"no\"}]", "(2,35): ")]
    [InlineData("[\n {\"name\": \"a\\tb\", \"deprecated\": false}]", "(2,17): A name has to stand here")]
    [InlineData("[\n {\"name\": \"pc\"}]", "deprecated")]
    [InlineData("[{\"name\": \"pc\", \"deprecated\": false},\n", "(2,1): ")]
    [InlineData("{\"error\": {\"class\": \"GenericError\"}}", "return")]
    [InlineData("[null]", ": null is no answer")]
    [InlineData("null", ": null is no answer")]
    [InlineData("{\"return\": null}", ": null is no answer")]
    [InlineData("", "(1,1): ")]
    public void An_answer_of_another_form_is_refused_where_it_is(string answer, string part)
    {
        var message = Assert.Throws<ImportException>(() => QemuAnswers.Machines("machines.json", Encoding.UTF8.GetBytes(answer))).Message;
        Assert.StartsWith("machines.json", message, StringComparison.Ordinal);
        Assert.Contains(part, message, StringComparison.Ordinal);
    }

    /// <summary>The bundled facts of a version, written as QMP would answer them, give the same file to the byte.</summary>
    [Theory]
    [InlineData("5.2", "x86_64")]
    [InlineData("7.2", "aarch64")]
    [InlineData("11.1", "x86_64")]
    public void A_version_that_is_removed_and_imported_again_is_the_same(string version, string architecture)
    {
        var bundled = _facts.Text("qemu");
        var sources = _facts.Text("sources");
        var arguments = Answers(QemuFacts.For(VersionText.Parse(version)!, architecture)!, version, architecture);

        Assert.Equal(0, _facts.Import("qemu", arguments));
        Assert.Equal(bundled, _facts.Text("qemu"));
        Assert.Equal(sources, _facts.Text("sources"));

        _facts.Remove("qemu", version, 3, row => row[1] == architecture);
        Assert.DoesNotContain(_facts.Text("qemu").Split('\n').Select(l => l.Split('\t')), r => r.Length > 3 && r[1] == architecture && r[3].Split(' ').Contains(version));
        Assert.Equal(0, _facts.Import("qemu", arguments));
        Assert.Equal(bundled, _facts.Text("qemu"));
        Assert.Contains($"qemu\t{version} {architecture}\ta test\t2026-11-24\n", _facts.Text("sources"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_version_joins_the_rows_that_say_the_same()
    {
        Assert.Equal(0, Import8());
        Assert.Contains("machine\tx86_64\tpc-i440fx-10.0\t8.2\t\tdefault\t255\tyes\nmachine\tx86_64\tpc-i440fx-10.0\t10.0\t", _facts.Text("qemu"), StringComparison.Ordinal);
        Assert.Contains("machine\tx86_64\tmicrovm\t5.2 7.2 8.2 10.0 11.1\t\t\t288\tno\tno\tqemu64-x86_64-cpu\n", _facts.Text("qemu"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--qemu 7.2.1 --architecture x86_64 --machine-help {0} --cpu-help {1}")]
    [InlineData("--qemu seven --architecture x86_64 --machine-help {0} --cpu-help {1}")]
    [InlineData("--qemu 7.2 --architecture x86/64 --machine-help {0} --cpu-help {1}")]
    [InlineData("--qemu 7.2 --architecture x86_64 --machine-help {0}")]
    [InlineData("--qemu 7.2 --architecture x86_64 --cpu-help {1}")]
    [InlineData("--qemu 7.2 --architecture x86_64 --machine-help {1} --cpu-help {0}")]
    [InlineData("--qemu 7.2 --architecture x86_64 --machine-help {0} --cpu-help {1} --machines {2}")]
    [InlineData("--qemu 7.2 --architecture x86_64 --machine-help {0}.missing --cpu-help {1}")]
    [InlineData("--qemu 7.2 --architecture x86_64 --machine-help {3} --cpu-help {1}")]
    [InlineData("--qemu 7.2 --architecture x86_64 --machine-help {4} --cpu-help {1}")]
    public void What_is_refused_leaves_the_facts_as_they_are(string arguments)
    {
        var before = _facts.Names.ToDictionary(n => n, n => _facts.Text(Path.GetFileNameWithoutExtension(n)));
        string[] inputs =
        [
            _facts.Input("machine-help", MachineHelp),
            _facts.Input("cpu-help", CpuHelp),
            _facts.Input("machines", Machines),
            _facts.Input("twice", "Supported machines are:\npc  Standard PC\npc  Standard PC\n"),
            _facts.Input("lost", "Supported machines are:\npc  Standard PC (alias of pc-i440fx-7.2)\n"),
        ];
        Assert.Equal(1, _facts.Import("qemu", string.Format(System.Globalization.CultureInfo.InvariantCulture, arguments, inputs).Split(' ')));
        Assert.Equal(before, _facts.Names.ToDictionary(n => n, n => _facts.Text(Path.GetFileNameWithoutExtension(n))));
    }

    [Fact]
    public void Help_and_qmp_of_one_qemu_are_taken_together()
    {
        var help = QemuHelp.Machines(Text("Supported machines are:\npc  PC (alias of pc-1)\npc-1  PC (default)\npc-0  PC (deprecated)\n"));
        List<QemuEntry> qmp = [new("pc-1", "", true, false, "255"), new("pc", "pc-1", false, false), new("pc-0", "", false, false, "8")];
        Assert.Equal([qmp[0], qmp[1], qmp[2] with { IsDeprecated = true }], QemuImport.Merge("help", help, "qmp", qmp), Same);
        Assert.Contains("help: 'pc-2' is missing", Assert.Throws<ImportException>(() => QemuImport.Merge("help", help, "qmp", [.. qmp, new("pc-2", "", false, false)])).Message, StringComparison.Ordinal);
        Assert.Contains("'pc' is not what qmp says", Assert.Throws<ImportException>(() => QemuImport.Merge("help", help, "qmp", [qmp[0], qmp[1] with { AliasOf = "pc-0" }, qmp[2]])).Message, StringComparison.Ordinal);
    }

    private int Import8() => _facts.Import(
        "qemu", "--qemu", "8.2", "--architecture", "x86_64", "--machines", _facts.Input("machines.json", Machines), "--cpu-help", _facts.Input("cpu-help.txt", CpuHelp));

    private string[] Answers(QemuFacts facts, string version, string architecture)
    {
        var aliases = facts.MachineNames.Where(n => facts.FindMachine(n)!.Name != n).ToDictionary(n => facts.FindMachine(n)!.Name);
        var machines = facts.Machines.Select(m =>
            $$"""{"name": "{{m.Name}}", "cpu-max": {{m.MaxCpus}}, "deprecated": {{Json(m.IsDeprecated)}}, "is-default": {{Json(m.IsDefault)}}, "hotpluggable-cpus": {{Json(m.HotpluggableCpus)}}, "numa-mem-supported": {{Json(m.NumaMemSupported)}}, "default-cpu-type": {{Json(m.DefaultCpuType)}}, "alias": {{Json(aliases.GetValueOrDefault(m.Name))}}}""");
        var cpus = facts.Cpus.Select(c => $$"""{"name": "{{c.Name}}", "alias-of": {{Json(c.AliasOf)}}, "deprecated": {{Json(c.IsDeprecated)}}, "migration-safe": {{Json(c.MigrationSafe)}}}""");
        // Not in the order of the file.
        return
        [
            "--qemu", version, "--architecture", architecture,
            "--machines", _facts.Input("machines.json", $"[{string.Join(",\n", machines.Reverse())}]"),
            "--cpu-definitions", _facts.Input("cpus.json", $$"""{"return": [{{string.Join(",\n", cpus.Reverse())}}]}"""),
        ];
    }

    private static string Json(object? value) => value switch { null => "null", bool b => b ? "true" : "false", _ => $"\"{value}\"" };

    private static TextInput Text(string text) => TextInput.Of("help.txt", text);

    private static bool Same(QemuEntry a, QemuEntry b) => a with { Answers = b.Answers } == b && a.Answers.SequenceEqual(b.Answers);
}
