using System.Text;
using Emulator.Protocol.Json;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Alarms.Changes;
using Emulator.Services.CloudWatch.Alarms.Muting;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Alarms.History;

/// <summary>The items of a history, with their documents as AWS writes them.</summary>
/// <remarks>Members, their order and spelling: recordings of AWS, and reports of its users.</remarks>
static class HistoryDocument
{
    const int MaxDataLength = 4095;
    const int MaxSummaryLength = 255;

    public static AlarmHistoryItem StateUpdate(Transition transition)
    {
        var (old, state) = (transition.Old, transition.New);
        var item = Item(
            transition.Alarm,
            transition.At,
            HistoryItemType.StateUpdate,
            $"Alarm updated from {old.StateValue} to {state.StateValue}",
            () => Write(withOldData: true, withNewData: true),
            () => Write(withOldData: false, withNewData: true),
            () => Write(withOldData: false, withNewData: false)
        );
        return transition.Contributor is { } contributor
            ? item with
            {
                HistoryItemType = HistoryItemType.AlarmContributorStateUpdate,
                HistorySummary = Cut(
                    $"Alarm contributor {contributor.Id} updated from {old.StateValue} to {state.StateValue}",
                    MaxSummaryLength
                ),
                AlarmContributorId = contributor.Id,
                AlarmContributorAttributes = contributor.Attributes,
            }
            : item;

        string Write(bool withOldData, bool withNewData) =>
            JsonText.Object(json =>
            {
                json.Text("version", "1.0");
                json.Object("oldState", inner => WriteState(inner, old, withOldData));
                json.Object("newState", inner => WriteState(inner, state, withNewData));
            });
    }

    public static AlarmHistoryItem ConfigurationUpdate(
        ConfigurationChange change,
        IAlarm alarm,
        AlarmState state,
        DateTimeOffset at
    )
    {
        var (past, member) = change switch
        {
            ConfigurationChange.Create => ("created", "createdAlarm"),
            ConfigurationChange.Update => ("updated", "updatedAlarm"),
            _ => ("deleted", "deletedAlarm"),
        };
        return Item(
            alarm,
            at,
            HistoryItemType.ConfigurationUpdate,
            $"Alarm \"{alarm.AlarmName}\" {past}",
            () => Write(isShort: false),
            () => Write(isShort: true)
        );

        string Write(bool isShort) =>
            JsonText.Object(json =>
            {
                json.Text("version", "1.0");
                json.Text("type", change.ToString());
                json.Object(member, inner => ConfigurationDocument.Write(inner, alarm, state, isShort));
            });
    }

    /// <param name="contributor">The time series for which it ran, if it was one.</param>
    /// <param name="error">Why the action has failed; <c>null</c> when it has not.</param>
    /// <param name="message">What was published.</param>
    /// <param name="stateUpdated">When the alarm took the state that called the action.</param>
    public static AlarmHistoryItem Action(
        string alarmName,
        string alarmType,
        Contributor? contributor,
        string action,
        string? error,
        string? message,
        DateTimeOffset stateUpdated,
        DateTimeOffset at
    )
    {
        return new AlarmHistoryItem
        {
            AlarmName = alarmName,
            AlarmType = alarmType,
            Timestamp = at,
            HistoryItemType = contributor is null ? HistoryItemType.Action : HistoryItemType.AlarmContributorAction,
            AlarmContributorId = contributor?.Id,
            AlarmContributorAttributes = contributor?.Attributes,
            HistorySummary = Cut(
                error is null
                    ? $"Successfully executed action {action}"
                    : $"Failed to execute action {action}. Received error: \"{error}\"",
                MaxSummaryLength
            ),
            HistoryData = Fit(() => Write(message), () => Write(null)),
        };

        string Write(string? published) =>
            JsonText.Object(json =>
            {
                json.Text("actionState", error is null ? "Succeeded" : "Failed");
                json.Integer("stateUpdateTimestamp", stateUpdated.ToUnixTimeMilliseconds());
                json.Text("notificationResource", action);
                json.OptionalText("publishedMessage", published);
                json.OptionalText("error", error is null ? null : Cut(error, MaxSummaryLength));
            });
    }

    /// <summary>That the actions of a state are held back. AWS does not publish the wording.</summary>
    public static AlarmHistoryItem Muted(Transition transition, ActiveMute mute) =>
        Item(
            transition.Alarm,
            transition.At,
            HistoryItemType.Action,
            $"Actions muted by alarm mute rule {mute.Rule.Name}",
            () =>
                JsonText.Object(json =>
                {
                    json.Text("actionState", "Muted");
                    json.Integer("stateUpdateTimestamp", transition.New.StateUpdatedTimestamp.ToUnixTimeMilliseconds());
                    json.Text("alarmMuteRule", mute.Rule.AlarmMuteRuleArn);
                    json.Integer("otherActiveMuteRules", mute.Others);
                })
        );

    static AlarmHistoryItem Item(
        IAlarm alarm,
        DateTimeOffset at,
        string type,
        string summary,
        params ReadOnlySpan<Func<string>> documents
    ) =>
        new()
        {
            AlarmName = alarm.AlarmName,
            AlarmType = alarm.Type,
            Timestamp = at,
            HistoryItemType = type,
            HistorySummary = Cut(summary, MaxSummaryLength),
            HistoryData = Fit(documents),
        };

    /// <summary>The first document that is short enough; each says less than the one before.</summary>
    static Utf8Text Fit(params ReadOnlySpan<Func<string>> documents)
    {
        var text = "";
        foreach (var document in documents)
        {
            text = document();
            if (text.Length <= MaxDataLength)
            {
                break;
            }
        }

        return new Utf8Text(Encoding.UTF8.GetBytes(text));
    }

    static void WriteState(JsonObjectWriter json, AlarmState state, bool withData)
    {
        json.Text("stateValue", state.StateValue);
        json.Text("stateReason", state.StateReason);
        if (withData && state.StateReasonData is { } data)
        {
            json.Json("stateReasonData", data);
        }
    }

    static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
