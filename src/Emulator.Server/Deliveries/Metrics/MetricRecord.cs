using System.Text.Json;
using Emulator.Services.Deliveries;

namespace Emulator.Server.Deliveries.Metrics;

/// <summary>A line of what a metric stream says: one minute of one metric.</summary>
/// <param name="Timestamp">Where the minute starts, in milliseconds since the epoch.</param>
/// <param name="Value">The statistics by their names; <c>count</c>, <c>sum</c>, <c>min</c> and <c>max</c> are always there.</param>
sealed record MetricRecord(
    string Account,
    string Region,
    string Namespace,
    string Name,
    IReadOnlyList<KeyValuePair<string, string>> Dimensions,
    long Timestamp,
    IReadOnlyDictionary<string, double> Value,
    string Unit
)
{
    /// <summary>The records of a delivery.</summary>
    public static IReadOnlyList<MetricRecord> Of(Delivery delivery) =>
        [.. delivery.Payload.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    static MetricRecord Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var record = document.RootElement;
        return new MetricRecord(
            Text(record, "account_id"),
            Text(record, "region"),
            Text(record, "namespace"),
            Text(record, "metric_name"),
            [
                .. record
                    .GetProperty("dimensions")
                    .EnumerateObject()
                    .Select(one => KeyValuePair.Create(one.Name, one.Value.GetString()!)),
            ],
            record.GetProperty("timestamp").GetInt64(),
            record.GetProperty("value").EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetDouble()),
            Text(record, "unit")
        );
    }

    static string Text(JsonElement record, string name) => record.GetProperty(name).GetString()!;
}
