using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Alarms.History;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Operations.Alarms;

/// <summary>Lists what has happened to alarms in the last 30 days, deleted ones included.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmHistory.html"/></remarks>
[Operation]
internal static partial class DescribeAlarmHistory
{
    const int MaxPageSize = 100;

    [Shape]
    public sealed partial record Request
    {
        [Length(1, 255)]
        public string? AlarmName { get; init; }

        [Length(1, 16)]
        public string? AlarmContributorId { get; init; }

        /// <summary>Default: metric alarms only.</summary>
        [EnumSet(typeof(AlarmType))]
        public IReadOnlyList<string>? AlarmTypes { get; init; }

        [EnumSet(typeof(HistoryItemType))]
        public string? HistoryItemType { get; init; }

        /// <summary>Included.</summary>
        public DateTimeOffset? StartDate { get; init; }

        /// <summary>Included.</summary>
        public DateTimeOffset? EndDate { get; init; }

        /// <summary>Default 100.</summary>
        [Range(1, MaxPageSize)]
        public int? MaxRecords { get; init; }

        public string? NextToken { get; init; }

        /// <summary>Default: newest first.</summary>
        [EnumSet(typeof(ScanBy))]
        public string? ScanBy { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<AlarmHistoryItem> AlarmHistoryItems { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">InvalidNextToken.</exception>
    public static Response Handle(Request request, CloudWatchScope cloudWatch)
    {
        var listing = $"DescribeAlarmHistory {request with { NextToken = null, MaxRecords = null }}";
        var position = RequirePosition(request.NextToken, listing);
        var history = cloudWatch.State.Alarms.History;
        var isAscending = request.ScanBy == Shapes.ScanBy.TimestampAscending;
        var found = history.Find(entry => Matches(request, entry)).OrderBy(Place).ToList();
        if (!isAscending)
        {
            found.Reverse();
        }

        var rest = position is { } after
            ? found.Where(entry => isAscending ? Place(entry).CompareTo(after) > 0 : Place(entry).CompareTo(after) < 0)
            : found;
        var size = request.MaxRecords ?? MaxPageSize;
        var page = rest.Take(size + 1).ToList();
        return new Response
        {
            AlarmHistoryItems = [.. page.Take(size).Select(history.Read).OfType<AlarmHistoryItem>()],
            NextToken = page.Count > size ? PageToken.Write(listing, Print(Place(page[size - 1]))) : null,
        };
    }

    static bool Matches(Request request, HistoryEntry entry)
    {
        var types = request.AlarmTypes is { Count: > 0 } asked ? asked : [AlarmType.MetricAlarm];
        return types.Contains(entry.AlarmType)
            && (request.AlarmName is null || entry.AlarmName == request.AlarmName)
            && (request.AlarmContributorId is null || entry.ContributorId == request.AlarmContributorId)
            && (request.HistoryItemType is null || entry.ItemType == request.HistoryItemType)
            && !(entry.Timestamp < request.StartDate)
            && !(entry.Timestamp > request.EndDate);
    }

    /// <summary>Where an entry stands in the ascending order: by its time, then in the order in which things happened.</summary>
    static (long Time, long Id) Place(HistoryEntry entry) => (entry.Timestamp.ToUnixTimeMilliseconds(), entry.Id);

    static string Print((long Time, long Id) place) =>
        string.Create(CultureInfo.InvariantCulture, $"{place.Time} {place.Id}");

    static (long Time, long Id)? RequirePosition(string? token, string listing)
    {
        if (token is null)
        {
            return null;
        }

        return
            PageToken.TryRead(token, listing, out var position)
            && position.Split(' ') is [var time, var id]
            && long.TryParse(time, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsedTime)
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var parsedId)
            ? (parsedTime, parsedId)
            : throw CloudWatchErrors.InvalidNextToken();
    }
}
