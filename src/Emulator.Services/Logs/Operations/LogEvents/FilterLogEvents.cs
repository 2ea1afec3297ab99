using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Filters;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Protection;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Resources;

namespace Emulator.Services.Logs.Operations.LogEvents;

/// <summary>Searches the events of a log group, over all or some of its streams, in the order of time.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html"/>
/// </remarks>
[Operation]
internal static partial class FilterLogEvents
{
    const char Forwards = '+';
    const char Backwards = '-';

    /// <summary>January 1, 2024: before it, AWS cannot search backwards.</summary>
    const long BackwardsFrom = 1_704_067_200_000;

    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public string? LogGroupName { get; init; }

        [Length(1, 2048), RegularExpression(Patterns.LogGroupIdentifier)]
        public string? LogGroupIdentifier { get; init; }

        [Length(1, 100), ElementLength(1, 512), ElementRegularExpression(Patterns.Name)]
        public IReadOnlyList<string>? LogStreamNames { get; init; }

        [Length(1, 512), RegularExpression(Patterns.Name)]
        public string? LogStreamNamePrefix { get; init; }

        /// <summary>The first timestamp, in milliseconds since the epoch.</summary>
        [Minimum(0)]
        public long? StartTime { get; init; }

        /// <summary>The last timestamp, in milliseconds since the epoch.</summary>
        [Minimum(0)]
        public long? EndTime { get; init; }

        [Length(0, 1024)]
        public string? FilterPattern { get; init; }

        [MinLength(1)]
        public string? NextToken { get; init; }

        [Range(1, LogLimits.MaxEvents)]
        public int? Limit { get; init; }

        /// <summary>Whether the earliest events come first. Default yes; later pages follow their token.</summary>
        public bool? StartFromHead { get; init; }

        /// <summary>Ignored: the streams are always interleaved.</summary>
        public bool? Interleaved { get; init; }

        /// <summary>Whether to show what a data protection policy masks. Default no.</summary>
        public bool? Unmask { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<FilteredLogEvent> Events { get; init; }

        /// <summary>Always empty.</summary>
        public required IReadOnlyList<SearchedLogStream> SearchedLogStreams { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException, ValidationException.</exception>
    public static Response Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        RequireCompatible(request);
        var group = logs.RequireGroup(request.LogGroupName, request.LogGroupIdentifier);
        group.RequireStandard();
        var listing = Listing(request, group);
        var query = Continue(
            new EventQuery
            {
                From = EventId.Before(Math.Max(request.StartTime ?? 0, group.VisibleFrom(logs.Now))),
                Until = EventId.Before(Math.Min(request.EndTime ?? long.MaxValue, EventId.MaxTimestamp) + 1),
                Streams = Streams(request, group.Streams),
                Pattern = request.FilterPattern is null ? null : LogPattern.Compile(request.FilterPattern),
                Descending = request.StartFromHead == false,
            },
            request.NextToken,
            listing
        );

        var page = EventPage.Take(
            ProtectedReader.Read(logs.Engine, group, query, request.Unmask == true, cancel),
            request.Limit,
            out var hasMore
        );

        return new Response
        {
            Events = [.. page.Select(stored => Output(stored, group.Streams)).OfType<FilteredLogEvent>()],
            SearchedLogStreams = [],
            NextToken = hasMore
                ? PageToken.Write(listing, $"{(query.Descending ? Backwards : Forwards)}{page[^1].Id}")
                : null,
        };
    }

    static void RequireCompatible(Request request)
    {
        if (request is { LogStreamNames: not null, LogStreamNamePrefix: not null })
        {
            throw LogsErrors.StreamNamesWithPrefix();
        }

        if (request.StartFromHead == false && request.StartTime is not >= BackwardsFrom)
        {
            throw LogsErrors.BackwardsBefore2024();
        }
    }

    /// <returns><c>null</c> for all streams.</returns>
    static HashSet<long>? Streams(Request request, GroupStreams streams) =>
        request switch
        {
            { LogStreamNames: { } names } => [.. names.Select(name => streams.Require(name).Id)],
            { LogStreamNamePrefix: { } prefix } => [.. streams.ByName.WithPrefix(prefix).Select(stream => stream.Id)],
            _ => null,
        };

    /// <summary>Goes on behind the page that a token ends, in the direction of that page whatever the request says.</summary>
    static EventQuery Continue(EventQuery query, string? token, string listing) =>
        token is null ? query
        : PageToken.TryRead(token, listing, out var position)
        && position is [Forwards or Backwards, .. var end]
        && EventId.TryParse(end, out var last)
            ? (query with { Descending = position[0] == Backwards }).After(last)
        : throw LogsErrors.InvalidNextToken();

    /// <summary>What must be the same on every page.</summary>
    static string Listing(Request request, LogGroupState group) =>
        $"FilterLogEvents {group.Id} {request.StartTime} {request.EndTime} "
        + $"{request.LogStreamNamePrefix} {string.Join('*', request.LogStreamNames ?? [])} {request.FilterPattern}";

    /// <returns><c>null</c> when the stream has been deleted since it was searched.</returns>
    static FilteredLogEvent? Output(PagedEvent stored, GroupStreams streams)
    {
        var id = stored.Id;
        return streams.Find(stored.StreamId) is { } stream
            ? new FilteredLogEvent
            {
                LogStreamName = stream.Name,
                Timestamp = id.Timestamp,
                Message = stored.Message,
                IngestionTime = id.IngestionTime,
                EventId = id.ToString(),
            }
            : null;
    }
}
