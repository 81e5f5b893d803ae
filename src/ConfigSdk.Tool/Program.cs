using System.CommandLine;
using ConfigSdk.Tool.Catalog;
using ConfigSdk.Tool.Upgrade;

return new RootCommand("ConfigSdk beside the build.") { CatalogCommand.Create(), UpgradeCommand.Create() }.Parse(args).Invoke();
