using Emulator.Languages.FilterPatterns;

namespace Emulator.Services.Logs.Events;

/// <summary>Goes through those events of a run that a query wants.</summary>
/// <threadsafety>Not thread-safe.</threadsafety>
sealed class RunCursor
{
    readonly bool[]? _streams;
    readonly FilterPattern? _pattern;
    readonly MessageSearch? _search;
    readonly bool _descending;

    // The events not looked at yet: from _first to before _end.
    int _first;
    int _end;

    /// <param name="streams">For each stream of the run whether it is wanted; <c>null</c> when all are.</param>
    public RunCursor(EventRun run, EventQuery query, bool[]? streams)
    {
        Run = run;
        _streams = streams;
        _pattern = query.Pattern;
        _search = MessageSearch.For(run, query.Pattern, query.Descending);
        _descending = query.Descending;
        _first = run.FirstAtOrAfter(query.From);
        _end = run.FirstAtOrAfter(query.Until);
    }

    public EventRun Run { get; }

    /// <summary>The event that the cursor stands on.</summary>
    public int Index { get; private set; } = -1;

    public EventId Id => Run.Id(Index);

    /// <summary>Milliseconds since the epoch.</summary>
    public long Timestamp => Run.Timestamp(Index);

    /// <returns><c>false</c> when there is no further event.</returns>
    public bool MoveNext()
    {
        while (_first < _end && Candidate() is { } candidate)
        {
            Pass(candidate);
            if (IsWanted(candidate))
            {
                Index = candidate;
                return true;
            }
        }

        return false;
    }

    /// <summary>The next event that may match.</summary>
    int? Candidate() =>
        _search is not null ? _search.Next(_first, _end)
        : _descending ? _end - 1
        : _first;

    void Pass(int index)
    {
        if (_descending)
        {
            _end = index;
        }
        else
        {
            _first = index + 1;
        }
    }

    bool IsWanted(int index) =>
        (_streams is null || _streams[Run.Stream(index)])
        && (_pattern is null || _pattern.RequiredLiteralDecides || _pattern.Matches(Run.Message(index).Span));
}
