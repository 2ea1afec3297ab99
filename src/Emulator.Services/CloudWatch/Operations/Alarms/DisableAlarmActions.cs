using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Alarms.Changes;

namespace Emulator.Services.CloudWatch.Operations.Alarms;

/// <summary>Keeps alarms from running their actions; they are evaluated all the same.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DisableAlarmActions.html"/></remarks>
[Operation]
internal static partial class DisableAlarmActions
{
    [Shape]
    public sealed partial record Request
    {
        /// <summary>Names that do not exist are passed over.</summary>
        [MaxLength(100), ElementLength(1, 255)]
        public required IReadOnlyList<string> AlarmNames { get; init; }
    }

    public static async ValueTask<Empty> Handle(Request request, CloudWatchScope cloudWatch)
    {
        var now = cloudWatch.Clock.GetUtcNow();
        await cloudWatch.Write(write =>
            ConfigurationChanges.EnableActions(write, cloudWatch.State.Alarms, request.AlarmNames, false, now)
        );
        return Empty.Value;
    }
}
