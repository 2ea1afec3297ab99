using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Fields;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.LogFields;

/// <summary>Lists the fields of a log group's events around a time, and how many of the events have each.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogGroupFields.html"/>
/// </remarks>
[Operation]
internal static partial class GetLogGroupFields
{
    /// <summary>How far before now the events are looked at, without a time.</summary>
    const long DefaultSpan = 15 * 60 * 1000;

    /// <summary>How far before and behind a time the events are looked at.</summary>
    const long SpanAround = 8 * 60 * 1000;

    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public string? LogGroupName { get; init; }

        /// <summary>Seconds since the epoch; default the last 15 minutes.</summary>
        [Minimum(0)]
        public long? Time { get; init; }

        [Length(1, 2048), RegularExpression(Patterns.LogGroupIdentifier)]
        public string? LogGroupIdentifier { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        /// <summary>The most frequent ones first.</summary>
        public required IReadOnlyList<LogGroupField> LogGroupFields { get; init; }
    }

    /// <summary>A field, and how often it occurs.</summary>
    [Shape]
    public sealed partial record LogGroupField
    {
        public required string Name { get; init; }

        /// <summary>Of the events, from 0 to 100.</summary>
        public required int Percent { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException, ValidationException.</exception>
    public static Response Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var group = logs.RequireGroup(request.LogGroupName, request.LogGroupIdentifier);
        group.RequireMoreThanIngestion();
        var (from, until) = Range(request.Time, logs.Now);
        var query = new EventQuery
        {
            From = EventId.Before(Math.Max(from, group.VisibleFrom(logs.Now))),
            Until = EventId.Before(until + 1),
        };

        var fields = new EventFields(logs.Engine, group);
        var events = 0;
        var counts = new Dictionary<string, int>();
        foreach (var stored in group.Events.Read(query, cancel))
        {
            events++;
            foreach (var name in fields.Of(stored).Select(field => field.Key).Distinct())
            {
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }
        }

        return new Response
        {
            LogGroupFields =
            [
                .. counts
                    .Concat(events == 0 ? [] : SystemFields.All.Select(name => KeyValuePair.Create(name, events)))
                    .OrderByDescending(field => field.Value)
                    .ThenBy(field => field.Key, StringComparer.Ordinal)
                    .Select(field => new LogGroupField
                    {
                        Name = field.Key,
                        Percent = (int)Math.Round(100.0 * field.Value / events, MidpointRounding.AwayFromZero),
                    }),
            ],
        };
    }

    /// <summary>Milliseconds since the epoch, both included.</summary>
    static (long From, long Until) Range(long? time, long now)
    {
        if (time is not { } seconds)
        {
            return (now - DefaultSpan, now);
        }

        var middle = Math.Min(seconds, EventId.MaxTimestamp / 1000) * 1000;
        return (middle - SpanAround, middle + SpanAround);
    }
}
