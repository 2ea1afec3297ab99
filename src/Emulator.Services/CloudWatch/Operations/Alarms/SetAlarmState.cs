using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Json;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Alarms;
using Emulator.Services.CloudWatch.Alarms.Changes;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Operations.Alarms;

/// <summary>Gives an alarm a state until its next evaluation finds another.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_SetAlarmState.html"/></remarks>
[Operation]
internal static partial class SetAlarmState
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 255)]
        public required string AlarmName { get; init; }

        [EnumSet(typeof(StateValue))]
        public required string StateValue { get; init; }

        [Length(0, 1023)]
        public required string StateReason { get; init; }

        /// <summary>JSON.</summary>
        [Length(0, 4000)]
        public string? StateReasonData { get; init; }
    }

    /// <exception cref="AwsException">InvalidFormat, ResourceNotFound.</exception>
    public static async ValueTask<Empty> Handle(Request request, CloudWatchScope cloudWatch)
    {
        if (request.StateReasonData is { } data && !JsonTree.TryParse(data, out _))
        {
            throw AlarmErrors.StateReasonDataNotJson();
        }

        var alarms = cloudWatch.State.Alarms;
        await cloudWatch.Write(write =>
        {
            var alarm = alarms.Find(request.AlarmName) ?? throw CloudWatchErrors.ResourceNotFoundFault();
            var state = new NewState(request.StateValue, request.StateReason, request.StateReasonData);
            new StateChanges(alarms, write, cloudWatch.Clock.GetUtcNow()).Apply(alarm, state);
        });
        return Empty.Value;
    }
}
