using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Alarms.Composites;

/// <summary>When the actions of a composite alarm are held back, and how long.</summary>
/// <remarks>
/// Follows the six examples of
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm.html"/>, "Suppress composite alarm actions".
/// </remarks>
static class SuppressionRules
{
    static readonly Suppression ByAlarm = new() { By = ActionsSuppressedBy.Alarm };

    /// <summary>When the composite alarm takes another state.</summary>
    /// <param name="suppressorState">The state of the suppressor; <c>null</c> when it does not exist.</param>
    /// <returns><c>null</c> when actions run at once.</returns>
    public static Suppression? OnTransition(CompositeAlarm alarm, string? suppressorState, DateTimeOffset at) =>
        alarm.ActionsSuppressor is null ? null
        : suppressorState == StateValue.Alarm ? ByAlarm
        : For(ActionsSuppressedBy.WaitPeriod, alarm.ActionsSuppressorWaitPeriod, at);

    /// <summary>When the suppressor takes another state.</summary>
    /// <param name="current">What holds actions back so far.</param>
    public static Suppression? OnSuppressor(
        CompositeAlarm alarm,
        Suppression? current,
        string suppressorState,
        DateTimeOffset at
    ) =>
        suppressorState == StateValue.Alarm ? ByAlarm
        : current?.By == ActionsSuppressedBy.Alarm
            ? For(ActionsSuppressedBy.ExtensionPeriod, alarm.ActionsSuppressorExtensionPeriod, at)
        : current;

    /// <summary>When the composite alarm has got another suppressor, or none: what ran is over.</summary>
    public static Suppression? OnReplacement(string? suppressorState) =>
        suppressorState == StateValue.Alarm ? ByAlarm : null;

    static Suppression? For(string by, int? seconds, DateTimeOffset at) =>
        seconds is > 0 and var length ? new Suppression { By = by, Until = at.AddSeconds(length) } : null;
}
