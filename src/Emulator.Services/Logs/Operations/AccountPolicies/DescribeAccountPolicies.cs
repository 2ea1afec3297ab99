using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Resources;

namespace Emulator.Services.Logs.Operations.AccountPolicies;

/// <summary>Lists the account policies of a type by name, of this or of one linked account.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeAccountPolicies.html"/>
/// </remarks>
[Operation]
internal static partial class DescribeAccountPolicies
{
    [Shape]
    public sealed partial record Request
    {
        [EnumSet(typeof(PolicyType))]
        public required string PolicyType { get; init; }

        public string? PolicyName { get; init; }

        /// <summary>One account at most.</summary>
        [Length(0, 20), ElementLength(12, 12), ElementRegularExpression(Patterns.AccountId)]
        public IReadOnlyList<string>? AccountIdentifiers { get; init; }

        [MinLength(1)]
        public string? NextToken { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<AccountPolicy> AccountPolicies { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        if (request.AccountIdentifiers is [_, _, ..])
        {
            throw LogsErrors.OneAccountOnly();
        }

        var account = request.AccountIdentifiers is [var linked] ? linked : logs.Scope.Account;
        var policies = logs.Engine.In(new Scope(account, logs.Scope.Region)).Logs.AccountPolicies;

        var page = LogPage<AccountPolicy>.Take(
            $"DescribeAccountPolicies {account} {request.PolicyType} {request.PolicyName}",
            request.NextToken,
            size: null,
            after =>
                policies
                    .OfType(request.PolicyType, after)
                    .Where(policy => request.PolicyName is null || policy.PolicyName == request.PolicyName),
            policy => policy.PolicyName
        );

        return new Response { AccountPolicies = page.Items, NextToken = page.NextToken };
    }
}
