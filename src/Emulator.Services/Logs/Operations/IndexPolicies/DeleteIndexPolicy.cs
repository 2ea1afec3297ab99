using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.IndexPolicies;

/// <summary>Deletes the index policy of a log group, which then follows that of the account.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteIndexPolicy.html"/>
/// </remarks>
[Operation]
internal static partial class DeleteIndexPolicy
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 2048), RegularExpression(Patterns.LogGroupIdentifier)]
        public required string LogGroupIdentifier { get; init; }
    }

    /// <summary>Without members, but AWS declares it.</summary>
    [Shape]
    public sealed partial record Response;

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        await logs.Write(write =>
        {
            var group = logs.RequireOwnGroup(request.LogGroupIdentifier);
            if (!logs.State.IndexPolicies.Remove(write, group.Name))
            {
                throw LogsErrors.IndexPolicyNotFound();
            }
        });

        return new Response();
    }
}
