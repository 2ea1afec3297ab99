using System.Globalization;
using System.Text;
using Emulator.Protocol.Json;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Alarms.Changes;
using Emulator.Services.CloudWatch.Alarms.Documents;
using Emulator.Services.CloudWatch.Alarms.Muting;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Deliveries;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Alarms.Actions;

/// <summary>Tells EventBridge's default bus what happens to alarms, whether their actions are enabled or not.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html"/></remarks>
static class AlarmEvents
{
    /// <param name="mute">What holds back the actions.</param>
    public static void StateChanged(Write write, AlarmTables alarms, Transition transition, ActiveMute? mute) =>
        Send(
            write,
            alarms,
            transition.Alarm,
            transition.Contributor is null
                ? "CloudWatch Alarm State Change"
                : "CloudWatch Alarm Contributor State Change",
            transition.At,
            detail =>
            {
                EventDocument.WriteTransition(detail, transition, alarms.Engine.Ids.NextUuid());
                if (mute is not null)
                {
                    detail.Object("muteDetail", inner => EventDocument.WriteMute(inner, mute));
                }
            }
        );

    /// <param name="previous">The alarm before an update.</param>
    public static void ConfigurationChanged(
        Write write,
        AlarmTables alarms,
        ConfigurationChange change,
        IAlarm alarm,
        AlarmState state,
        IAlarm? previous,
        DateTimeOffset at
    ) =>
        Send(
            write,
            alarms,
            alarm,
            "CloudWatch Alarm Configuration Change",
            at,
            detail =>
            {
                detail.Text("alarmName", alarm.AlarmName);
                detail.Text("operation", change.ToString().ToLowerInvariant());
                detail.Object(
                    "state",
                    inner =>
                    {
                        inner.Text("value", state.StateValue);
                        inner.Text("timestamp", AlarmText.Time(state.StateUpdatedTimestamp));
                    }
                );
                var ids = alarms.Engine.Ids;
                detail.Object("configuration", inner => EventDocument.WriteConfiguration(inner, alarm, ids.NextUuid()));
                if (previous is not null)
                {
                    detail.Object(
                        "previousConfiguration",
                        inner => EventDocument.WriteConfiguration(inner, previous, ids.NextUuid())
                    );
                }
            }
        );

    static void Send(
        Write write,
        AlarmTables alarms,
        IAlarm alarm,
        string detailType,
        DateTimeOffset at,
        Action<JsonObjectWriter> writeDetail
    )
    {
        var scope = alarms.Scope;
        var payload = JsonText.Object(json =>
        {
            json.Text("version", "0");
            json.Text("id", alarms.Engine.Ids.NextUuid());
            json.Text("detail-type", detailType);
            json.Text("source", "aws.cloudwatch");
            json.Text("account", scope.Account);
            json.Text("time", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.Text("region", scope.Region);
            json.Texts("resources", [alarm.AlarmArn]);
            json.Object("detail", writeDetail);
        });
        alarms.Engine.Outbox.Add(
            write,
            scope,
            new Delivery
            {
                Source = DeliverySource.Event,
                SourceArn = alarm.AlarmArn,
                Target = $"arn:{scope.Partition}:events:{scope.Region}:{scope.Account}:event-bus/default",
                OrderingKey = alarm.AlarmArn,
                Created = at,
                Payload = new Utf8Text(Encoding.UTF8.GetBytes(payload)),
            }
        );
    }
}
