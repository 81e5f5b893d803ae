namespace ConfigSdk.Catalog;

/// <summary>What is wrong with a file of facts that a project brings itself.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Message">What is wrong, and what should stand there.</param>
public sealed record InputFlaw(string Path, int Line, int Column, string Message);
