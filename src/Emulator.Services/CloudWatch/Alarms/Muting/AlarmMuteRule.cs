using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Alarms.Muting;

/// <summary>Times at which the actions of some alarms are held back; as it is stored.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetAlarmMuteRule.html"/></remarks>
[Shape]
internal sealed partial record AlarmMuteRule
{
    public required string Name { get; init; }

    public required string AlarmMuteRuleArn { get; init; }

    public string? Description { get; init; }

    public required Rule Rule { get; init; }

    public MuteTargets? MuteTargets { get; init; }

    public DateTimeOffset? StartDate { get; init; }

    public DateTimeOffset? ExpireDate { get; init; }

    public required DateTimeOffset LastUpdatedTimestamp { get; init; }

    public required DateTimeOffset Created { get; init; }

    public bool Concerns(string alarmName) => MuteTargets?.AlarmNames.Contains(alarmName) ?? false;
}

/// <summary>When a mute rule applies.</summary>
[Shape]
internal sealed partial record Rule
{
    public required Schedule Schedule { get; init; }
}

/// <summary>Windows of time that begin by a schedule.</summary>
[Shape]
internal sealed partial record Schedule
{
    /// <summary><c>cron(minute hour day month weekday)</c> or <c>at(yyyy-MM-ddThh:mm)</c>.</summary>
    [Length(1, 256)]
    public required string Expression { get; init; }

    /// <summary>ISO 8601, from a minute to 15 days.</summary>
    [Length(1, 50)]
    public required string Duration { get; init; }

    /// <summary>Default UTC.</summary>
    [Length(1, 50)]
    public string? Timezone { get; init; }
}

/// <summary>Which alarms a mute rule concerns.</summary>
[Shape]
internal sealed partial record MuteTargets
{
    [MaxLength(100), ElementLength(1, 255)]
    public required IReadOnlyList<string> AlarmNames { get; init; }
}
