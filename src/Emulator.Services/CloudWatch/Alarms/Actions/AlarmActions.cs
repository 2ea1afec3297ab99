using System.Security.Cryptography;
using System.Text;
using Emulator.Protocol.Json;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Alarms.Changes;
using Emulator.Services.CloudWatch.Alarms.Documents;
using Emulator.Services.Deliveries;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Alarms.Actions;

/// <summary>Hands the actions of a state to the outbox, in the order in which the alarm lists them.</summary>
static class AlarmActions
{
    /// <param name="isAfterMute">Whether a mute rule has held them back until now.</param>
    public static void Run(Write write, AlarmTables alarms, Transition transition, bool isAfterMute = false)
    {
        foreach (var arn in transition.Actions)
        {
            alarms.Engine.Outbox.Add(write, alarms.Scope, DeliveryTo(arn, alarms, transition, isAfterMute));
        }
    }

    /// <summary>Runs once more what repeats while a state lasts.</summary>
    /// <param name="state">From the state to itself.</param>
    public static void Repeat(Write write, AlarmTables alarms, Transition state)
    {
        foreach (var arn in state.ScalingActions)
        {
            alarms.Engine.Outbox.Add(write, alarms.Scope, DeliveryTo(arn, alarms, state, isAfterMute: false));
        }
    }

    static Delivery DeliveryTo(string arn, AlarmTables alarms, Transition transition, bool isAfterMute)
    {
        var scope = alarms.Scope;
        var alarmArn = transition.Alarm.AlarmArn;
        var isTopic = ActionArn.TargetOf(arn) == ActionTarget.Sns;
        var payload = isTopic
            ? NotificationDocument.Message(transition, scope, isAfterMute)
            : FunctionEvent(transition, scope, alarms.Engine.Ids.NextUuid());
        return new Delivery
        {
            Source = DeliverySource.Alarm,
            SourceArn = alarmArn,
            Target = arn,
            OrderingKey = alarmArn,
            Created = transition.At,
            Payload = new Utf8Text(Encoding.UTF8.GetBytes(payload)),
            Subject = isTopic ? NotificationDocument.Subject(transition, scope) : null,
            // "The message group ID is a hash of the ARN of the alarm": user guide, "Notifying users on alarm changes".
            PartitionKey = arn.EndsWith(".fifo", StringComparison.Ordinal)
                ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(alarmArn)))
                : null,
            Context = new ActionContext(
                transition.Alarm.Type,
                transition.New.StateUpdatedTimestamp,
                transition.Contributor
            ).ToString(),
        };
    }

    /// <summary>What a Lambda function is invoked with; targets of other services get the same.</summary>
    static string FunctionEvent(Transition transition, Scope scope, string queryId) =>
        JsonText.Object(json =>
        {
            json.Text("source", "aws.cloudwatch");
            json.Text("alarmArn", transition.Alarm.AlarmArn);
            json.Text("accountId", scope.Account);
            json.Text("time", AlarmText.Time(transition.At));
            json.Text("region", scope.Region);
            json.Object("alarmData", data => EventDocument.WriteTransition(data, transition, queryId));
        });
}
