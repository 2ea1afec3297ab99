using Emulator.Storage;

namespace Emulator.Services.Time;

/// <summary>Runs what falls due at emulated times, in due order, one entry after another; and moves the clock.</summary>
/// <remarks>
/// While time runs by itself, a pump waits for the next entry. When the clock is moved forward, everything that falls due on the way runs first,
/// each entry with the clock standing at its own due time, and the move returns when all is done.
/// </remarks>
/// <threadsafety>Safe from any thread. An entry must not move the clock.</threadsafety>
public sealed class Scheduler : IAsyncDisposable
{
    /// <summary>The longest real wait of the pump: a change of the machine's clock is noticed after it.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>On a long way forward, the clock is saved when it has come this far.</summary>
    static readonly TimeSpan SaveInterval = TimeSpan.FromHours(1);

    readonly EmulatorClock _clock;
    readonly Store _store;
    readonly Action<string, Exception> _onError;
    readonly Lock _lock = new();
    readonly SemaphoreSlim _running = new(1, 1);
    readonly SemaphoreSlim _changed = new(0, 1);
    readonly CancellationTokenSource _stop = new();
    readonly Task _pump;

    /// <summary>The rate at which the clock goes on after the move that is on its way; <c>null</c> when there is none. Set while running.</summary>
    double? _rateAfterMove;

    // Guarded by _lock.
    readonly PriorityQueue<ScheduledEntry, (DateTimeOffset Due, long Order)> _queue = new();
    long _order;

    /// <param name="store">Where the setting of the clock is saved before a change of it is answered.</param>
    /// <param name="onError">Told when an entry throws; the entry is then dropped.</param>
    public Scheduler(EmulatorClock clock, Store store, Action<string, Exception> onError)
    {
        _clock = clock;
        _store = store;
        _onError = onError;
        _pump = Task.Run(PumpAsync);
    }

    /// <summary>Adds an entry.</summary>
    /// <param name="name">What it is, for people.</param>
    /// <param name="due">The emulated time at which it runs first; at once when that is past.</param>
    /// <param name="run">Gets its due time and returns when it wants to run next; <c>null</c> when it is finished.</param>
    /// <param name="whenSetBack">
    /// Gets the time to which the clock has been set back and returns when the entry wants to run next; <c>null</c> keeps its due time.
    /// </param>
    /// <returns>Disposing it takes the entry out.</returns>
    public IDisposable Schedule(
        string name,
        DateTimeOffset due,
        Func<DateTimeOffset, ValueTask<DateTimeOffset?>> run,
        Func<DateTimeOffset, DateTimeOffset?>? whenSetBack = null
    )
    {
        var entry = new ScheduledEntry(name, run, whenSetBack);
        Enqueue(entry, due);
        return entry;
    }

    /// <summary>Moves the clock forward and runs what falls due on the way.</summary>
    /// <param name="span">How far; not negative.</param>
    public async Task AdvanceAsync(TimeSpan span, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        await _running.WaitAsync(cancel);
        try
        {
            await MoveTo_WhileRunning(_clock.GetUtcNow() + span, cancel);
        }
        finally
        {
            _running.Release();
        }
    }

    /// <summary>Sets the clock to a time: forward as <see cref="AdvanceAsync"/>, backward without running anything.</summary>
    /// <param name="rate">The rate from then on; <c>null</c> keeps it. 0 freezes.</param>
    public async Task SetAsync(DateTimeOffset time, double? rate = null, CancellationToken cancel = default)
    {
        await _running.WaitAsync(cancel);
        try
        {
            var now = _clock.GetUtcNow();
            if (time > now)
            {
                await MoveTo_WhileRunning(time, cancel);
            }

            await ApplyAsync(new ClockSetting(_clock.RealNow, time, rate ?? _clock.Setting.Rate));
            if (time < now)
            {
                Realign(time);
            }
        }
        finally
        {
            _running.Release();
            Wake();
        }
    }

    /// <summary>Lets time pass at another rate from now on.</summary>
    /// <param name="rate">Emulated seconds per real second, 0 or more; 0 freezes.</param>
    public async Task SetRateAsync(double rate, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        await _running.WaitAsync(cancel);
        try
        {
            await ApplyAsync(new ClockSetting(_clock.RealNow, _clock.GetUtcNow(), rate));
        }
        finally
        {
            _running.Release();
            Wake();
        }
    }

    /// <summary>Returns to the machine's time, running what falls due if that is ahead.</summary>
    public async Task UseRealTimeAsync(CancellationToken cancel = default)
    {
        await SetAsync(_clock.RealNow, 1, cancel);
        await ApplyAsync(ClockSetting.RealTime);
        Wake();
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        await _pump;

        // A move that is on its way ends at its next entry.
        await _running.WaitAsync();
        _stop.Dispose();
        _running.Dispose();
        _changed.Dispose();
    }

