using System.CommandLine;
using ConfigSdk.Tool.Catalog;

return new RootCommand("ConfigSdk beside the build.") { CatalogCommand.Create() }.Parse(args).Invoke();
