using System.Runtime.CompilerServices;
using Emulator.Protocol.EventStream;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Ingestion;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Resources;
using Emulator.Services.Time;

namespace Emulator.Services.Logs.LiveTail;

/// <summary>One caller of StartLiveTail, and the events that wait for its next update.</summary>
/// <remarks>
/// Updates follow the machine's time: with the emulated clock standing still, events still come in, and SDKs give a silent connection up. The end
/// after three hours follows the emulated clock, so that a test can reach it.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartLiveTail.html"/>
/// </remarks>
/// <param name="scope">Whose session it is.</param>
/// <param name="feed">Where it is listed until it is disposed of.</param>
/// <threadsafety>Events are offered from any thread, in the order of writes; one caller listens.</threadsafety>
sealed class LiveTailSession(Scope scope, LiveTailSelection selection, LogFeed feed, EmulatorClock clock) : IDisposable
{
    static readonly TimeSpan UpdateInterval = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestSession = TimeSpan.FromHours(3);

    readonly DateTimeOffset _opened = clock.GetUtcNow();
    readonly LiveTailBuffer _buffer = new();
    readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Scope Scope => scope;

    public bool ListensTo(LogGroupState group, LogStreamState stream) => selection.Includes(group, stream);

    /// <summary>The events of a request that the session wants to see.</summary>
    public List<LiveTailSessionLogEvent> Select(IncomingEvents events)
    {
        var selected = new List<LiveTailSessionLogEvent>();
        for (var i = 0; i < events.Count; i++)
        {
            var message = events.Shown(i);
            if (!selection.Pattern.Matches(message.Span))
            {
                continue;
            }

            selected.Add(
                new LiveTailSessionLogEvent
                {
                    LogStreamName = events.Stream.Name,
                    LogGroupIdentifier = $"{events.Group.Scope.Account}:{events.Group.Name}",

                    // The request's buffer is used again when it has been answered.
                    Message = new(message.Span.ToArray()),
                    Timestamp = events[i].Timestamp,
                    IngestionTime = events.IngestionTime,
                }
            );
        }

        return selected;
    }

    /// <summary>Adds events to the next update.</summary>
    public void Offer(List<LiveTailSessionLogEvent> events) => _buffer.Add(events);

    /// <summary>What the caller gets: how the session starts, then an update each second.</summary>
    public async IAsyncEnumerable<StreamEvent> ListenAsync(
        LiveTailSessionStart start,
        [EnumeratorCancellation] CancellationToken cancel = default
    )
    {
        yield return new StreamEvent("sessionStart", start);
        while (await WaitAsync(cancel))
        {
            if (clock.GetUtcNow() - _opened >= LongestSession)
            {
                throw new EventStreamException(
                    "SessionTimeoutException",
                    "The session has timed out after three hours."
                );
            }

            yield return new StreamEvent("sessionUpdate", _buffer.Take());
        }

        throw new EventStreamException(
            "SessionStreamingException",
            "The emulator has stopped, or its state was replaced."
        );
    }

    /// <summary>Ends the session from the emulator's side.</summary>
    public void End() => _ended.TrySetResult();

    public void Dispose() => feed.Remove(this);

    /// <returns><c>false</c> when the session has been ended.</returns>
    async Task<bool> WaitAsync(CancellationToken cancel)
    {
        var second = Task.Delay(UpdateInterval, clock, cancel);
        if (await Task.WhenAny(second, _ended.Task) != second)
        {
            return false;
        }

        await second;
        return true;
    }
}
