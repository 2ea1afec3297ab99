namespace Emulator.Services.Logs.Groups;

/// <summary>The fields that are indexed.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatchLogs-Field-Indexing.html"/>
/// </remarks>
static class FieldIndexes
{
    /// <summary>The fields that every log group of the class STANDARD has an index of.</summary>
    public static IReadOnlyList<string> Default { get; } =
    [
        "@logStream",
        "@aws.region",
        "@aws.account",
        "@source.log",
        "@data_source_name",
        "@data_source_type",
        "@data_format",
        "traceId",
        "severityText",
        "attributes.session.id",
    ];
}
