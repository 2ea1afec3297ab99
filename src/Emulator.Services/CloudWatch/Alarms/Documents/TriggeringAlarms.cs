using Emulator.Protocol.Json;

namespace Emulator.Services.CloudWatch.Alarms.Documents;

/// <summary>The children that a composite alarm owes its state to, as its reason data lists them.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html"/></remarks>
static class TriggeringAlarms
{
    /// <summary>No child takes less than this many characters.</summary>
    const int ShortestChild = 100;

    public static string Write(IReadOnlyList<TriggeringAlarm> children)
    {
        // What does not fit is left out, so that the document stays one.
        var kept = Math.Min(children.Count, Evaluation.StateReasonData.MaxLength / ShortestChild);
        while (true)
        {
            var text = JsonText.Object(json => json.Objects("triggeringAlarms", children.Take(kept), Write));
            if (text.Length <= Evaluation.StateReasonData.MaxLength || kept == 0)
            {
                return text;
            }

            kept--;
        }
    }

    /// <param name="reasonData">Of a composite alarm; may have been set by somebody to anything.</param>
    public static IReadOnlyList<TriggeringAlarm> Read(string? reasonData)
    {
        if (
            reasonData is null
            || !JsonTree.TryParse(reasonData, out var tree)
            || (tree as JsonTree.Object)?["triggeringAlarms"] is not JsonTree.Array list
        )
        {
            return [];
        }

        return
        [
            .. list
                .Items.OfType<JsonTree.Object>()
                .Select(child => (Arn: TextOf(child["arn"]), State: child["state"] as JsonTree.Object))
                .Select(child => new TriggeringAlarm(
                    child.Arn,
                    TextOf(child.State?["value"]),
                    TextOf(child.State?["timestamp"])
                )),
        ];
    }

    static void Write(JsonObjectWriter json, TriggeringAlarm child)
    {
        json.Text("arn", child.Arn);
        json.Object(
            "state",
            state =>
            {
                state.Text("value", child.StateValue);
                state.Text("timestamp", child.Timestamp);
            }
        );
    }

    static string TextOf(JsonTree? tree) => tree is JsonTree.String text ? text.Text : "";
}

/// <summary>A child and the state that it had.</summary>
/// <param name="Timestamp">When it took the state, in the form of <see cref="AlarmText.Time(DateTimeOffset)"/>.</param>
readonly record struct TriggeringAlarm(string Arn, string StateValue, string Timestamp);
