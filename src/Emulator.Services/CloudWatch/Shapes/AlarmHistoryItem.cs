using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>An entry in the history of an alarm.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_AlarmHistoryItem.html"/></remarks>
[Shape]
internal sealed partial record AlarmHistoryItem
{
    public required string AlarmName { get; init; }

    public string? AlarmContributorId { get; init; }

    public required string AlarmType { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    public required string HistoryItemType { get; init; }

    /// <summary>A sentence of at most 255 characters.</summary>
    public required string HistorySummary { get; init; }

    /// <summary>A JSON document of at most 4095 characters.</summary>
    public required Utf8Text HistoryData { get; init; }

    public IReadOnlyDictionary<string, string>? AlarmContributorAttributes { get; init; }
}
