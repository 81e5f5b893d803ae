using ConfigSdk.Plans;
using ConfigSdk.Rules;

namespace ConfigSdk.Hosting;

/// <summary>The target Plan: what the bundles that were built would change.</summary>
internal static class PlanRun
{
    /// <summary>Compares and says so.</summary>
    /// <param name="from">What is there.</param>
    /// <param name="to">The bundles.</param>
    /// <param name="protocol">Where to say it.</param>
    /// <returns>The exit code: 0 if nothing changes.</returns>
    public static int Run(string from, string to, Protocol protocol)
    {
        try
        {
            var plan = Plan.Of(from, to);
            var text = new StringWriter { NewLine = "\n" };
            PlanText.Write(plan, text);
            foreach (var line in text.ToString().TrimEnd('\n').Split('\n'))
            {
                protocol.Print(line);
            }

            if (plan.HasChanges)
            {
                Say(SdkDescriptors.PlanHasChanges, from, PlanText.Summary(plan));
            }

            protocol.Done(plan.Nodes.Count, 0);
            return plan.HasChanges ? 2 : 0;
        }
        catch (PlanException e)
        {
            Say(SdkDescriptors.CannotPlan, e.Message);
            protocol.Done(0, 0);
            return 1;
        }

        void Say(RuleDescriptor rule, params object[] arguments) => protocol.Finding(rule.Id, "error", default, rule.Message(arguments), rule.HelpLink);
    }
}
