namespace ConfigSdk.Rules;

/// <summary>What the SDK itself has to say: that declarations could not be run or judged.</summary>
public static class SdkDescriptors
{
    /// <summary>The compiled declarations could not be loaded.</summary>
    public static RuleDescriptor CannotLoad { get; } = new(
        "NOVA9001", "The compiled declarations cannot be loaded",
        "The compiled declarations cannot be loaded: {0}",
        Consequence.Refused, "The build ran the compiler, but the assembly or one of its references could not be loaded, so no node was judged and no bundle written.") { IsConfigurable = false };

    /// <summary>A declaration threw.</summary>
    public static RuleDescriptor DeclarationThrew { get; } = new(
        "NOVA9002", "A declaration threw an exception",
        "{0} threw {1}: {2}",
        Consequence.Refused, "The build runs the declarations to learn their values. One threw, so no bundle was written.") { IsConfigurable = false };

    /// <summary>The process that ran the declarations ended early.</summary>
    public static RuleDescriptor EndedEarly { get; } = new(
        "NOVA9003", "The declarations ended the process that ran them",
        "The process that ran the declarations ended early with exit code {0} (Environment.Exit, a crash or a stack overflow in a declaration); no bundle was written",
        Consequence.Refused, "Declarations run in a process of their own, which must end by itself.") { IsConfigurable = false };

    /// <summary>The declarations did not finish in time.</summary>
    public static RuleDescriptor TimedOut { get; } = new(
        "NOVA9004", "The declarations did not finish in time",
        "The declarations did not finish within {0} s; find the endless loop, or raise the property ConfigSdkTimeout (seconds)",
        Consequence.Refused, "The build stops declarations that run too long.") { IsConfigurable = false };

    /// <summary>The .NET runtime that the project is compiled for is missing.</summary>
    public static RuleDescriptor RuntimeMissing { get; } = new(
        "NOVA9005", "The .NET runtime that the declarations are compiled for is not installed",
        "The declarations could not be started: the .NET runtime for the project's TargetFramework, or a newer one, is not installed",
        Consequence.Refused, "The build runs the declarations on the runtime that they are compiled for, or on a newer one.") { IsConfigurable = false };

    /// <summary>The package is broken.</summary>
    public static RuleDescriptor PackageBroken { get; } = new(
        "NOVA9006", "The ConfigSdk package is not complete",
        "The declarations could not be started: '{0}' is missing; restore the package ConfigSdk again",
        Consequence.Refused, "A file of the package is not where it belongs.") { IsConfigurable = false };

    /// <summary>A rule threw.</summary>
    public static RuleDescriptor RuleThrew { get; } = new(
        "NOVA9007", "A rule failed",
        "Rule {0} failed and judged nothing here ({1}: {2}); please report it, the other rules still run",
        Consequence.Harmful, "A rule threw an exception, which is a mistake in ConfigSdk. What it would have found is not known.");

    /// <summary>There is no fleet.</summary>
    public static RuleDescriptor NoFleet { get; } = new(
        "NOVA9008", "The project declares no fleet",
        "The project declares no fleet, so there is nothing to write: derive a class from Fleet, and override Nodes",
        Consequence.Harmful, "The build looks for classes that derive from Fleet and writes a bundle for each of their nodes.");

    /// <summary>A file could not be written.</summary>
    public static RuleDescriptor CannotWrite { get; } = new(
        "NOVA9009", "A bundle cannot be written",
        "The bundles cannot be written: {0}",
        Consequence.Refused, "The output directory is not writable, is full, or holds something that is no bundle.") { IsConfigurable = false };

    /// <summary>The compiler is too old for the analyzers.</summary>
    public static RuleDescriptor CompilerTooOld { get; } = new(
        "NOVA9010", "The compiler is too old for the rules",
        "The C# compiler is version {0}, in which the rules do not run; install the .NET SDK 8.0 or Visual Studio 2022 17.8 (compiler {1}), or newer",
        Consequence.Refused, "An older compiler skips the analyzers with no more than a warning, and every mistake would pass.") { IsConfigurable = false };

