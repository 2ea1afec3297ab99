namespace Emulator.Services.Logs.Shapes;

/// <summary>How DescribeLogStreams sorts.</summary>
static class OrderBy
{
    public const string LogStreamName = "LogStreamName";
    public const string LastEventTime = "LastEventTime";
}
