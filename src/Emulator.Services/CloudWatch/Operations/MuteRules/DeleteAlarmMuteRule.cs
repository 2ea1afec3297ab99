using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Alarms.Changes;

namespace Emulator.Services.CloudWatch.Operations.MuteRules;

/// <summary>Deletes a mute rule, if it exists. Actions that it has held back run at once.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarmMuteRule.html"/></remarks>
[Operation]
internal static partial class DeleteAlarmMuteRule
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 255)]
        public required string AlarmMuteRuleName { get; init; }
    }

    public static async ValueTask<Empty> Handle(Request request, CloudWatchScope cloudWatch)
    {
        var alarms = cloudWatch.State.Alarms;
        await cloudWatch.Write(write =>
        {
            if (alarms.Mutes.All.Find(request.AlarmMuteRuleName) is { } rule)
            {
                alarms.Mutes.Remove(write, rule);
                new StateChanges(alarms, write, cloudWatch.Clock.GetUtcNow()).UnmuteAll(rule);
            }
        });
        return Empty.Value;
    }
}