    /// <summary>A fleet cannot be made.</summary>
    public static RuleDescriptor CannotMakeFleet { get; } = new(
        "NOVA9011", "Fleet that the build cannot make",
        "Fleet '{0}' has no public parameterless constructor, or has type parameters, so its nodes are not built: give it such a constructor, or make it abstract",
        Consequence.Refused, "The build makes an instance of every class that derives from Fleet and is not abstract. A fleet that it passed over would be missing without a word.") { IsConfigurable = false };

    /// <summary>Facts of the project's own cannot be read.</summary>
    public static RuleDescriptor CannotReadFacts { get; } = new(
        "NOVA9012", "Facts of the project's own that cannot be read",
        "{0}; nothing can be judged by these facts, so no bundle is written. Mend the file, or take its item out of the project.",
        Consequence.Refused, "A CpuMap or NovaOptions item names a file that takes the place of bundled facts. One that cannot be read whole is not used at all.") { IsConfigurable = false };

    /// <summary>The property NovaRelease names no release.</summary>
    public static RuleDescriptor UnknownRelease { get; } = new(
        "NOVA9013", "NovaRelease that names no release",
        "The property NovaRelease cannot be read: {0}",
        Consequence.Refused, "The property has every node judged by another release of nova than it declares. Under a name that is none, nothing would be tried.") { IsConfigurable = false };

    /// <summary>Another build writes to the same directory.</summary>
    public static RuleDescriptor OutputInUse { get; } = new(
        "NOVA9014", "Another build writes to the same directory",
        "Another build writes to {0} and did not end within {1} s, so this one wrote nothing; build again when it has ended, or give one of the two a ConfigSdkOutputDirectory of its own",
        Consequence.Refused, "Two builds that write to one directory at once would mix their bundles. The second one waits, but not for ever.") { IsConfigurable = false };

    /// <summary>A plan has changes.</summary>
    public static RuleDescriptor PlanHasChanges { get; } = new(
        "NOVA9015", "The plan has changes",
        "What was built is not what is in {0} ({1}); the plan above lists each change. A build knows only success and failure: configsdk plan ends with exit code 2 here and with 1 on errors.",
        Consequence.Refused, "The target Plan fails where something would change, so that a script can tell drift from none.") { IsConfigurable = false };

    /// <summary>A plan cannot be made.</summary>
    public static RuleDescriptor CannotPlan { get; } = new(
        "NOVA9016", "The plan cannot be made",
        "The plan cannot be made: {0}",
        Consequence.Refused, "The target Plan compares what was built with the directory that the property Against names: bundles, a copy of a host's files, or a directory of such copies.") { IsConfigurable = false };

    /// <summary>The variable SOURCE_DATE_EPOCH is no time.</summary>
    public static RuleDescriptor NoSourceDate { get; } = new(
        "NOVA9017", "SOURCE_DATE_EPOCH that is no time",
        "The environment variable SOURCE_DATE_EPOCH is '{0}', which is no number of seconds since 1970 that a tar archive holds, so no bundle is written; give it one, or unset it",
        Consequence.Refused, "The files in a node's archive bear the time that the variable names. A time made up in its place would make two builds differ that are meant to be the same.") { IsConfigurable = false };

    /// <summary>How much of the nodes the source tells.</summary>
    public static RuleDescriptor PartlyKnown { get; } = new(
        "NOVA9018", "Nodes that the source tells in part",
        "The source tells {0} of {1} declarations of nodes whole; what it leaves open the build judges, which runs them",
        Consequence.Notable, "The editor judges what the source says for certain. Said once for a project, to whoever lists information, and read by the build, which prints how many settings of all nodes the editor knows.");

    /// <summary>Every card.</summary>
    public static IReadOnlyList<RuleDescriptor> All { get; } =
        [CannotLoad, DeclarationThrew, EndedEarly, TimedOut, RuntimeMissing, PackageBroken, RuleThrew, NoFleet, CannotWrite, CompilerTooOld, CannotMakeFleet, CannotReadFacts, UnknownRelease, OutputInUse, PlanHasChanges, CannotPlan, NoSourceDate, PartlyKnown];
}
