using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Operations.QueryDefinitions;

/// <summary>Deletes a saved query.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteQueryDefinition.html"/>
/// </remarks>
[Operation]
internal static partial class DeleteQueryDefinition
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 256)]
        public required string QueryDefinitionId { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required bool Success { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        await logs.Write(write =>
        {
            if (!logs.State.QueryDefinitions.Remove(write, request.QueryDefinitionId))
            {
                throw LogsErrors.QueryDefinitionNotFound();
            }
        });

        return new Response { Success = true };
    }
}
