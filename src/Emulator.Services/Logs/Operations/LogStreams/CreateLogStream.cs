using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.LogStreams;

/// <summary>Creates a log stream in a log group.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogStream.html"/>
/// </remarks>
[Operation]
internal static partial class CreateLogStream
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public required string LogGroupName { get; init; }

        /// <summary>At most <see cref="LogNames.MaxLength"/> characters, with an error text of its own.</summary>
        [MinLength(1), RegularExpression(Patterns.Name)]
        public required string LogStreamName { get; init; }
    }

    /// <exception cref="AwsException">
    /// InvalidParameterException, ResourceNotFoundException, ResourceAlreadyExistsException.
    /// </exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        LogNames.RequireLength(request.LogStreamName);

        await logs.Write(write =>
        {
            var group = logs.Groups.Require(request.LogGroupName);
            if (group.Streams.ByName.Contains(request.LogStreamName))
            {
                throw LogsErrors.LogStreamExists();
            }

            group.Streams.Create(write, request.LogStreamName, logs.Now);
        });

        return Empty.Value;
    }
}
