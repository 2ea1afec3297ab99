using Emulator.Services.CloudWatch.Alarms.Actions;
using Emulator.Services.CloudWatch.Alarms.Composites;
using Emulator.Services.CloudWatch.Alarms.History;
using Emulator.Services.CloudWatch.Alarms.Muting;
using Emulator.Services.CloudWatch.Alarms.Watching;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Alarms.Changes;

/// <summary>Gives alarms new states, with all that follows in the same write: history, events, actions, and the states of composite alarms.</summary>
/// <param name="at">When the changes happen.</param>
/// <threadsafety>Good for one write.</threadsafety>
sealed class StateChanges(AlarmTables alarms, Write write, DateTimeOffset at)
{
    /// <summary>Transitions whose consequences for composite alarms are still to be looked at.</summary>
    readonly Queue<Transition> _waiting = new();

    /// <summary>The state of an alarm that has just been made.</summary>
    public void Begin(IAlarm alarm)
    {
        alarms.States.Put(
            write,
            new AlarmState
            {
                AlarmName = alarm.AlarmName,
                StateValue = StateValue.InsufficientData,
                StateReason = Evaluation.StateReasons.Unchecked,
                StateUpdatedTimestamp = at,
                StateTransitionedTimestamp = at,
            }
        );
        alarms.Engine.Alarms.StatesChanged_OnWriter();
    }

    /// <summary>Gives an alarm a state; when its value is the one that it has, only the reason changes.</summary>
    public void Apply(IAlarm alarm, NewState next)
    {
        Change(alarm, next);
        while (_waiting.TryDequeue(out var transition))
        {
            Propagate(transition);
        }
    }

    /// <summary>Lets something hold back the actions of a composite alarm, or nothing: then those run that have waited.</summary>
    public void Suppress(CompositeAlarm alarm, Suppression? suppression)
    {
        var state = alarms.States.Find(alarm.AlarmName)!;
        if (state.Suppression == suppression)
        {
            return;
        }

        state = state with { Suppression = suppression };
        alarms.States.Put(write, state);
        if (suppression?.Until is { } until)
        {
            alarms.Engine.Alarms.Add(new SuppressionEnd(alarms, alarm.AlarmName, until), until);
        }
        else if (suppression is null && state.Withheld is { } withheld)
        {
            state = state with { Withheld = null };
            alarms.States.Put(write, state);
            Act(new Transition(alarm, withheld.Before(state), state, at), alarms.Mutes.ActiveFor(alarm.AlarmName, at));
        }
    }

    /// <summary>Runs the actions of an alarm that mute rules have held back, unless one still does.</summary>
    public void Unmute(string alarmName)
    {
        if (
            alarms.States.Find(alarmName) is not { Withheld: { IsMuted: true } withheld } state
            || alarms.Find(alarmName) is not { } alarm
            || alarms.Mutes.ActiveFor(alarmName, at) is not null
        )
        {
            return;
        }

        state = state with { Withheld = null };
        alarms.States.Put(write, state);
        if (alarm.ActionsEnabled ?? true)
        {
            AlarmActions.Run(
                write,
                alarms,
                new Transition(alarm, withheld.Before(state), state, at),
                isAfterMute: true
            );
        }
    }

    /// <summary>Runs what a mute rule has held back that applies no longer, or no longer as it did.</summary>
    /// <param name="rule">As it was; <c>null</c> for one that is new.</param>
    public void UnmuteAll(AlarmMuteRule? rule)
    {
        foreach (var name in rule?.MuteTargets?.AlarmNames.Distinct() ?? [])
        {
            Unmute(name);
            if (alarms.Mutes.ActiveFor(name, at) is { } mute)
            {
                // The window may end earlier than the one that was waited for.
                alarms.Engine.Alarms.Add(new MuteEnd(alarms, name), mute.End);
            }
        }
    }

    /// <summary>Runs the scaling actions of an alarm once more, unless they are switched off or muted.</summary>
    public void RepeatScaling(MetricAlarm alarm)
    {
        if ((alarm.ActionsEnabled ?? true) && alarms.Mutes.ActiveFor(alarm.AlarmName, at) is null)
        {
            var state = alarms.States.Find(alarm.AlarmName)!;
            AlarmActions.Repeat(write, alarms, new Transition(alarm, state, state, at));
        }
    }

    void Change(IAlarm alarm, NewState next)
    {
        var old = alarms.States.Find(alarm.AlarmName)!;
        var state = old with
        {
            StateValue = next.Value,
            StateReason = next.Reason,
            StateReasonData = next.ReasonData,
            EvaluationState = next.EvaluationState,
            StateUpdatedTimestamp = at,
        };
        if (old.StateValue == next.Value)
        {
            alarms.States.Put(write, state);
            return;
        }

        state = state with { StateTransitionedTimestamp = at, Suppression = null, Withheld = null };
        var suppression = alarm is CompositeAlarm composite
            ? SuppressionRules.OnTransition(composite, StateOf(composite.ActionsSuppressor), at)
            : null;
        if (suppression is not null)
        {
            state = state with { Suppression = suppression, Withheld = WithheldActions.Of(old, isMuted: false) };
        }

        alarms.States.Put(write, state);
        alarms.Engine.Alarms.StatesChanged_OnWriter();
        var transition = new Transition(alarm, old, state, at);
        alarms.History.Add_OnWriter(write, HistoryDocument.StateUpdate(transition));
        var mute = alarms.Mutes.ActiveFor(alarm.AlarmName, at);
        AlarmEvents.StateChanged(write, alarms, transition, mute);
        if (suppression is null)
        {
            Act(transition, mute);
        }
        else if (suppression.Until is { } until)
        {
            alarms.Engine.Alarms.Add(new SuppressionEnd(alarms, alarm.AlarmName, until), until);
        }

        if (alarm is MetricAlarm metric)
        {
            alarms.Engine.Alarms.Repeat(alarms, metric, at);
        }

        _waiting.Enqueue(transition);
    }

    void Act(Transition transition, ActiveMute? mute)
    {
        if (!(transition.Alarm.ActionsEnabled ?? true))
        {
            return;
        }

        if (mute is null)
        {
            AlarmActions.Run(write, alarms, transition);
            return;
        }

        var withheld = WithheldActions.Of(transition.Old, isMuted: true);
        alarms.States.Put(write, transition.New with { Withheld = withheld });
        alarms.History.Add_OnWriter(write, HistoryDocument.Muted(transition, mute));
        alarms.Engine.Alarms.Add(new MuteEnd(alarms, transition.Alarm.AlarmName), mute.End);
    }

    void Propagate(Transition child)
    {
        foreach (var suppressed in alarms.Composites.SuppressedBy(child.Alarm.AlarmName))
        {
            var state = alarms.States.Find(suppressed.Alarm.AlarmName)!;
            Suppress(
                suppressed.Alarm,
                SuppressionRules.OnSuppressor(suppressed.Alarm, state.Suppression, child.New.StateValue, at)
            );
        }

        foreach (var parent in alarms.Composites.ParentsOf(child.Alarm.AlarmName))
        {
            var next = parent.StateAfter(child);
            if (next.Value != alarms.States.Find(parent.Alarm.AlarmName)!.StateValue)
            {
                Change(parent.Alarm, next);
            }
        }
    }

    string? StateOf(string? reference) =>
        reference is not null && AlarmNames.NameOf(alarms.Scope, reference) is { } name
            ? alarms.States.Find(name)?.StateValue
            : null;
}
