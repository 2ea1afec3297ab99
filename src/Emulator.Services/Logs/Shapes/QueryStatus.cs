namespace Emulator.Services.Logs.Shapes;

/// <summary>How far a query is.</summary>
static class QueryStatus
{
    public const string Scheduled = "Scheduled";
    public const string Running = "Running";
    public const string Complete = "Complete";
    public const string Failed = "Failed";
    public const string Cancelled = "Cancelled";
    public const string Timeout = "Timeout";
    public const string Unknown = "Unknown";
}