    async Task MoveTo_WhileRunning(DateTimeOffset target, CancellationToken cancel)
    {
        var rate = _clock.Setting.Rate;
        var saved = _clock.GetUtcNow();
        _rateAfterMove = rate;
        try
        {
            while (TryDequeue(target, out var entry, out var due))
            {
                cancel.ThrowIfCancellationRequested();
                _stop.Token.ThrowIfCancellationRequested();
                Freeze(due > _clock.GetUtcNow() ? due : _clock.GetUtcNow());
                if (due - saved >= SaveInterval)
                {
                    // A restart must not find the clock long before what has already happened.
                    saved = due;
                    await SavedClock.SaveAsync(_store, new ClockSetting(_clock.RealNow, due, rate));
                }

                await RunAsync(entry, due);
            }

            Freeze(target);
        }
        finally
        {
            _rateAfterMove = null;
            await ApplyAsync(new ClockSetting(_clock.RealNow, _clock.GetUtcNow(), rate));
            Wake();
        }
    }

    /// <summary>
    /// Saves, while the clock is being moved, where it stands. For an entry whose effects must not lie ahead of the clock after a crash; called in
    /// its write.
    /// </summary>
    public void SaveClock(Write write)
    {
        if (_rateAfterMove is { } rate)
        {
            SavedClock.Put(write, new ClockSetting(_clock.RealNow, _clock.GetUtcNow(), rate));
        }
    }

    async Task ApplyAsync(ClockSetting setting)
    {
        _clock.Apply(setting);
        await SavedClock.SaveAsync(_store, setting);
    }

    void Freeze(DateTimeOffset at) => _clock.Apply(new ClockSetting(_clock.RealNow, at, 0));

    async Task PumpAsync()
    {
        try
        {
            while (true)
            {
                await _running.WaitAsync(_stop.Token);
                try
                {
                    while (TryDequeue(_clock.GetUtcNow(), out var entry, out var due))
                    {
                        await RunAsync(entry, due);
                    }
                }
                finally
                {
                    _running.Release();
                }

                await _changed.WaitAsync(RealWait(), _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    /// <summary>How long in real time until the next entry falls due.</summary>
    TimeSpan RealWait()
    {
        lock (_lock)
        {
            var rate = _clock.Setting.Rate;
            if (rate == 0 || !_queue.TryPeek(out _, out var next))
            {
                return Timeout.InfiniteTimeSpan;
            }

            var seconds = (next.Due - _clock.GetUtcNow()).TotalSeconds / rate;
            return TimeSpan.FromSeconds(Math.Clamp(seconds + 0.001, 0.001, LongestWait.TotalSeconds));
        }
    }

    async Task RunAsync(ScheduledEntry entry, DateTimeOffset due)
    {
        try
        {
            if (await entry.Run(due) is { } next)
            {
                Enqueue(entry, next);
            }
        }
        catch (Exception error)
        {
            _onError(entry.Name, error);
        }
    }

    bool TryDequeue(DateTimeOffset until, out ScheduledEntry entry, out DateTimeOffset due)
    {
        lock (_lock)
        {
            while (_queue.TryPeek(out entry!, out var key) && (key.Due <= until || entry.IsRemoved))
            {
                _queue.Dequeue();
                if (!entry.IsRemoved)
                {
                    due = key.Due;
                    return true;
                }
            }

            due = default;
            return false;
        }
    }

    void Enqueue(ScheduledEntry entry, DateTimeOffset due)
    {
        lock (_lock)
        {
            _queue.Enqueue(entry, (due, _order++));
        }

        Wake();
    }

    /// <summary>Gives entries a new due time after the clock has been set back.</summary>
    void Realign(DateTimeOffset now)
    {
        List<(ScheduledEntry Entry, DateTimeOffset Due)> entries;
        lock (_lock)
        {
            entries =
            [
                .. _queue
                    .UnorderedItems.OrderBy(item => item.Priority)
                    .Select(item => (item.Element, item.Priority.Due)),
            ];
            _queue.Clear();
        }

        // Outside the lock: an entry may have one of its own, under which it schedules.
        foreach (var (entry, due) in entries.Where(item => !item.Entry.IsRemoved))
        {
            Enqueue(entry, entry.WhenSetBack?.Invoke(now) ?? due);
        }
    }

    void Wake()
    {
        lock (_lock)
        {
            if (_changed.CurrentCount == 0)
            {
                _changed.Release();
            }
        }
    }

    sealed class ScheduledEntry(
        string name,
        Func<DateTimeOffset, ValueTask<DateTimeOffset?>> run,
        Func<DateTimeOffset, DateTimeOffset?>? whenSetBack
    ) : IDisposable
    {
        volatile bool _removed;

        public string Name => name;

        public bool IsRemoved => _removed;

        public Func<DateTimeOffset, DateTimeOffset?>? WhenSetBack => whenSetBack;

        public ValueTask<DateTimeOffset?> Run(DateTimeOffset due) => run(due);

        public void Dispose() => _removed = true;
    }
}
