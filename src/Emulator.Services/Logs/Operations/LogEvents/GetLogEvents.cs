using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Protection;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.LogEvents;

/// <summary>Reads the events of a log stream, page by page in either direction.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html"/>
/// </remarks>
[Operation]
internal static partial class GetLogEvents
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public string? LogGroupName { get; init; }

        [Length(1, 2048), RegularExpression(Patterns.LogGroupIdentifier)]
        public string? LogGroupIdentifier { get; init; }

        [Length(1, 512), RegularExpression(Patterns.Name)]
        public required string LogStreamName { get; init; }

        /// <summary>The first timestamp, in milliseconds since the epoch.</summary>
        [Minimum(0)]
        public long? StartTime { get; init; }

        /// <summary>One past the last timestamp, in milliseconds since the epoch.</summary>
        [Minimum(0)]
        public long? EndTime { get; init; }

        [MinLength(1)]
        public string? NextToken { get; init; }

        [Range(1, LogLimits.MaxEvents)]
        public int? Limit { get; init; }

        /// <summary>Whether the first page is the earliest. Default no: it is the latest.</summary>
        public bool? StartFromHead { get; init; }

        /// <summary>Whether to show what a data protection policy masks. Default no.</summary>
        public bool? Unmask { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<OutputLogEvent> Events { get; init; }

        public required string NextForwardToken { get; init; }

        public required string NextBackwardToken { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException, ValidationException.</exception>
    public static Response Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var group = logs.RequireGroup(request.LogGroupName, request.LogGroupIdentifier);
        group.RequireStandard();
        var stream = group.Streams.Require(request.LogStreamName);
        var mark = request.NextToken is { } token ? StreamMark.Parse(token) : (StreamMark?)null;
        var range = new EventQuery
        {
            From = EventId.Before(Math.Max(request.StartTime ?? 0, group.VisibleFrom(logs.Now))),
            Until = EventId.Before(request.EndTime ?? EventId.MaxTimestamp),
            Streams = new HashSet<long> { stream.Id },
            Descending = mark is null ? request.StartFromHead != true : !mark.Value.Forward,
        };

        var page = EventPage.Take(
            ProtectedReader.Read(logs.Engine, group, mark?.Continue(range) ?? range, request.Unmask == true, cancel),
            request.Limit
        );
        if (range.Descending)
        {
            page.Reverse();
        }

        return new Response
        {
            Events = [.. page.Select(Output)],
            NextForwardToken = (
                page.Count > 0 ? new StreamMark(true, page[^1].Id) : StreamMark.Behind(mark, range)
            ).ToString(),
            NextBackwardToken = (
                page.Count > 0 ? new StreamMark(false, page[0].Id) : StreamMark.Ahead(mark, range)
            ).ToString(),
        };
    }

    static OutputLogEvent Output(PagedEvent stored)
    {
        var id = stored.Id;
        return new OutputLogEvent
        {
            Timestamp = id.Timestamp,
            Message = stored.Message,
            IngestionTime = id.IngestionTime,
        };
    }
}
