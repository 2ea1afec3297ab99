using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.EventStream;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Operations.LogEvents;

/// <summary>Returns a field that was too large to stay in its event.</summary>
/// <remarks>
/// AWS cuts such fields from OpenTelemetry events of more than 1 MB, which the emulator does not take: no pointer leads anywhere.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogObject.html"/>
/// </remarks>
[Operation]
internal static partial class GetLogObject
{
    [Shape]
    public sealed partial record Request
    {
        public bool? Unmask { get; init; }

        [Length(1, 512)]
        public required string LogObjectPointer { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static EventStream Handle(Request request, LogsScope logs) => throw LogsErrors.LogObjectNotFound();
}
