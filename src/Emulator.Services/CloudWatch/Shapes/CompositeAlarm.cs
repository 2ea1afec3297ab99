using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>An alarm that watches other alarms by a rule. Stored without the members that tell its state.</summary>
/// <remarks>
/// The state lies in an <see cref="Alarms.AlarmState"/> of its own, so that evaluation does not rewrite the configuration.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_CompositeAlarm.html"/>
/// </remarks>
[Shape]
internal sealed partial record CompositeAlarm : IAlarm
{
    public bool? ActionsEnabled { get; init; }

    public IReadOnlyList<string>? AlarmActions { get; init; }

    public required string AlarmArn { get; init; }

    public DateTimeOffset? AlarmConfigurationUpdatedTimestamp { get; init; }

    public string? AlarmDescription { get; init; }

    public required string AlarmName { get; init; }

    public string? AlarmRule { get; init; }

    public IReadOnlyList<string>? InsufficientDataActions { get; init; }

    public IReadOnlyList<string>? OKActions { get; init; }

    public string? StateReason { get; init; }

    public string? StateReasonData { get; init; }

    public DateTimeOffset? StateUpdatedTimestamp { get; init; }

    public string? StateValue { get; init; }

    public DateTimeOffset? StateTransitionedTimestamp { get; init; }

    /// <summary><c>WaitPeriod</c>, <c>ExtensionPeriod</c> or <c>Alarm</c> while actions are held back.</summary>
    public string? ActionsSuppressedBy { get; init; }

    public string? ActionsSuppressedReason { get; init; }

    /// <summary>The name or ARN of the alarm that holds actions back while it is in ALARM.</summary>
    public string? ActionsSuppressor { get; init; }

    /// <summary>Seconds.</summary>
    public int? ActionsSuppressorWaitPeriod { get; init; }

    /// <summary>Seconds.</summary>
    public int? ActionsSuppressorExtensionPeriod { get; init; }

    public string Type => AlarmType.CompositeAlarm;

    public IAlarm WithActions(bool isEnabled, DateTimeOffset at) =>
        this with
        {
            ActionsEnabled = isEnabled,
            AlarmConfigurationUpdatedTimestamp = at,
        };
}
