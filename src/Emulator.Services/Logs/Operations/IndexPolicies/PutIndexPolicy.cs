using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Indexes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.IndexPolicies;

/// <summary>Says which fields of a log group are indexed.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutIndexPolicy.html"/>
/// </remarks>
[Operation(Fidelity = Fidelity.StoredOnly)]
internal static partial class PutIndexPolicy
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 2048), RegularExpression(Patterns.LogGroupIdentifier)]
        public required string LogGroupIdentifier { get; init; }

        [Length(1, 51_200)]
        public required string PolicyDocument { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IndexPolicy IndexPolicy { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        IndexDocument.Parse(request.PolicyDocument);

        var policy = await logs.Write(write =>
        {
            var group = logs.RequireOwnGroup(request.LogGroupIdentifier);
            group.RequireStandard();
            logs.State.IndexPolicies.Put(
                write,
                new IndexPolicyDocument
                {
                    LogGroupName = group.Name,
                    PolicyDocument = request.PolicyDocument,
                    LastUpdateTime = logs.Now,
                }
            );
            return FieldIndexes.PolicyOf(group, logs.State)!;
        });

        return new Response { IndexPolicy = policy };
    }
}
