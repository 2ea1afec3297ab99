namespace Emulator.Services.Logs.Fields;

/// <summary>The fields that every log event has.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html"/></remarks>
static class SystemFields
{
    public const string Timestamp = "@timestamp";
    public const string IngestionTime = "@ingestionTime";
    public const string Message = "@message";
    public const string LogStream = "@logStream";

    /// <summary>Account and log group: <c>111111111111:name</c>.</summary>
    public const string Log = "@log";

    public static IReadOnlyList<string> All { get; } = [IngestionTime, Log, LogStream, Message, Timestamp];
}
