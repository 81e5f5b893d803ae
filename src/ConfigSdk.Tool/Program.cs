using System.CommandLine;
using ConfigSdk.Tool.Catalog;
using ConfigSdk.Tool.Plans;
using ConfigSdk.Tool.Upgrade;
using ConfigSdk.Tool.Why;

return new RootCommand("ConfigSdk beside the build.") { CatalogCommand.Create(), UpgradeCommand.Create(), PlanCommand.Create(), WhyCommand.Create() }.Parse(args).Invoke();
