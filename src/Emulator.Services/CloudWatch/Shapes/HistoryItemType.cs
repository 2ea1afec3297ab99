namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>What an entry in the history of an alarm tells. Persisted by name.</summary>
internal static class HistoryItemType
{
    public const string ConfigurationUpdate = "ConfigurationUpdate";
    public const string StateUpdate = "StateUpdate";
    public const string Action = "Action";
    public const string AlarmContributorStateUpdate = "AlarmContributorStateUpdate";
    public const string AlarmContributorAction = "AlarmContributorAction";
}
