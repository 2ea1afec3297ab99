using Emulator.Protocol.Json;
using Emulator.Services.CloudWatch.Alarms.Changes;
using Emulator.Services.CloudWatch.Alarms.History;
using Emulator.Services.CloudWatch.Tags;
using Emulator.Services.Deliveries;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Alarms.Actions;

/// <summary>What an action's delivery remembers for the history of its alarm. Persisted as JSON.</summary>
/// <param name="AlarmType">One of <see cref="Shapes.AlarmType"/>.</param>
/// <param name="StateUpdated">When the alarm took the state that called the action.</param>
/// <param name="Contributor">The time series for which it ran, if it was one.</param>
readonly record struct ActionContext(string AlarmType, DateTimeOffset StateUpdated, Contributor? Contributor)
{
    public override string ToString()
    {
        var (type, time, contributor) = (AlarmType, StateUpdated.ToUnixTimeMilliseconds(), Contributor);
        return JsonText.Object(json =>
        {
            json.Text("alarmType", type);
            json.Integer("stateUpdated", time);
            if (contributor is not null)
            {
                json.Object("contributor", contributor.WriteAttributes);
            }
        });
    }

    /// <returns><c>null</c> for the context of something else.</returns>
    public static ActionContext? Parse(string text)
    {
        if (
            !JsonTree.TryParse(text, out var tree)
            || tree is not JsonTree.Object members
            || members["alarmType"] is not JsonTree.String type
            || members["stateUpdated"] is not JsonTree.Number time
        )
        {
            return null;
        }

        var attributes = (members["contributor"] as JsonTree.Object)?.Members;
        return new ActionContext(
            type.Text,
            DateTimeOffset.FromUnixTimeMilliseconds((long)time.Value),
            attributes is null
                ? null
                : Contributor.Of(attributes.ToDictionary(one => one.Key, one => ((JsonTree.String)one.Value).Text))
        );
    }
}

/// <summary>Writes into the history of an alarm what has become of an action.</summary>
static class ActionOutcomes
{
    /// <summary>For <see cref="Outbox.WhenFinished"/>.</summary>
    public static void Note(EmulatorEngine engine, Write write, DeliveryEntry entry)
    {
        var delivery = entry.Delivery;
        if (
            ActionContext.Parse(delivery.Context ?? "") is not { } context
            || !CloudWatchArn.TryParse(delivery.SourceArn, out var alarm)
        )
        {
            return;
        }

        var isFailed = entry.Outcome.State == DeliveryState.Failed;
        var isTopic = ActionArn.TargetOf(delivery.Target) == ActionTarget.Sns;
        engine
            .In(entry.Scope)
            .CloudWatch.Alarms.History.Add_OnWriter(
                write,
                HistoryDocument.Action(
                    alarm.Name,
                    context.AlarmType,
                    context.Contributor,
                    delivery.Target,
                    isFailed ? entry.Outcome.LastError ?? "" : null,
                    isTopic ? Published(delivery) : null,
                    context.StateUpdated,
                    engine.Clock.GetUtcNow()
                )
            );
    }

    /// <summary>A topic gets a message for each protocol; of which there is one for all.</summary>
    static string Published(Delivery delivery) =>
        JsonText.Object(json => json.Text("default", delivery.Payload.ToString()));
}
