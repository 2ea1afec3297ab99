using Emulator.Services.CloudWatch.Alarms.Actions;
using Emulator.Services.CloudWatch.Alarms.Changes;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Alarms.Watching;

/// <summary>The actions of Auto Scaling, which an alarm repeats every minute while its state lasts.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html"/></remarks>
sealed class ScalingRepeat : DueWork
{
    static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    readonly AlarmTables _alarms;
    readonly MetricAlarm _alarm;
    readonly DateTimeOffset _since;

    ScalingRepeat(AlarmTables alarms, MetricAlarm alarm, DateTimeOffset since)
    {
        _alarms = alarms;
        _alarm = alarm;
        _since = since;
    }

    public override string Name => $"the scaling actions of {_alarm.AlarmName}";

    public override bool IsCurrent =>
        _alarms.States.Find(_alarm.AlarmName)?.StateTransitionedTimestamp == _since
        && ReferenceEquals(_alarms.MetricAlarms.Find(_alarm.AlarmName), _alarm);

    /// <returns><c>null</c> when the alarm has none for the state that it is in.</returns>
    public static ScalingRepeat? Of(AlarmTables alarms, MetricAlarm alarm) =>
        alarms.States.Find(alarm.AlarmName) is { } state
        && new Transition(alarm, state, state, default).ScalingActions.Any()
            ? new ScalingRepeat(alarms, alarm, state.StateTransitionedTimestamp)
            : null;

    public override DateTimeOffset? NextAfter(DateTimeOffset time)
    {
        var passed = Math.Max(0, (time - _since).Ticks / Interval.Ticks);
        return _since + (passed + 1) * Interval;
    }

    public override Action<Write>? Prepare(DateTimeOffset due) =>
        write =>
        {
            if (IsCurrent)
            {
                new StateChanges(_alarms, write, due).RepeatScaling(_alarm);
            }
        };
}
