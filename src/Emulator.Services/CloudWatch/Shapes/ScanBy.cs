namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>The order of an alarm history.</summary>
internal static class ScanBy
{
    public const string TimestampDescending = "TimestampDescending";
    public const string TimestampAscending = "TimestampAscending";
}
