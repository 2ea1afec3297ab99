using Emulator.Services.CloudWatch.Shapes;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Alarms.Watching;

/// <summary>Evaluates the alarms of all accounts and regions when their time comes.</summary>
/// <remarks>
/// The scheduler knows a single entry, due when the next of them is. All that one moment changes goes into one write; when nothing changes,
/// nothing is written. What is watched follows from the stored alarms and states alone, so that a restart goes on where a crash came.
/// </remarks>
/// <threadsafety>Safe from any thread; evaluation itself runs on the scheduler's.</threadsafety>
sealed class AlarmMonitor(EmulatorEngine engine)
{
    readonly Lock _lock = new();

    // Guarded by _lock.
    readonly PriorityQueue<DueWork, (DateTimeOffset Due, long Order)> _queue = new();
    long _order;
    IDisposable? _entry;

    /// <summary>When the scheduler's entry is due; the smallest time while it runs, the greatest when there is none.</summary>
    DateTimeOffset _entryDue = DateTimeOffset.MaxValue;

    TaskCompletionSource _statesChanged = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the state of any alarm has changed since the task was asked for.</summary>
    public Task StatesChanged => Volatile.Read(ref _statesChanged).Task;

    /// <summary>Lets those know who wait for a state. Called in the write that changes it.</summary>
    public void StatesChanged_OnWriter() =>
        Interlocked
            .Exchange(ref _statesChanged, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))
            .SetResult();

    /// <summary>Takes up what is stored.</summary>
    public void Start() => Restart(engine.Clock.GetUtcNow());

    /// <summary>Evaluates an alarm from now on, until another is stored under its name or it is deleted.</summary>
    public void Watch(AlarmTables alarms, MetricAlarm alarm)
    {
        var now = engine.Clock.GetUtcNow();
        var watch = AlarmWatch.Of(alarms, alarm);
        Add(watch, watch.NextAfter(now));
        Repeat(alarms, alarm, now);
    }

    /// <summary>Repeats the scaling actions of an alarm for the state that it is in, if there are any, as of a time.</summary>
    public void Repeat(AlarmTables alarms, MetricAlarm alarm, DateTimeOffset now)
    {
        if (ScalingRepeat.Of(alarms, alarm) is { } repeat)
        {
            Add(repeat, repeat.NextAfter(now));
        }
    }

    /// <summary>Evaluates the alarms of an account that fell due at a time that has passed: the data for it has come only now.</summary>
    public async Task EvaluateAsync(string account, DateTimeOffset due)
    {
        var watches = Alarms()
            .Where(alarms => alarms.Scope.Account == account)
            .SelectMany(alarms => alarms.MetricAlarms.All.Select(alarm => AlarmWatch.Of(alarms, alarm)));
        var writes = new List<(DueWork Work, Action<Write> Change)>();
        foreach (var watch in watches)
        {
            if (watch.NextAfter(due.AddTicks(-1)) == due && Prepare(watch, due) is { } write)
            {
                writes.Add((watch, write));
            }
        }

        if (writes.Count > 0)
        {
            await WriteAsync(writes);
        }
    }

    /// <param name="due">When it falls due; <c>null</c> for never.</param>
    public void Add(DueWork work, DateTimeOffset? due)
    {
        lock (_lock)
        {
            Enqueue_NeedsLock(work, due);
            if (due < _entryDue)
            {
                _entry?.Dispose();
                _entryDue = due.Value;
                _entry = engine.Scheduler.Schedule("alarms", _entryDue, RunAsync, Restart);
            }
        }
    }

    /// <summary>Watches everything anew, as of a time.</summary>
    DateTimeOffset? Restart(DateTimeOffset now)
    {
        lock (_lock)
        {
            _queue.Clear();
        }

        foreach (var alarms in Alarms())
        {
            foreach (var alarm in alarms.MetricAlarms.All)
            {
                var watch = AlarmWatch.Of(alarms, alarm);
                Add(watch, watch.NextAfter(now));
                Repeat(alarms, alarm, now);
            }

            foreach (var state in alarms.States.All)
            {
                if (state.Suppression?.Until is { } until)
                {
                    Add(new SuppressionEnd(alarms, state.AlarmName, until), until);
                }
                else if (state.Withheld is { IsMuted: true })
                {
                    // When the window is over already, as after a long standstill, at once.
                    Add(new MuteEnd(alarms, state.AlarmName), alarms.Mutes.ActiveFor(state.AlarmName, now)?.End ?? now);
                }
            }
        }

        lock (_lock)
        {
            return _queue.TryPeek(out _, out var next) ? _entryDue = next.Due : null;
        }
    }

    /// <summary>Those of all scopes, in an order that is always the same.</summary>
    IEnumerable<AlarmTables> Alarms() =>
        engine.Scopes.Select(scope => scope.CloudWatch.Alarms).OrderBy(alarms => $"{alarms.Scope}");

    async ValueTask<DateTimeOffset?> RunAsync(DateTimeOffset due)
    {
        var writes = new List<(DueWork Work, Action<Write> Change)>();
        foreach (var work in Take(due))
        {
            if (work.IsCurrent && Prepare(work, due) is { } write)
            {
                writes.Add((work, write));
            }
        }

        if (writes.Count > 0)
        {
            await WriteAsync(writes);
        }

        lock (_lock)
        {
            _entryDue = _queue.TryPeek(out _, out var next) ? next.Due : DateTimeOffset.MaxValue;
            return _entryDue == DateTimeOffset.MaxValue ? null : _entryDue;
        }
    }

    /// <summary>Takes what is due, and enters again what will be.</summary>
    List<DueWork> Take(DateTimeOffset due)
    {
        var taken = new List<DueWork>();
        lock (_lock)
        {
            _entryDue = DateTimeOffset.MinValue;
            while (_queue.TryPeek(out var work, out var next) && next.Due <= due)
            {
                _queue.Dequeue();
                taken.Add(work);
            }

            foreach (var work in taken)
            {
                if (work.IsCurrent)
                {
                    Enqueue_NeedsLock(work, work.NextAfter(due));
                }
            }
        }

        return taken;
    }

    Action<Write>? Prepare(DueWork work, DateTimeOffset due)
    {
        try
        {
            return work.Prepare(due);
        }
        catch (Exception error)
        {
            // A mistake of ours with one alarm must not keep the others from being evaluated.
            engine.Options.OnBackgroundError(work.Name, error);
            return null;
        }
    }

    async Task WriteAsync(List<(DueWork Work, Action<Write> Change)> writes)
    {
        try
        {
            await engine.Store.Write(write =>
            {
                foreach (var (work, change) in writes)
                {
                    Make_OnWriter(write, work, change);
                }

                // A crash must not leave the clock before a transition that has happened: it would happen again.
                engine.Scheduler.SaveClock(write);
            });
        }
        catch (Exception error) when (error is not StoreFailedException)
        {
            engine.Options.OnBackgroundError("alarms", error);
        }
    }

    void Make_OnWriter(Write write, DueWork work, Action<Write> change)
    {
        try
        {
            change(write);
        }
        catch (Exception error)
        {
            // Nor must it take back what has happened to the others at the same moment.
            engine.Options.OnBackgroundError(work.Name, error);
        }
    }

    void Enqueue_NeedsLock(DueWork work, DateTimeOffset? due)
    {
        if (due is { } time)
        {
            _queue.Enqueue(work, (time, _order++));
        }
    }
}
