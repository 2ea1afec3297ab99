namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>The states of an alarm, in the order in which AWS lists them in an error text. Persisted by name.</summary>
internal static class StateValue
{
    public const string InsufficientData = "INSUFFICIENT_DATA";
    public const string Alarm = "ALARM";
    public const string Ok = "OK";
}
