using Emulator.Protocol;
using Emulator.Services.Logs.ScheduledQueries;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.Logs.Queries;

/// <summary>The queries of one scope: for seven days, the runs of scheduled queries for thirty.</summary>
/// <remarks>
/// A query is a block: what it is in the summary, its results in the body. One that runs when the emulator stops runs anew at the next start.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AnalyzingLogData.html"/>
/// </remarks>
/// <threadsafety>Changed by the writer; read from any thread, each time a consistent snapshot.</threadsafety>
sealed class QueryCatalog(LogsState logs) : IResourceTable
{
    /// <summary>How many queries an account can run at a time in a region.</summary>
    const int MaxRunning = 100;

    static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/ScheduledQueries.html"/></remarks>
    static readonly TimeSpan RunsKept = TimeSpan.FromDays(30);

    readonly NameIndex<LogQuery> _byId = new(query => query.Document.QueryId);

    public string Kind => "logs.query";

    public int Count => _byId.Count;

    /// <summary>Those that have not expired, the newest first.</summary>
    public IEnumerable<LogQuery> Newest(long now) =>
        _byId.All.Where(query => !IsExpired(query, now)).OrderByDescending(query => query.Document.Order);

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public LogQuery Require(string id, long now) =>
        _byId.Find(id) is { } query && !IsExpired(query, now) ? query : throw LogsErrors.QueryNotFound();

    /// <summary>Adds a query that is to run, or one that could not.</summary>
    /// <exception cref="AwsException">LimitExceededException.</exception>
    public LogQuery Add_OnWriter(Write write, QueryDocument document)
    {
        if (document.Status == QueryStatus.Scheduled && _byId.All.Count(query => !query.IsEnded) >= MaxRunning)
        {
            throw LogsErrors.TooManyQueries();
        }

        foreach (var old in _byId.All.Where(query => query.IsEnded && IsExpired(query, document.CreateTime)).ToList())
        {
            Remove_OnWriter(write, old);
        }

        var id = write.NextSequence();
        document = document with { Order = id };
        var query = new LogQuery(document, LogQuery.RowOf(id, document, 0, 0));
        write.InsertBlock(query.Row, []);
        _byId.Put(query);
        return query;
    }

    /// <summary>Ends a query; does nothing when it has ended already, or is gone.</summary>
    /// <param name="status">One of <see cref="QueryStatus"/>.</param>
    /// <param name="refresh">What the results are put into; <c>null</c> for nothing.</param>
    /// <returns>Whether it was running.</returns>
    public bool End_OnWriter(
        Write write,
        LogQuery query,
        string status,
        long duration,
        EncodedResults results,
        TableRefresh? refresh = null
    )
    {
        if (query.IsEnded || _byId.Find(query.Document.QueryId) != query)
        {
            return false;
        }

        var document = query.Document with
        {
            Status = status,
            Duration = duration,
            Statistics = query.Totals.Statistics,
            Schedule =
                query.Document.Schedule is { } run && refresh is not null
                    ? run with
                    {
                        Destinations = [refresh.Apply_OnWriter(write, logs.LookupTables, logs.Now)],
                    }
                    : query.Document.Schedule,
        };
        var row = LogQuery.RowOf(write.NextSequence(), document, results.Rows, results.DecodedBytes);
        write.DeleteBlock(query.Row.Id);
        write.InsertBlock(row, results.Body);
        query.End_OnWriter(document, row);
        return true;
    }

    /// <summary>Takes in a query at start-up.</summary>
    public void Load(BlockRow row, QueryDocument document) => _byId.Put(new LogQuery(document, row));

    /// <summary>Runs, at start-up, what had not ended.</summary>
    public void Resume()
    {
        foreach (var query in _byId.All.Where(query => !query.IsEnded))
        {
            _ = logs.Engine.QueryRunner.Start(query, this);
        }
    }

    /// <summary>Does nothing: queries are blocks.</summary>
    public void Load(ResourceRow row) { }

    /// <inheritdoc/>
    public void Clear(Write write)
    {
        foreach (var query in _byId.All)
        {
            Remove_OnWriter(write, query);
        }
    }

    void Remove_OnWriter(Write write, LogQuery query)
    {
        write.DeleteBlock(query.Row.Id);
        _byId.Remove(query.Document.QueryId);
        query.Dispose();
    }

    static bool IsExpired(LogQuery query, long now)
    {
        var kept = query.Document.Schedule is null ? Kept : RunsKept;
        return now - query.Document.CreateTime > (long)kept.TotalMilliseconds;
    }
}

/// <summary>Results as they are stored.</summary>
sealed record EncodedResults(byte[] Body, int Rows, int DecodedBytes)
{
    public static EncodedResults Of(QueryResults results) =>
        new(results.Encode(out var decodedBytes), results.Rows.Count, decodedBytes);
}
