namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>Moves through the buckets of a query that have data, in ascending order of time.</summary>
/// <param name="runs">The data in any order; every bucket of it once.</param>
/// <threadsafety>Not thread-safe; one cursor serves one query.</threadsafety>
sealed class MetricCursor(BucketRun[] runs, MetricWindow window, RetentionTiers tiers, bool keepsValues)
{
    readonly BucketRun[] _runs = Sorted(runs);

    /// <summary>Runs before this one are used up.</summary>
    int _first;

    /// <summary>Where the bucket starts, in seconds since the epoch.</summary>
    public long Time { get; private set; }

    /// <summary>What the bucket contains; good until the next move.</summary>
    public BucketSum Current { get; } = new(keepsValues);

    /// <returns><c>false</c> when there are no more buckets.</returns>
    public bool MoveNext()
    {
        while (NextTime() is var next && next != long.MaxValue)
        {
            var slot = tiers.SlotOf(next);
            Time = slot - (slot - window.Start) % window.Period;
            var limit = tiers.FirstTimeFrom(Math.Min(Time + window.Period, window.End));
            Current.Clear();
            TakeUntil(limit);
            if (tiers.Answers(Time, window.Period))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Time of the next bucket in any run; the greatest number when there is none.</summary>
    long NextTime()
    {
        while (_first < _runs.Length && _runs[_first].NextTime == long.MaxValue)
        {
            _first++;
        }

        var next = long.MaxValue;
        for (var i = _first; i < _runs.Length && _runs[i].FirstTime < next; i++)
        {
            next = Math.Min(next, _runs[i].NextTime);
        }

        return next;
    }

    void TakeUntil(long limit)
    {
        for (var i = _first; i < _runs.Length && _runs[i].FirstTime < limit; i++)
        {
            ref var run = ref _runs[i];
            while (run.NextTime < limit)
            {
                Current.Add(run.Next);
                run.Position++;
            }
        }
    }

    static BucketRun[] Sorted(BucketRun[] runs)
    {
        Array.Sort(runs, static (left, right) => left.FirstTime.CompareTo(right.FirstTime));
        return runs;
    }
}
