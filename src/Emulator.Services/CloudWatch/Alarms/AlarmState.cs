using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Alarms;

/// <summary>The state of an alarm as it is stored, apart from its configuration; it changes far more often.</summary>
[Shape]
internal sealed partial record AlarmState
{
    public required string AlarmName { get; init; }

    public required string StateValue { get; init; }

    public required string StateReason { get; init; }

    /// <summary>A JSON document; <c>null</c> when the state was set without one.</summary>
    public string? StateReasonData { get; init; }

    /// <summary>When the state was last written, even to the same value.</summary>
    public required DateTimeOffset StateUpdatedTimestamp { get; init; }

    /// <summary>When the value last changed.</summary>
    public required DateTimeOffset StateTransitionedTimestamp { get; init; }

    /// <summary><c>PARTIAL_DATA</c>, <c>EVALUATION_ERROR</c> or <c>EVALUATION_FAILURE</c>; <c>null</c> when all is well.</summary>
    public string? EvaluationState { get; init; }
}
