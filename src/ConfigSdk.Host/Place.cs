namespace ConfigSdk.Hosting;

/// <summary>A place in a source file; lines and columns count from 1, 0 means not known.</summary>
internal readonly record struct Place(string? File, int Line, int Column);
