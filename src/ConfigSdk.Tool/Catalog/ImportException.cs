namespace ConfigSdk.Tool.Catalog;

/// <summary>The input of an import is not what it has to be. The message is for whoever gave the input, and begins with its place.</summary>
internal sealed class ImportException(string message) : Exception(message);
