using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.ResourcePolicies;

/// <summary>Lists the resource policies of the account by name, or the one of a log group.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeResourcePolicies.html"/>
/// </remarks>
[Operation]
internal static partial class DescribeResourcePolicies
{
    [Shape]
    public sealed partial record Request
    {
        [MinLength(1)]
        public string? NextToken { get; init; }

        [Range(1, 50)]
        public int? Limit { get; init; }

        /// <summary>The ARN of a log group, for the scope RESOURCE.</summary>
        public string? ResourceArn { get; init; }

        /// <summary>Default ACCOUNT.</summary>
        [EnumSet(typeof(PolicyScope))]
        public string? PolicyScope { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<ResourcePolicy> ResourcePolicies { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        if (request.ResourceArn is null == (request.PolicyScope == PolicyScope.Resource))
        {
            throw LogsErrors.ResourceOfOtherScope();
        }

        if (request.ResourceArn is { } arn)
        {
            return new Response
            {
                ResourcePolicies = logs.State.ResourcePolicies.OfResource(arn) is { } policy ? [policy] : [],
            };
        }

        var page = LogPage<ResourcePolicy>.Take(
            "DescribeResourcePolicies",
            request.NextToken,
            request.Limit,
            logs.State.ResourcePolicies.OfAccount,
            policy => policy.PolicyName!
        );

        return new Response { ResourcePolicies = page.Items, NextToken = page.NextToken };
    }
}
