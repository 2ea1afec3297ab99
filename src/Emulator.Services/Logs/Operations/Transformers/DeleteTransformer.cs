using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.Transformers;

/// <summary>Deletes the transformer of a log group; that of the account, if there is one, takes over.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteTransformer.html"/>
/// </remarks>
[Operation]
internal static partial class DeleteTransformer
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 2048), RegularExpression(Patterns.LogGroupIdentifier)]
        public required string LogGroupIdentifier { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        await logs.Write(write =>
            logs.State.Transformers.Delete(write, logs.RequireOwnGroup(request.LogGroupIdentifier).Name)
        );

        return Empty.Value;
    }
}
