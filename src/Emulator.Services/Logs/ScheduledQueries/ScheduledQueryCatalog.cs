using Emulator.Protocol;
using Emulator.Services.Logs.Queries;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.Logs.ScheduledQueries;

/// <summary>The scheduled queries of an account in a region, and the runs that fall due.</summary>
/// <remarks>
/// A run is a query like any other that knows which scheduled query it belongs to: the history is what the queries say. Runs that would have fallen due
/// while the emulator was stopped are not made up for.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/ScheduledQueries.html"/>
/// </remarks>
/// <threadsafety>Changed inside a <see cref="Store.Write{T}"/>; read from any thread. Runs start on the scheduler's.</threadsafety>
sealed class ScheduledQueryCatalog(LogsState logs, ResourceTable<ScheduledQueryDocument> queries)
{
    // Entries of the scheduler by id. Changed by the writer.
    readonly Dictionary<string, IDisposable> _entries = [];

    public IEnumerable<ScheduledQueryDocument> After(string? name) => queries.After(name);

    public string ArnOf(ScheduledQueryDocument query) => LogArn.ScheduledQuery(logs.Scope, query.Id);

    /// <param name="identifier">Its name or its ARN.</param>
    public ScheduledQueryDocument? Find(string identifier) =>
        LogArn.TryParseScheduledQuery(identifier, out var owner, out var id)
            ? queries.All.FirstOrDefault(query => owner == logs.Scope && query.Id == id)
            : queries.Find(identifier);

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public ScheduledQueryDocument Require(string identifier) =>
        Find(identifier) ?? throw LogsErrors.ScheduledQueryNotFound();

    /// <summary>The runs of a scheduled query that are remembered, the newest first.</summary>
    public IEnumerable<LogQuery> RunsOf(ScheduledQueryDocument query) =>
        logs.Queries.Newest(logs.Now).Where(run => run.Document.Schedule?.ScheduledQueryId == query.Id);

    public LogQuery? LastRunOf(ScheduledQueryDocument query) => RunsOf(query).FirstOrDefault();

    /// <exception cref="AwsException">ConflictException.</exception>
    public void Create(Write write, ScheduledQueryDocument query)
    {
        if (queries.Contains(query.Name))
        {
            throw LogsErrors.ScheduledQueryExists();
        }

        Put(write, query);
    }

    /// <summary>Stores a query and plans its runs anew.</summary>
    public void Put(Write write, ScheduledQueryDocument query)
    {
        Store(write, query);
        Unschedule(query);
        Schedule(query);
    }

    /// <summary>Stores a query whose schedule is the same.</summary>
    public void Store(Write write, ScheduledQueryDocument query) => queries.Put(write, query);

    public void Delete(Write write, ScheduledQueryDocument query)
    {
        queries.Remove(write, query.Name);
        Unschedule(query);
    }

    /// <summary>Plans the runs of all, at start-up.</summary>
    public void Resume()
    {
        foreach (var query in queries.All)
        {
            Schedule(query);
        }
    }

    void Schedule(ScheduledQueryDocument query)
    {
        if (query.NextAfter(logs.Engine.Clock.GetUtcNow()) is { } due)
        {
            _entries[query.Id] = logs.Engine.Scheduler.Schedule(
                $"scheduled query {query.Name}",
                due,
                time => RunAsync(query, time),
                query.NextAfter
            );
        }
    }

    void Unschedule(ScheduledQueryDocument query)
    {
        if (_entries.Remove(query.Id, out var entry))
        {
            entry.Dispose();
        }
    }

    /// <summary>Runs a query that has fallen due, and waits for its end: whoever moves the clock finds the results.</summary>
    async ValueTask<DateTimeOffset?> RunAsync(ScheduledQueryDocument scheduled, DateTimeOffset due)
    {
        if (queries.Find(scheduled.Name) is not { } query || query.Id != scheduled.Id)
        {
            return null;
        }

        var document = Prepare(query, due.ToUnixTimeMilliseconds());
        var run = await logs.Engine.Store.Write(write => Trigger_OnWriter(write, query, document));
        if (!run.IsEnded)
        {
            await logs.Engine.QueryRunner.Start(run, logs.Queries);
        }

        return query.NextAfter(due);
    }

    LogQuery Trigger_OnWriter(Write write, ScheduledQueryDocument query, QueryDocument document)
    {
        logs.Engine.Scheduler.SaveClock(write);
        if (queries.Find(query.Name) is { } current && current.Id == query.Id)
        {
            Store(write, current with { LastTriggeredTime = document.CreateTime });
        }

        try
        {
            return logs.Queries.Add_OnWriter(write, document);
        }
        catch (AwsException error)
        {
            return logs.Queries.Add_OnWriter(write, Refused(document, ExecutionStatus.Failed, error.Text));
        }
    }

    /// <summary>The query to run; one that has failed when it cannot.</summary>
    /// <param name="due">Milliseconds since the epoch.</param>
    QueryDocument Prepare(ScheduledQueryDocument query, long due)
    {
        var (from, until) = query.WindowAt(due);
        var range = new QueryRange(from, until - 1);
        var scope = new LogsScope(logs.Engine, logs, logs.Engine.Ids.NextUuid());
        var run = new ScheduledRun
        {
            ScheduledQueryId = query.Id,
            LookupTable = query.DestinationConfiguration?.LookupTableConfiguration,
        };
        try
        {
            var groups = QueryTargets.Named(scope, null, null, query.LogGroupIdentifiers);
            var prepared = PreparedQuery.Of(query.QueryString, groups, range, scope);
            return prepared.Document with { CreateTime = due, Schedule = run };
        }
        catch (AwsException error)
        {
            var document = new QueryDocument
            {
                Scope = logs.Scope.ToString(),
                QueryId = logs.Engine.Ids.NextUuid(),
                Order = 0,
                QueryString = query.QueryString,
                Text = query.QueryString,
                LogGroups = [],
                CreateTime = due,
                StartTime = range.Start,
                EndTime = range.End,
                Status = QueryStatus.Failed,
                Schedule = run,
            };
            return Refused(document, ExecutionStatus.InvalidQuery, error.Text);
        }
    }

    static QueryDocument Refused(QueryDocument document, string status, string? error) =>
        document with
        {
            Status = QueryStatus.Failed,
            Duration = 0,
            Statistics = new ScanTotals().Statistics,
            Schedule = document.Schedule! with { Refusal = status, ErrorMessage = error },
        };
}
