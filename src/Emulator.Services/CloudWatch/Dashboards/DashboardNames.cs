using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Dashboards;

/// <summary>What dashboards may be called, and their ARNs.</summary>
static class DashboardNames
{
    /// <exception cref="Protocol.AwsException">InvalidParameterValue.</exception>
    public static void RequireValid(string name)
    {
        if (!name.All(IsNameCharacter))
        {
            throw DashboardErrors.InvalidName();
        }
    }

    /// <exception cref="Protocol.AwsException">InvalidParameterValue.</exception>
    public static void RequireValidPrefix(string prefix)
    {
        if (!prefix.All(c => IsNameCharacter(c) || c == '.'))
        {
            throw DashboardErrors.InvalidPrefix();
        }
    }

    /// <summary>Dashboards are global: there is no region in their ARN.</summary>
    public static string Arn(Scope scope, string name) =>
        $"arn:{scope.Partition}:cloudwatch::{scope.Account}:dashboard/{name}";

    static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
