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

    static IEnumerable<LogStreamState> ByLastEvent(GroupStreams streams, string? after, bool descending)
    {
        var places = streams.ByName.All.Select(stream => (Stream: stream, Position: LastEventPosition(stream)));
        return (
            descending
                ? places
                    .Where(place => after is null || string.CompareOrdinal(place.Position, after) < 0)
                    .OrderByDescending(place => place.Position, StringComparer.Ordinal)
                : places
                    .Where(place => string.CompareOrdinal(place.Position, after) > 0)
                    .OrderBy(place => place.Position, StringComparer.Ordinal)
        ).Select(place => place.Stream);
    }

    /// <summary>The time in digits that sort as it does, then the name. A stream without events counts as oldest.</summary>
    static string LastEventPosition(LogStreamState stream) =>
        string.Create(CultureInfo.InvariantCulture, $"{stream.Share.LastTime:D19} {stream.Name}");
}
