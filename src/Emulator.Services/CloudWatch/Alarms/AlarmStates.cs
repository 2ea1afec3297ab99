using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Alarms;

/// <summary>The states of alarms, to be looked at and waited for.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class AlarmStates(EmulatorEngine engine)
{
    /// <summary>The committed state of an alarm of any kind; <c>null</c> when there is none of this name.</summary>
    public Task<AlarmReading?> FindAsync(Scope scope, string alarmName) =>
        engine.Store.Write(_ =>
        {
            var alarms = engine.In(scope).CloudWatch.Alarms;
            return alarms.Find(alarmName) is { } alarm && alarms.States.Find(alarmName) is { } state
                ? new AlarmReading(
                    alarmName,
                    alarm.Type,
                    state.StateValue,
                    state.StateReason,
                    state.StateTransitionedTimestamp
                )
                : null;
        });

    /// <summary>Waits until an alarm, which need not exist yet, is in a state.</summary>
    /// <param name="stateValue">One of <see cref="Shapes.StateValue"/>.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> came first.</exception>
    public async Task<AlarmReading> WaitAsync(
        Scope scope,
        string alarmName,
        string stateValue,
        CancellationToken cancel = default
    )
    {
        while (true)
        {
            var changed = engine.Alarms.StatesChanged;
            if (await FindAsync(scope, alarmName) is { } found && found.State == stateValue)
            {
                return found;
            }

            await changed.WaitAsync(cancel);
        }
    }
}

/// <summary>What state an alarm is in.</summary>
/// <param name="Type"><c>MetricAlarm</c> or <c>CompositeAlarm</c>.</param>
/// <param name="State"><c>OK</c>, <c>ALARM</c> or <c>INSUFFICIENT_DATA</c>.</param>
/// <param name="Since">The emulated time at which it took the state.</param>
public sealed record AlarmReading(string Alarm, string Type, string State, string Reason, DateTimeOffset Since);
