using ConfigSdk.Rules;
using Microsoft.Build.Utilities;

namespace ConfigSdk.Tasks;

/// <summary>Logs what the SDK itself has to say, with its id and the address of its page.</summary>
internal static class SdkErrors
{
    public static void LogError(this TaskLoggingHelper log, RuleDescriptor descriptor, string file, params object[] arguments) => log.LogError(
        null, descriptor.Id, null, descriptor.HelpLink, file, 0, 0, 0, 0,
        descriptor.Message(arguments));
}
