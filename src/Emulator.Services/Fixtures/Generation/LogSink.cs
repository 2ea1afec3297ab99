namespace Emulator.Services.Fixtures.Generation;

/// <summary>The log events of one generator, by log group.</summary>
/// <threadsafety>Not thread-safe; it belongs to one generator.</threadsafety>
sealed class LogSink
{
    readonly Dictionary<(string Region, string Group), LogBuffer> _buffers = [];

    /// <summary>In the order in which they first got an event.</summary>
    public IReadOnlyCollection<LogBuffer> All => _buffers.Values;

    public void Add(string region, string group, string stream, GeneratedEvent generated)
    {
        if (!_buffers.TryGetValue((region, group), out var buffer))
        {
            buffer = new LogBuffer(region, group);
            _buffers.Add((region, group), buffer);
        }

        buffer.Add(stream, generated);
    }
}

/// <summary>A log event as a generator makes it.</summary>
/// <param name="Time">Milliseconds since the epoch.</param>
/// <param name="IngestionTime">Milliseconds since the epoch.</param>
readonly record struct GeneratedEvent(long Time, long IngestionTime, byte[] Message);

/// <summary>What a generator has made for one log group and not handed on yet.</summary>
/// <threadsafety>Not thread-safe; it belongs to one generator.</threadsafety>
sealed class LogBuffer(string region, string group)
{
    readonly List<(string Stream, GeneratedEvent Event)> _events = [];

    public string Region => region;

    public string Group => group;

    public void Add(string stream, GeneratedEvent generated) => _events.Add((stream, generated));

    /// <summary>Takes the events out, in the order in which they were made.</summary>
    public IReadOnlyList<(string Stream, GeneratedEvent Event)> Drain()
    {
        (string, GeneratedEvent)[] events = [.. _events];
        _events.Clear();
        return events;
    }
}
