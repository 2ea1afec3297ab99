using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.LogStreams;

/// <summary>Lists the log streams of a log group by name or by the time of the last event.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogStreams.html"/>
/// </remarks>
[Operation]
internal static partial class DescribeLogStreams
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public string? LogGroupName { get; init; }

        [Length(1, 2048), RegularExpression(Patterns.LogGroupIdentifier)]
        public string? LogGroupIdentifier { get; init; }

        [Length(1, 512), RegularExpression(Patterns.Name)]
        public string? LogStreamNamePrefix { get; init; }

        /// <summary>Default by name.</summary>
        [EnumSet(typeof(OrderBy))]
        public string? OrderBy { get; init; }

        /// <summary>Default ascending.</summary>
        public bool? Descending { get; init; }

        [MinLength(1)]
        public string? NextToken { get; init; }

        [Range(1, 50)]
        public int? Limit { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<LogStream> LogStreams { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException, ValidationException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var byTime = request.OrderBy == OrderBy.LastEventTime;
        if (byTime && request.LogStreamNamePrefix is not null)
        {
            throw LogsErrors.LastEventTimeWithPrefix();
        }

        var group = logs.RequireGroup(request.LogGroupName, request.LogGroupIdentifier);
        var descending = request.Descending ?? false;
        var prefix = request.LogStreamNamePrefix ?? "";
        var listing = $"DescribeLogStreams {group.Id} {byTime} {descending} {prefix}";

        var page = LogPage<LogStreamState>
            .Take(
                listing,
                request.NextToken,
                request.Limit,
                after =>
                    byTime
                        ? ByLastEvent(group.Streams, after, descending)
                        : group.Streams.ByName.WithPrefix(prefix, after, descending),
                stream => byTime ? LastEventPosition(stream) : stream.Name
            )
            .Select(stream => stream.Describe(group));

        return new Response { LogStreams = page.Items, NextToken = page.NextToken };
    }

    /// <summary>A stream without events counts as oldest.</summary>
    static IEnumerable<LogStreamState> ByLastEvent(GroupStreams streams, string? after, bool descending)
    {
        var (time, name) = ParsePosition(after);
        return descending
            ? streams
                .ByName.All.Where(stream => after is null || Compare(stream, time, name) < 0)
                .OrderByDescending(stream => stream.Share.LastTime)
                .ThenByDescending(stream => stream.Name, StringComparer.Ordinal)
            : streams
                .ByName.All.Where(stream => after is null || Compare(stream, time, name) > 0)
                .OrderBy(stream => stream.Share.LastTime)
                .ThenBy(stream => stream.Name, StringComparer.Ordinal);
    }

    static int Compare(LogStreamState stream, long time, string name)
    {
        var order = stream.Share.LastTime.CompareTo(time);
        return order == 0 ? string.CompareOrdinal(stream.Name, name) : order;
    }

    static string LastEventPosition(LogStreamState stream) =>
        string.Create(CultureInfo.InvariantCulture, $"{stream.Share.LastTime} {stream.Name}");

    static (long Time, string Name) ParsePosition(string? position) =>
        position?.Split(' ', 2) is [var time, var name]
            ? (long.Parse(time, CultureInfo.InvariantCulture), name)
            : (0, "");
}
