namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>What holds back the actions of a composite alarm. Persisted by name.</summary>
internal static class ActionsSuppressedBy
{
    public const string WaitPeriod = "WaitPeriod";
    public const string ExtensionPeriod = "ExtensionPeriod";
    public const string Alarm = "Alarm";
}
