namespace ConfigSdk.CodeFixes;

internal static class UseSuggestedName;
