using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Alarms.Muting;

/// <summary>The mute rules of one account in one region.</summary>
/// <threadsafety>Changed inside a write; read from any thread.</threadsafety>
sealed class MuteRuleTable
{
    public const string ArnType = "alarm-mute-rule";
    const int MaxRules = 2000;

    readonly CloudWatchState _cloudWatch;

    public MuteRuleTable(CloudWatchState cloudWatch)
    {
        _cloudWatch = cloudWatch;
        All = cloudWatch.Tables.Add<AlarmMuteRule>(ArnType, rule => rule.Name);
        cloudWatch.Tags.AddType(ArnType, All.Contains);
    }

    public ResourceTable<AlarmMuteRule> All { get; }

    public static string Arn(Scope scope, string name) =>
        $"arn:{scope.Partition}:cloudwatch:{scope.Region}:{scope.Account}:{ArnType}:{name}";

    /// <exception cref="Protocol.AwsException">LimitExceeded.</exception>
    public void Put(Write write, AlarmMuteRule rule, IReadOnlyList<Shapes.Tag>? tags)
    {
        var previous = All.Find(rule.Name);
        if (previous is null && All.Count >= MaxRules)
        {
            throw AlarmErrors.TooManyMuteRules(MaxRules);
        }

        All.Put(write, previous is null ? rule : rule with { Created = previous.Created });
        if (previous is null && tags is { Count: > 0 })
        {
            _cloudWatch.Tags.Merge(write, rule.AlarmMuteRuleArn, tags);
        }
    }

    public void Remove(Write write, AlarmMuteRule rule)
    {
        All.Remove(write, rule.Name);
        _cloudWatch.Tags.Clear(write, rule.AlarmMuteRuleArn);
    }

    /// <summary>What holds back the actions of an alarm; <c>null</c> when nothing does.</summary>
    public ActiveMute? ActiveFor(string alarmName, DateTimeOffset time)
    {
        if (All.Count == 0)
        {
            return null;
        }

        var active = (
            from rule in All.All
            where rule.Concerns(alarmName)
            let window = new MuteSchedule(rule).WindowAt(time)
            where window is not null
            orderby rule.Created descending
            select (Rule: rule, Window: window.Value)
        ).ToList();
        return active is [var (newest, shown), ..]
            ? new ActiveMute(newest, shown, active.Count - 1, active.Max(one => one.Window.End))
            : null;
    }
}

/// <summary>What holds back the actions of an alarm at a moment.</summary>
/// <param name="Rule">The most recently created of the rules that do.</param>
/// <param name="Window">Its window.</param>
/// <param name="Others">How many other rules do.</param>
/// <param name="End">When the last of their windows is over.</param>
sealed record ActiveMute(AlarmMuteRule Rule, MuteWindow Window, int Others, DateTimeOffset End);
