using System.CommandLine;
using ConfigSdk.Tool.Catalog;
using ConfigSdk.Tool.Plans;
using ConfigSdk.Tool.Upgrade;

return new RootCommand("ConfigSdk beside the build.") { CatalogCommand.Create(), UpgradeCommand.Create(), PlanCommand.Create() }.Parse(args).Invoke();
