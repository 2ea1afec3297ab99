using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Alarms;

/// <summary>Joins alarms with their states: what the describing operations answer.</summary>
static class AlarmShapes
{
    public static MetricAlarm WithState(MetricAlarm alarm, AlarmState state) =>
        alarm with
        {
            StateValue = state.StateValue,
            StateReason = state.StateReason,
            StateReasonData = state.StateReasonData,
            StateUpdatedTimestamp = state.StateUpdatedTimestamp,
            StateTransitionedTimestamp = state.StateTransitionedTimestamp,
            EvaluationState = state.EvaluationState,
        };

    public static CompositeAlarm WithState(CompositeAlarm alarm, AlarmState state) =>
        alarm with
        {
            StateValue = state.StateValue,
            StateReason = state.StateReason,
            StateReasonData = state.StateReasonData,
            StateUpdatedTimestamp = state.StateUpdatedTimestamp,
            StateTransitionedTimestamp = state.StateTransitionedTimestamp,
            ActionsSuppressedBy = state.Suppression?.By,
            ActionsSuppressedReason = state.Suppression?.Reason,
        };
}
