namespace Emulator.Languages.Insights;

/// <summary>A query at work: events go in, and at the end the result comes out.</summary>
/// <threadsafety>Not thread-safe.</threadsafety>
public sealed class InsightsRun
{
    readonly Row _row;
    readonly RecordFields _fields;
    readonly Stage _first;
    readonly CountStage _matched;
    readonly OutputStage _output;

    internal InsightsRun(
        Row row,
        RecordFields fields,
        Stage first,
        CountStage matched,
        OutputStage output,
        bool oldestFirst,
        bool orderMatters
    )
    {
        _row = row;
        _fields = fields;
        _first = first;
        _matched = matched;
        _output = output;
        OldestFirst = oldestFirst;
        OrderMatters = orderMatters;
    }

    /// <summary>Whether the events must come in ascending order of time. Otherwise they come in descending order.</summary>
    public bool OldestFirst { get; }

    /// <summary>Whether the order of events makes a difference at all.</summary>
    public bool OrderMatters { get; }

    /// <summary>Whether it looks at messages without masks.</summary>
    internal bool Unmasks => _fields.Unmasks;

    /// <summary>Whether further events would change nothing.</summary>
    public bool IsDone => _first.IsDone;

    /// <summary>How many events have passed the filters.</summary>
    public long Matched => _matched.Count;

    /// <exception cref="InsightsMemoryException">The query needs too much memory.</exception>
    public void Add(in LogRecord record)
    {
        _row.Load(record, _fields);
        _first.Push(_row);
    }

    /// <summary>The result, once all events are in. To be called once.</summary>
    /// <exception cref="InsightsMemoryException">The query needs too much memory.</exception>
    public InsightsResult Finish()
    {
        _first.Finish();
        return new InsightsResult(_output.Rows, Matched);
    }
}
