using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Alarms.Muting;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Operations.MuteRules;

/// <summary>Lists mute rules by name.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListAlarmMuteRules.html"/></remarks>
[Operation]
internal static partial class ListAlarmMuteRules
{
    const int DefaultPageSize = 50;

    [Shape]
    public sealed partial record Request
    {
        /// <summary>Only rules for this alarm.</summary>
        [Length(1, 255)]
        public string? AlarmName { get; init; }

        [EnumSet(typeof(MuteStatus))]
        public IReadOnlyList<string>? Statuses { get; init; }

        /// <summary>Default 50.</summary>
        [Range(1, 100)]
        public int? MaxRecords { get; init; }

        public string? NextToken { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<AlarmMuteRuleSummary> AlarmMuteRuleSummaries { get; init; }

        public string? NextToken { get; init; }
    }

    /// <summary>What a listing says of a mute rule.</summary>
    [Shape]
    public sealed partial record AlarmMuteRuleSummary
    {
        public string? AlarmMuteRuleArn { get; init; }

        public DateTimeOffset? ExpireDate { get; init; }

        public string? Status { get; init; }

        public string? MuteType { get; init; }

        public DateTimeOffset? LastUpdatedTimestamp { get; init; }
    }

    /// <exception cref="AwsException">InvalidNextToken.</exception>
    public static Response Handle(Request request, CloudWatchScope cloudWatch)
    {
        var listing = $"ListAlarmMuteRules {request with { NextToken = null, MaxRecords = null }}";
        string? after = null;
        if (request.NextToken is { } token && !PageToken.TryRead(token, listing, out after))
        {
            throw CloudWatchErrors.InvalidNextToken();
        }

        var now = cloudWatch.Clock.GetUtcNow();
        var size = request.MaxRecords ?? DefaultPageSize;
        var found =
            from rule in cloudWatch.State.Alarms.Mutes.All.After(after)
            where request.AlarmName is null || rule.Concerns(request.AlarmName)
            let schedule = new MuteSchedule(rule)
            let status = schedule.StatusAt(now)
            where request.Statuses is not { Count: > 0 } statuses || statuses.Contains(status)
            select (rule.Name, Summary: Summarize(rule, schedule, status));
        var page = found.Take(size + 1).ToList();
        return new Response
        {
            AlarmMuteRuleSummaries = [.. page.Take(size).Select(one => one.Summary)],
            NextToken = page.Count > size ? PageToken.Write(listing, page[size - 1].Name) : null,
        };
    }

    static AlarmMuteRuleSummary Summarize(AlarmMuteRule rule, MuteSchedule schedule, string status) =>
        new()
        {
            AlarmMuteRuleArn = rule.AlarmMuteRuleArn,
            ExpireDate = rule.ExpireDate,
            Status = status,
            MuteType = schedule.MuteType,
            LastUpdatedTimestamp = rule.LastUpdatedTimestamp,
        };
}
