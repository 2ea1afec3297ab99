using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Policies;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.ResourcePolicies;

/// <summary>Creates or replaces a resource policy of the account or of a log group. It is stored and shown; nothing is refused for its sake.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html"/>
/// </remarks>
[Operation(Fidelity = Fidelity.StoredOnly)]
internal static partial class PutResourcePolicy
{
    [Shape]
    public sealed partial record Request
    {
        /// <summary>Needed for a policy of the account.</summary>
        public string? PolicyName { get; init; }

        [Length(1, 51_200)]
        public string? PolicyDocument { get; init; }

        /// <summary>The ARN of a log group, for a policy of that group.</summary>
        public string? ResourceArn { get; init; }

        /// <summary>What is replaced, for a policy of a group.</summary>
        [MinLength(1)]
        public string? ExpectedRevisionId { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required ResourcePolicy ResourcePolicy { get; init; }

        public string? RevisionId { get; init; }
    }

    /// <exception cref="AwsException">
    /// InvalidParameterException, LimitExceededException, OperationAbortedException, ResourceNotFoundException.
    /// </exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var document = request.PolicyDocument ?? throw LogsErrors.PolicyIncomplete();
        var policy = new ResourcePolicy
        {
            PolicyName = request.PolicyName,
            PolicyDocument = ResourcePolicyDocument.Normalise(document),
            LastUpdatedTime = logs.Now,
            PolicyScope = request.ResourceArn is null ? PolicyScope.Account : PolicyScope.Resource,
            ResourceArn = request.ResourceArn,
            RevisionId = request.ResourceArn is null ? null : logs.Ids.NextUuid(),
        };
        if (policy is { PolicyName: null, ResourceArn: null })
        {
            throw LogsErrors.PolicyIncomplete();
        }

        await logs.Write(write =>
        {
            if (policy.ResourceArn is { } arn)
            {
                logs.RequireOwnGroup(arn);
                logs.State.ResourcePolicies.PutOfResource(write, policy, request.ExpectedRevisionId);
            }
            else
            {
                logs.State.ResourcePolicies.PutOfAccount(write, policy);
            }
        });

        // The answer shows the document as it was sent; later ones show it as it is stored.
        return new Response
        {
            ResourcePolicy = policy with { PolicyDocument = document },
            RevisionId = policy.RevisionId,
        };
    }
}
