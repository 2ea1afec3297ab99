namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>The kinds of alarms. Persisted by name.</summary>
internal static class AlarmType
{
    public const string MetricAlarm = "MetricAlarm";
    public const string CompositeAlarm = "CompositeAlarm";
    public const string LogAlarm = "LogAlarm";
}
