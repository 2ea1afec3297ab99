using System.Text.Json;
using Emulator.Protocol;

namespace Emulator.Services.Logs.Policies;

/// <summary>The access policy of a destination: which accounts may subscribe to it.</summary>
/// <remarks>
/// Of the policy language it understands what AWS's guide uses: accounts as principals, and conditions on the organisation, which every account
/// of the emulator counts as a member of.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CreateDestination.html"/>
/// </remarks>
static class AccessPolicy
{
    const string Action = "logs:PutSubscriptionFilter";

    /// <exception cref="AwsException">InvalidParameterException: it is not a JSON object.</exception>
    public static void Require(string policy)
    {
        using var document = PolicyJson.Parse(policy);
    }

    /// <param name="policy"><c>null</c> when there is none.</param>
    public static bool LetsSubscribe(string? policy, string account)
    {
        if (policy is null)
        {
            return false;
        }

        using var document = PolicyJson.Parse(policy);
        var applying = PolicyJson
            .List(document.RootElement, "Statement")
            .Where(statement => Covers(statement, account))
            .Select(statement => PolicyJson.Text(statement, "Effect"))
            .ToList();
        return applying.Contains("Allow") && !applying.Contains("Deny");
    }

    static bool Covers(JsonElement statement, string account) =>
        PolicyJson.Texts(statement, "Action").Any(action => action is Action or "logs:*" or "*")
        && statement.TryGetProperty("Principal", out var principal)
        && Principals(principal).Any(name => name == "*" || name == account || name == $"arn:aws:iam::{account}:root");

    static IEnumerable<string> Principals(JsonElement principal) =>
        principal.ValueKind == JsonValueKind.String ? [principal.GetString()!] : PolicyJson.Texts(principal, "AWS");
}
