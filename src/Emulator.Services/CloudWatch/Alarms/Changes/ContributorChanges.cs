using Emulator.Services.CloudWatch.Alarms.Actions;
using Emulator.Services.CloudWatch.Alarms.Evaluation;
using Emulator.Services.CloudWatch.Alarms.History;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Alarms.Changes;

/// <summary>Gives the time series of an alarm new states, and then the alarm.</summary>
/// <param name="at">When the changes happen.</param>
/// <threadsafety>Good for one write.</threadsafety>
sealed class ContributorChanges(AlarmTables alarms, Write write, DateTimeOffset at)
{
    /// <param name="changes">What changes.</param>
    /// <param name="contributors">Those in ALARM from now on.</param>
    /// <param name="next">The state of the alarm.</param>
    public void Apply(
        MetricAlarm alarm,
        IReadOnlyList<ContributorChange> changes,
        IReadOnlyList<ContributorState> contributors,
        NewState next
    )
    {
        var old = alarms.States.Find(alarm.AlarmName)!;
        alarms.States.Put(write, old with { Contributors = contributors });
        foreach (var change in changes)
        {
            Tell(TransitionOf(alarm, old, change));
        }

        if (next.Value != old.StateValue || next.EvaluationState != old.EvaluationState)
        {
            new StateChanges(alarms, write, at).Apply(alarm, next);
        }
    }

    Transition TransitionOf(MetricAlarm alarm, AlarmState old, ContributorChange change)
    {
        var known = old.Contributors?.FirstOrDefault(one => one.ContributorId == change.Contributor.Id);
        var before = new AlarmState
        {
            AlarmName = alarm.AlarmName,
            StateValue = known is null ? StateValue.Ok : StateValue.Alarm,
            StateReason = known?.StateReason ?? StateReasons.Unchecked,
            StateUpdatedTimestamp = known?.StateTransitionedTimestamp ?? old.StateUpdatedTimestamp,
            StateTransitionedTimestamp = known?.StateTransitionedTimestamp ?? old.StateUpdatedTimestamp,
        };
        var after = before with
        {
            StateValue = change.Value,
            StateReason = change.Reason,
            StateUpdatedTimestamp = at,
            StateTransitionedTimestamp = at,
        };
        return new Transition(alarm, before, after, at) { Contributor = change.Contributor };
    }

    void Tell(Transition transition)
    {
        var mute = alarms.Mutes.ActiveFor(transition.Alarm.AlarmName, at);
        alarms.History.Add_OnWriter(write, HistoryDocument.StateUpdate(transition));
        AlarmEvents.StateChanged(write, alarms, transition, mute);
        if ((transition.Alarm.ActionsEnabled ?? true) && mute is null)
        {
            AlarmActions.Run(write, alarms, transition);
        }
    }
}
