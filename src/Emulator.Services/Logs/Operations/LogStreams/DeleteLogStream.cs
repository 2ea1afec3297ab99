using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.LogStreams;

/// <summary>Deletes a log stream with its events.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogStream.html"/>
/// </remarks>
[Operation]
internal static partial class DeleteLogStream
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public required string LogGroupName { get; init; }

        [Length(1, 512), RegularExpression(Patterns.Name)]
        public required string LogStreamName { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException, ValidationException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        await logs.Write(write =>
        {
            var group = logs.Groups.Require(request.LogGroupName);
            var stream = group.Streams.Require(request.LogStreamName);
            if (group.Document.DeletionProtectionEnabled)
            {
                throw LogsErrors.LogGroupProtected();
            }

            group.Streams.Delete(write, stream);
            logs.State.Entities.Drop(write, group.Name, stream.Id);
            group.Events.DropStream_OnWriter(write, stream.Id);
        });

        return Empty.Value;
    }
}
