using Emulator.Protocol;
using Emulator.Services.Logs.Filters;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Subscriptions;

namespace Emulator.Services.Logs.Policies;

/// <summary>An account policy that subscribes to all log groups but some.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html"/>
/// </remarks>
static class SubscriptionPolicy
{
    const string FunctionGroupPrefix = "/aws/lambda/";
    const int MaxCriteriaLength = 25 * 1024;

    /// <exception cref="AwsException">InvalidParameterException, AccessDeniedException, ResourceNotFoundException.</exception>
    public static void Check(LogsScope logs, string document, string? criteria)
    {
        using var policy = PolicyJson.Parse(document);
        var arn = PolicyJson.Text(policy.RootElement, "DestinationArn") ?? throw LogsErrors.InvalidAccountPolicy();
        var target = SubscriptionTarget.Parse(arn);
        target.RequireOwnFunction(logs.Scope);
        target.RequireRole(PolicyJson.Text(policy.RootElement, "RoleArn"));
        target.RequireDestination(logs);
        LogPattern.Compile(PolicyJson.Text(policy.RootElement, "FilterPattern"));
        if (
            PolicyJson.Text(policy.RootElement, "Distribution")
            is not (null or Distribution.Random or Distribution.ByLogStream)
        )
        {
            throw LogsErrors.InvalidAccountPolicy();
        }

        var selection = PolicySelection.Parse(criteria, PolicySelection.GroupName);
        if (criteria is not null && (!selection.IsNegated || criteria.Length > MaxCriteriaLength))
        {
            throw LogsErrors.InvalidAccountPolicy();
        }
    }

    /// <returns><c>null</c> when the group is not subscribed to.</returns>
    public static CompiledSubscription? Compile(AccountPolicy policy, LogGroupState group)
    {
        using var document = PolicyJson.Parse(policy.PolicyDocument);
        var destination = PolicyJson.Text(document.RootElement, "DestinationArn")!;
        return !PolicySelection.Parse(policy.SelectionCriteria).Includes(group) || IsOwnLog(group.Name, destination)
            ? null
            : new CompiledSubscription(
                policy.PolicyName,
                true,
                LogPattern.Compile(PolicyJson.Text(document.RootElement, "FilterPattern")),
                destination,
                PolicyJson.Text(document.RootElement, "Distribution") ?? Distribution.ByLogStream,
                false,
                []
            );
    }

    /// <summary>The log of a function never goes to the function itself: it would run for ever.</summary>
    static bool IsOwnLog(string groupName, string destination) =>
        groupName.StartsWith(FunctionGroupPrefix, StringComparison.Ordinal)
        && destination.Split(':') is ["arn", _, "lambda", _, _, "function", var function, ..]
        && groupName[FunctionGroupPrefix.Length..] == function;
}
