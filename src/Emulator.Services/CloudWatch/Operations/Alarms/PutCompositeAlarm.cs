using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Alarms;
using Emulator.Services.CloudWatch.Alarms.Changes;
using Emulator.Services.CloudWatch.Alarms.Rules;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.CloudWatch.Tags;

namespace Emulator.Services.CloudWatch.Operations.Alarms;

/// <summary>Creates an alarm that watches others by a rule, or replaces the configuration of the one that has the name.</summary>
/// <remarks>
/// It is evaluated at once, and whenever one of the others takes another state.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html"/>
/// </remarks>
[Operation]
internal static partial class PutCompositeAlarm
{
    [Shape]
    public sealed partial record Request
    {
        /// <summary>Default true, for an alarm that exists too.</summary>
        public bool? ActionsEnabled { get; init; }

        [MaxLength(5), ElementLength(1, 1024)]
        public IReadOnlyList<string>? AlarmActions { get; init; }

        [Length(0, 1024)]
        public string? AlarmDescription { get; init; }

        [Length(1, 255)]
        public required string AlarmName { get; init; }

        [Length(1, 10_240)]
        public required string AlarmRule { get; init; }

        [MaxLength(5), ElementLength(1, 1024)]
        public IReadOnlyList<string>? InsufficientDataActions { get; init; }

        [MaxLength(5), ElementLength(1, 1024)]
        public IReadOnlyList<string>? OKActions { get; init; }

        /// <summary>Given to a new alarm; without effect on one that exists.</summary>
        public IReadOnlyList<Tag>? Tags { get; init; }

        /// <summary>The name or ARN of an alarm; its two periods then have to be there too.</summary>
        [Length(1, 1600)]
        public string? ActionsSuppressor { get; init; }

        /// <summary>Seconds.</summary>
        public int? ActionsSuppressorWaitPeriod { get; init; }

        /// <summary>Seconds.</summary>
        public int? ActionsSuppressorExtensionPeriod { get; init; }
    }

    /// <exception cref="AwsException">ValidationError.</exception>
    public static async ValueTask<Empty> Handle(Request request, CloudWatchScope cloudWatch)
    {
        var alarms = cloudWatch.State.Alarms;
        var alarm = AlarmOf(request, cloudWatch);
        CompositeAlarmRules.Require(alarm, alarms);
        ResourceTags.Require(request.Tags ?? []);

        await cloudWatch.Write(write =>
        {
            CompositeAlarmRules.RequireOthers(alarm, alarms);
            ConfigurationChanges.Put(write, alarms, alarm, request.Tags, cloudWatch.Clock.GetUtcNow());
        });
        return Empty.Value;
    }

    static CompositeAlarm AlarmOf(Request request, CloudWatchScope cloudWatch) =>
        new()
        {
            ActionsEnabled = request.ActionsEnabled ?? true,
            AlarmActions = request.AlarmActions ?? [],
            AlarmArn = AlarmNames.Arn(cloudWatch.Scope, request.AlarmName),
            AlarmConfigurationUpdatedTimestamp = cloudWatch.Clock.GetUtcNow(),
            AlarmDescription = request.AlarmDescription,
            AlarmName = request.AlarmName,
            AlarmRule = request.AlarmRule,
            InsufficientDataActions = request.InsufficientDataActions ?? [],
            OKActions = request.OKActions ?? [],
            ActionsSuppressor = request.ActionsSuppressor,
            ActionsSuppressorWaitPeriod = request.ActionsSuppressorWaitPeriod,
            ActionsSuppressorExtensionPeriod = request.ActionsSuppressorExtensionPeriod,
        };
}
