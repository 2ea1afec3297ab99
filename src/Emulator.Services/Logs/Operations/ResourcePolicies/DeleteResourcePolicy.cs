using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Operations.ResourcePolicies;

/// <summary>Deletes a resource policy of the account or of a log group.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteResourcePolicy.html"/>
/// </remarks>
[Operation]
internal static partial class DeleteResourcePolicy
{
    [Shape]
    public sealed partial record Request
    {
        public string? PolicyName { get; init; }

        public string? ResourceArn { get; init; }

        /// <summary>What is deleted, for a policy of a group.</summary>
        [MinLength(1)]
        public string? ExpectedRevisionId { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, OperationAbortedException, ResourceNotFoundException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        if (request is { PolicyName: null, ResourceArn: null })
        {
            throw LogsErrors.PolicyIncomplete();
        }

        await logs.Write(write =>
        {
            if (request.ResourceArn is { } arn)
            {
                logs.State.ResourcePolicies.DeleteOfResource(write, arn, request.ExpectedRevisionId);
            }
            else
            {
                logs.State.ResourcePolicies.DeleteOfAccount(write, request.PolicyName!);
            }
        });

        return Empty.Value;
    }
}
