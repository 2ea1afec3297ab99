using Emulator.Services.CloudWatch.Alarms.Actions;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Alarms.Changes;

/// <summary>An alarm that goes from one state to another.</summary>
/// <param name="At">When.</param>
sealed record Transition(IAlarm Alarm, AlarmState Old, AlarmState New, DateTimeOffset At)
{
    /// <summary>The time series that it is about; <c>null</c> for the alarm itself.</summary>
    public Contributor? Contributor { get; init; }

    /// <summary>The ARNs that the new state calls, in their order.</summary>
    /// <remarks>Of an alarm on several time series, some run for each of these, the others for the alarm.</remarks>
    public IEnumerable<string> Actions =>
        New.Contributors is null && Contributor is null
            ? Listed
            : Listed.Where(arn => ActionArn.IsOfContributor(arn) == (Contributor is not null));

    /// <summary>Those of <see cref="Actions"/> that repeat while the state lasts.</summary>
    public IEnumerable<string> ScalingActions =>
        Actions.Where(arn => ActionArn.TargetOf(arn) == ActionTarget.AutoScaling);

    IReadOnlyList<string> Listed =>
        New.StateValue switch
        {
            StateValue.Alarm => Alarm.AlarmActions,
            StateValue.Ok => Alarm.OKActions,
            _ => Alarm.InsufficientDataActions,
        } ?? [];
}
