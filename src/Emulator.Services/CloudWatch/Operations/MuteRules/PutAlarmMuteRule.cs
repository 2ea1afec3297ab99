using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Alarms;
using Emulator.Services.CloudWatch.Alarms.Changes;
using Emulator.Services.CloudWatch.Alarms.Muting;
using Emulator.Services.CloudWatch.Alarms.Watching;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.CloudWatch.Tags;

namespace Emulator.Services.CloudWatch.Operations.MuteRules;

/// <summary>Creates times at which alarms run no actions, or replaces the rule that has the name.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutAlarmMuteRule.html"/></remarks>
[Operation]
internal static partial class PutAlarmMuteRule
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 255)]
        public required string Name { get; init; }

        [Length(0, 1024)]
        public string? Description { get; init; }

        public required Rule Rule { get; init; }

        /// <summary>Names of alarms, which need not exist; default none.</summary>
        public MuteTargets? MuteTargets { get; init; }

        /// <summary>Given to a new rule; without effect on one that exists.</summary>
        public IReadOnlyList<Tag>? Tags { get; init; }

        public DateTimeOffset? StartDate { get; init; }

        public DateTimeOffset? ExpireDate { get; init; }
    }

    /// <exception cref="AwsException">ValidationError, LimitExceeded.</exception>
    public static async ValueTask<Empty> Handle(Request request, CloudWatchScope cloudWatch)
    {
        RequireSchedule(request.Rule.Schedule);
        if (request.ExpireDate <= request.StartDate)
        {
            throw AlarmErrors.ExpiresBeforeStart();
        }

        ResourceTags.Require(request.Tags ?? []);
        var alarms = cloudWatch.State.Alarms;
        await cloudWatch.Write(write =>
        {
            var now = cloudWatch.Clock.GetUtcNow();
            var previous = alarms.Mutes.All.Find(request.Name);
            alarms.Mutes.Put(write, RuleOf(request, cloudWatch, now), request.Tags);
            new StateChanges(alarms, write, now).UnmuteAll(previous);
        });
        return Empty.Value;
    }

    static void RequireSchedule(Schedule schedule)
    {
        if (!MuteSchedule.TryParseExpression(schedule.Expression, out _, out _))
        {
            throw AlarmErrors.MuteExpression(schedule.Expression);
        }

        if (!MuteSchedule.TryParseDuration(schedule.Duration, out _))
        {
            throw AlarmErrors.MuteDuration(schedule.Duration);
        }

        if (schedule.Timezone is { } zone && !WallClock.TryParseZone(zone, out _))
        {
            throw AlarmErrors.UnknownTimeZone(zone);
        }
    }

    static AlarmMuteRule RuleOf(Request request, CloudWatchScope cloudWatch, DateTimeOffset now) =>
        new()
        {
            Name = request.Name,
            AlarmMuteRuleArn = MuteRuleTable.Arn(cloudWatch.Scope, request.Name),
            Description = request.Description,
            Rule = request.Rule,
            MuteTargets = request.MuteTargets,
            StartDate = request.StartDate,
            ExpireDate = request.ExpireDate,
            LastUpdatedTimestamp = now,
            Created = now,
        };
}
