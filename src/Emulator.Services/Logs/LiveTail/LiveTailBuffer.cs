using System.Threading.Channels;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.LiveTail;

/// <summary>The events that wait for the next update of a session; the oldest make room when there are too many.</summary>
/// <remarks>
/// An update holds 500 events. When more have come, it holds a sample of them and says so.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatchLogs_LiveTail.html"/>
/// </remarks>
/// <threadsafety>Events are added from one thread at a time and taken by another.</threadsafety>
sealed class LiveTailBuffer
{
    const int MaxResults = 500;

    /// <summary>What ten updates hold: so many AWS keeps for a caller that is slow.</summary>
    const int MaxWaiting = 10 * MaxResults;

    /// <summary>Bytes of messages that may wait.</summary>
    const int MaxWaitingBytes = 32 << 20;

    /// <summary>Bytes of messages in an update: an event stream's message ends at 24 MiB, and a byte can become six in JSON.</summary>
    const int MaxUpdateBytes = 3 << 20;

    readonly Channel<LiveTailSessionLogEvent> _waiting;
    long _waitingBytes;
    int _dropped;

    public LiveTailBuffer() =>
        _waiting = Channel.CreateBounded<LiveTailSessionLogEvent>(
            new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            Drop
        );

    public void Add(List<LiveTailSessionLogEvent> events)
    {
        foreach (var item in events)
        {
            if (Interlocked.Add(ref _waitingBytes, item.Message.Length) > MaxWaitingBytes)
            {
                Drop(item);
            }
            else
            {
                _waiting.Writer.TryWrite(item);
            }
        }
    }

    /// <summary>All that waits, or a sample spread evenly over it.</summary>
    public LiveTailSessionUpdate Take()
    {
        var isSampled = Interlocked.Exchange(ref _dropped, 0) > 0;
        var waiting = new List<LiveTailSessionLogEvent>();
        while (_waiting.Reader.TryRead(out var item))
        {
            waiting.Add(item);
        }

        Interlocked.Add(ref _waitingBytes, -waiting.Sum(item => (long)item.Message.Length));
        var results = Sample(waiting);
        return new LiveTailSessionUpdate
        {
            SessionMetadata = new LiveTailSessionMetadata { Sampled = isSampled || results.Count < waiting.Count },
            SessionResults = results,
        };
    }

    static List<LiveTailSessionLogEvent> Sample(List<LiveTailSessionLogEvent> events)
    {
        var count = Math.Min(events.Count, MaxResults);
        var results = new List<LiveTailSessionLogEvent>(count);
        var bytes = 0;
        for (var i = 0; i < count; i++)
        {
            var item = events[(int)((long)i * events.Count / count)];
            if (bytes + item.Message.Length <= MaxUpdateBytes)
            {
                bytes += item.Message.Length;
                results.Add(item);
            }
        }

        return results;
    }

    void Drop(LiveTailSessionLogEvent item)
    {
        Interlocked.Add(ref _waitingBytes, -item.Message.Length);
        Interlocked.Increment(ref _dropped);
    }
}
