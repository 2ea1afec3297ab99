using Emulator.Languages.Insights;
using Emulator.Languages.Text;
using Emulator.Services.Logs.ScheduledQueries;
using Emulator.Services.Logs.Shapes;
using Emulator.Storage;

namespace Emulator.Services.Logs.Queries;

/// <summary>Runs queries in the background, a few at a time.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
sealed class QueryRunner(EmulatorEngine engine) : IAsyncDisposable
{
    /// <summary>How long a query may run, in real time.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(60);

    readonly SemaphoreSlim _slots = new(engine.Options.QueriesAtOnce);
    readonly CancellationTokenSource _stop = new();
    readonly Lock _lock = new();

    // Guarded by _lock.
    readonly HashSet<Task> _running = [];

    /// <summary>Runs a query that the catalog holds.</summary>
    /// <returns>Completes when the query has ended, or the runner stops.</returns>
    public Task Start(LogQuery query, QueryCatalog catalog)
    {
        var run = Task.Run(() => RunAsync(query, catalog));
        lock (_lock)
        {
            _running.Add(run);
        }

        run.ContinueWith(Forget, TaskScheduler.Default);
        return run;
    }

    /// <summary>Stops all, without waiting. What has not ended runs anew at the next start.</summary>
    public void Stop() => _stop.Cancel();

    /// <summary>Stops all, and waits until they have stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(Running());
        _slots.Dispose();
        _stop.Dispose();
    }

    Task[] Running()
    {
        lock (_lock)
        {
            return [.. _running];
        }
    }

    void Forget(Task run)
    {
        lock (_lock)
        {
            _running.Remove(run);
        }
    }

    async Task RunAsync(LogQuery query, QueryCatalog catalog)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(query.Cancelled, _stop.Token);
        try
        {
            await _slots.WaitAsync(end.Token);
            try
            {
                await ScanAsync(query, catalog, end.Token);
            }
            finally
            {
                _slots.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for the result, or the engine stops.
        }
        catch (StoreFailedException)
        {
            // The store is at its end, and the engine with it.
        }
        catch (Exception error)
        {
            engine.Options.OnBackgroundError("query", error);
        }
    }

    async Task ScanAsync(LogQuery query, QueryCatalog catalog, CancellationToken cancel)
    {
        query.Begin();
        var started = TimeProvider.System.GetTimestamp();
        using var timeout = new CancellationTokenSource(Longest, TimeProvider.System);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        var (status, results) = Scan(query, end.Token, timeout.Token);
        var encoded = EncodedResults.Of(results);
        var duration = (long)TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
        var refresh = TableRefresh.Of(query.Document.Schedule, status, results);
        await engine.Store.Write(write => catalog.End_OnWriter(write, query, status, duration, encoded, refresh));
    }

    (string Status, QueryResults Results) Scan(LogQuery query, CancellationToken cancel, CancellationToken timeout)
    {
        try
        {
            var result = new QueryScan(engine, query.Document, query.Totals).Run(cancel);
            return (QueryStatus.Complete, QueryResults.Of(result));
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return (QueryStatus.Timeout, QueryResults.None);
        }
        catch (Exception fault) when (fault is InsightsMemoryException or SyntaxException)
        {
            return (QueryStatus.Failed, QueryResults.None);
        }
        catch (Exception error) when (error is not (OperationCanceledException or StoreFailedException))
        {
            engine.Options.OnBackgroundError("query", error);
            return (QueryStatus.Failed, QueryResults.None);
        }
    }
}
