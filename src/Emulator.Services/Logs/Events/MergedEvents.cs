namespace Emulator.Services.Logs.Events;

/// <summary>The events that a query wants, out of several sources, in the order of their ids.</summary>
/// <remarks>Sources are opened when their time comes: only those that overlap are open together.</remarks>
/// <threadsafety>Not thread-safe.</threadsafety>
sealed class MergedEvents
{
    readonly EventQuery _query;
    readonly Func<long, bool>? _wanted;
    readonly IEventSource[] _sources;
    readonly PriorityQueue<RunCursor, EventId> _open;
    int _nextSource;
    RunCursor? _current;

    /// <param name="sources">In any order; those that do not overlap the query cost time and nothing else.</param>
    /// <param name="wanted">Tells of a stream whether its events are wanted; <c>null</c> when all are.</param>
    public MergedEvents(IEnumerable<IEventSource> sources, EventQuery query, Func<long, bool>? wanted)
    {
        _query = query;
        _wanted = wanted;
        _sources = [.. sources];
        Array.Sort(Array.ConvertAll(_sources, SortKey), _sources);
        _open = new(query.Descending ? Comparer<EventId>.Create((a, b) => b.CompareTo(a)) : Comparer<EventId>.Default);
    }

    /// <summary>The run of the event that the reader stands on.</summary>
    public EventRun Run => _current!.Run;

    /// <summary>The place of that event in the <see cref="Run"/>.</summary>
    public int Index => _current!.Index;

    /// <summary>Whether a source was no longer there: the events are to be read anew from where this ended.</summary>
    public bool IsStale { get; private set; }

    /// <returns><c>false</c> when there is no further event, or when the sources are out of date.</returns>
    public bool MoveNext()
    {
        if (_current is not null && !_current.MoveNext())
        {
            _current = null;
        }

        // Whichever cursor is ahead of the others, a source that is not open yet may be ahead of it.
        while (_nextSource < _sources.Length && !IsStale && IsDue(_sources[_nextSource]))
        {
            Open(_sources[_nextSource++]);
        }

        if (IsStale)
        {
            return false;
        }

        if (_current is null)
        {
            return _open.TryDequeue(out _current, out _);
        }

        if (_open.Count > 0)
        {
            _current = _open.EnqueueDequeue(_current, _current.Id);
        }

        return true;
    }

    bool IsDue(IEventSource source)
    {
        if (_current is null && _open.Count == 0)
        {
            return true;
        }

        var time = _current?.Timestamp ?? Furthest;
        if (_open.TryPeek(out _, out var queued))
        {
            time = _query.Descending ? Math.Max(time, queued.Timestamp) : Math.Min(time, queued.Timestamp);
        }

        return _query.Descending ? source.LastTime >= time : source.FirstTime <= time;
    }

    /// <summary>Where no event is ahead of any other.</summary>
    long Furthest => _query.Descending ? long.MinValue : long.MaxValue;

    void Open(IEventSource source)
    {
        if (source.Open() is not { } run)
        {
            IsStale = true;
            return;
        }

        var cursor = new RunCursor(run, _query, WantedStreams(run));
        if (cursor.MoveNext())
        {
            _open.Enqueue(cursor, cursor.Id);
        }
    }

    bool[]? WantedStreams(EventRun run)
    {
        if (_wanted is null)
        {
            return null;
        }

        var wanted = new bool[run.Streams.Length];
        for (var i = 0; i < wanted.Length; i++)
        {
            wanted[i] = _wanted(run.Streams[i]);
        }

        return wanted;
    }

    long SortKey(IEventSource source) => _query.Descending ? -source.LastTime : source.FirstTime;
}
