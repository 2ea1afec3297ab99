using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.Destinations;

/// <summary>Deletes a destination. Subscription filters that use it stay, and forward nothing.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteDestination.html"/>
/// </remarks>
[Operation]
internal static partial class DeleteDestination
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.Name)]
        public required string DestinationName { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        await logs.Write(write =>
        {
            if (!logs.State.Destinations.Remove(write, request.DestinationName))
            {
                throw LogsErrors.DestinationNotFound();
            }
        });

        return Empty.Value;
    }
}
