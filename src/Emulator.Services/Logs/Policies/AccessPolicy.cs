using System.Text.Json;
using Emulator.Protocol;

namespace Emulator.Services.Logs.Policies;

/// <summary>The access policy of a destination: which accounts may subscribe or deliver to it.</summary>
/// <remarks>
/// Of the policy language it understands what AWS's guide uses: accounts as principals, and conditions on the organisation, which every account
/// of the emulator counts as a member of.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CreateDestination.html"/>
/// </remarks>
static class AccessPolicy
{
    const string Subscribe = "logs:PutSubscriptionFilter";
    const string Deliver = "logs:CreateDelivery";

    /// <exception cref="AwsException">InvalidParameterException: it is not a JSON object.</exception>
    public static void Require(string policy)
    {
        using var document = PolicyJson.Parse(policy);
    }

    /// <summary>Whether it is a JSON object that says something.</summary>
    public static bool HasStatements(string policy)
    {
        using var document = PolicyJson.TryParse(policy);
        return document is not null && PolicyJson.List(document.RootElement, "Statement").Any();
    }

    /// <param name="policy"><c>null</c> when there is none.</param>
    public static bool LetsSubscribe(string? policy, string account) => Lets(policy, Subscribe, account);

    /// <param name="policy"><c>null</c> when there is none.</param>
    public static bool LetsDeliver(string? policy, string account) => Lets(policy, Deliver, account);

    static bool Lets(string? policy, string action, string account)
    {
        if (policy is null)
        {
            return false;
        }

        using var document = PolicyJson.Parse(policy);
        var applying = PolicyJson
            .List(document.RootElement, "Statement")
            .Where(statement => Covers(statement, action, account))
            .Select(statement => PolicyJson.Text(statement, "Effect"))
            .ToList();
        return applying.Contains("Allow") && !applying.Contains("Deny");
    }

    static bool Covers(JsonElement statement, string action, string account) =>
        PolicyJson.Texts(statement, "Action").Any(name => name == action || name is "logs:*" or "*")
        && statement.TryGetProperty("Principal", out var principal)
        && Principals(principal).Any(name => name == "*" || name == account || name == $"arn:aws:iam::{account}:root");

    static IEnumerable<string> Principals(JsonElement principal) =>
        principal.ValueKind == JsonValueKind.String ? [principal.GetString()!] : PolicyJson.Texts(principal, "AWS");
}
