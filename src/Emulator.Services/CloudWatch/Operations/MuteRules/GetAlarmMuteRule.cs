using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Alarms.Muting;

namespace Emulator.Services.CloudWatch.Operations.MuteRules;

/// <summary>Answers a mute rule.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetAlarmMuteRule.html"/></remarks>
[Operation]
internal static partial class GetAlarmMuteRule
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 255)]
        public required string AlarmMuteRuleName { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public string? Name { get; init; }

        public string? AlarmMuteRuleArn { get; init; }

        public string? Description { get; init; }

        public Rule? Rule { get; init; }

        public MuteTargets? MuteTargets { get; init; }

        public DateTimeOffset? StartDate { get; init; }

        public DateTimeOffset? ExpireDate { get; init; }

        /// <summary>SCHEDULED, ACTIVE or EXPIRED.</summary>
        public string? Status { get; init; }

        public DateTimeOffset? LastUpdatedTimestamp { get; init; }

        /// <summary>ONE_TIME or RECURRING.</summary>
        public string? MuteType { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static Response Handle(Request request, CloudWatchScope cloudWatch)
    {
        var rule =
            cloudWatch.State.Alarms.Mutes.All.Find(request.AlarmMuteRuleName)
            ?? throw CloudWatchErrors.ResourceNotFound(MuteRuleTable.ArnType, request.AlarmMuteRuleName);
        var schedule = new MuteSchedule(rule);
        return new Response
        {
            Name = rule.Name,
            AlarmMuteRuleArn = rule.AlarmMuteRuleArn,
            Description = rule.Description,
            Rule = rule.Rule,
            MuteTargets = rule.MuteTargets,
            StartDate = rule.StartDate,
            ExpireDate = rule.ExpireDate,
            Status = schedule.StatusAt(cloudWatch.Clock.GetUtcNow()),
            LastUpdatedTimestamp = rule.LastUpdatedTimestamp,
            MuteType = schedule.MuteType,
        };
    }
}
