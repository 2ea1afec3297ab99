using Emulator.Services.CloudWatch.Alarms.Changes;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Alarms.Watching;

/// <summary>The moment at which the actions of an alarm may run that a mute rule has held back.</summary>
sealed class MuteEnd(AlarmTables alarms, string alarmName) : DueWork
{
    public override string Name => $"the muted actions of {alarmName}";

    public override bool IsCurrent => alarms.States.Find(alarmName)?.Withheld?.IsMuted ?? false;

    public override DateTimeOffset? NextAfter(DateTimeOffset time) => alarms.Mutes.ActiveFor(alarmName, time)?.End;

    public override Action<Write>? Prepare(DateTimeOffset due) =>
        write => new StateChanges(alarms, write, due).Unmute(alarmName);
}
