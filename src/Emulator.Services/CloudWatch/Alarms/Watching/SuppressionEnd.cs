using Emulator.Services.CloudWatch.Alarms.Changes;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Alarms.Watching;

/// <summary>The end of a period for which the actions of a composite alarm are held back.</summary>
sealed class SuppressionEnd(AlarmTables alarms, string alarmName, DateTimeOffset until) : DueWork
{
    public override string Name => $"the actions of {alarmName}";

    public override bool IsCurrent => alarms.States.Find(alarmName)?.Suppression?.Until == until;

    public override DateTimeOffset? NextAfter(DateTimeOffset time) => time < until ? until : null;

    public override Action<Write>? Prepare(DateTimeOffset due) =>
        write =>
        {
            if (IsCurrent && alarms.CompositeAlarms.Find(alarmName) is { } alarm)
            {
                new StateChanges(alarms, write, due).Suppress(alarm, null);
            }
        };
}
