namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>What alarms of every kind have: a name, and actions for each state.</summary>
internal interface IAlarm
{
    /// <summary>One of <see cref="AlarmType"/>.</summary>
    string Type { get; }

    string AlarmName { get; }

    string AlarmArn { get; }

    string? AlarmDescription { get; }

    DateTimeOffset? AlarmConfigurationUpdatedTimestamp { get; }

    bool? ActionsEnabled { get; }

    IReadOnlyList<string>? OKActions { get; }

    IReadOnlyList<string>? AlarmActions { get; }

    IReadOnlyList<string>? InsufficientDataActions { get; }

    /// <summary>The alarm with its actions switched on or off.</summary>
    IAlarm WithActions(bool isEnabled, DateTimeOffset at);
}
