namespace Emulator.Services.CloudWatch.Alarms.Changes;

/// <summary>An alarm that has changed, after the others whose changes have led to it.</summary>
/// <param name="Before">What changed before; <c>null</c> for what came first.</param>
sealed record EvaluationPath(string AlarmName, EvaluationPath? Before)
{
    public bool Contains(string alarmName) => AlarmName == alarmName || (Before?.Contains(alarmName) ?? false);
}
