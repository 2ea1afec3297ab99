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

    /// <summary>The contributors in ALARM, of an alarm on several time series.</summary>
    public IReadOnlyList<ContributorState>? Contributors { get; init; }

    /// <summary>What holds back the actions of a composite alarm; <c>null</c> when nothing does.</summary>
    public Suppression? Suppression { get; init; }

    /// <summary>The last transition whose actions have been held back, and not been run or overtaken since.</summary>
    public WithheldActions? Withheld { get; init; }
}

/// <summary>Why the actions of a composite alarm are held back.</summary>
[Shape]
internal sealed partial record Suppression
{
    /// <summary>One of <see cref="Shapes.ActionsSuppressedBy"/>.</summary>
    public required string By { get; init; }

    /// <summary>When a wait or extension period is over; <c>null</c> while the suppressor is in ALARM.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>In AWS's words.</summary>
    public string Reason => $"Actions suppressed by {By}";
}

/// <summary>What is needed to run actions later than at the transition that they belong to.</summary>
[Shape]
internal sealed partial record WithheldActions
{
    /// <summary>The state before the transition.</summary>
    public required string StateValue { get; init; }

    public required string StateReason { get; init; }

    public string? StateReasonData { get; init; }

    public required DateTimeOffset StateUpdatedTimestamp { get; init; }

    /// <summary>Whether a mute rule holds them back, rather than a suppressor.</summary>
    public required bool IsMuted { get; init; }

    /// <param name="before">The state before the transition.</param>
    public static WithheldActions Of(AlarmState before, bool isMuted) =>
        new()
        {
            StateValue = before.StateValue,
            StateReason = before.StateReason,
            StateReasonData = before.StateReasonData,
            StateUpdatedTimestamp = before.StateUpdatedTimestamp,
            IsMuted = isMuted,
        };

    /// <summary>The state before the transition.</summary>
    /// <param name="after">The state after it.</param>
    public AlarmState Before(AlarmState after) =>
        new()
        {
            AlarmName = after.AlarmName,
            StateValue = StateValue,
            StateReason = StateReason,
            StateReasonData = StateReasonData,
            StateUpdatedTimestamp = StateUpdatedTimestamp,
            StateTransitionedTimestamp = StateUpdatedTimestamp,
        };
}

/// <summary>A time series for which an alarm on several of them is in ALARM.</summary>
[Shape]
internal sealed partial record ContributorState
{
    public required string ContributorId { get; init; }

    /// <summary>The values by which the query groups.</summary>
    public required IReadOnlyDictionary<string, string> ContributorAttributes { get; init; }

    public required string StateReason { get; init; }

    public required DateTimeOffset StateTransitionedTimestamp { get; init; }
}
