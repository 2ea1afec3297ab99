using System.Text;
using Emulator.Languages.Insights;
using Emulator.Languages.Text;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Groups;

namespace Emulator.Services.Logs.Queries;

/// <summary>One run of a query: its subqueries, then the query itself, each in one pass over the events.</summary>
/// <threadsafety>Not thread-safe.</threadsafety>
sealed class QueryScan(EmulatorEngine engine, QueryDocument document, ScanTotals totals)
{
    readonly LogsState _own = engine.In(Resources.Scope.Parse(document.Scope)).Logs;

    /// <exception cref="SyntaxException">A lookup table is gone.</exception>
    /// <exception cref="InsightsMemoryException">The query needs too much memory.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public InsightsResult Run(CancellationToken cancel)
    {
        var query = InsightsQuery.Parse(document.QueryString, _own.LookupTables.Read);
        var settings = new InsightsSettings
        {
            Now = document.CreateTime,
            StartTime = document.StartTime,
            EndTime = document.EndTime,
            Limit = document.Limit ?? InsightsQuery.DefaultRows,
        };
        settings = settings with
        {
            Subqueries = query.Subqueries.ToDictionary(
                inner => inner,
                IReadOnlySet<string> (inner) => Values(inner, settings, cancel)
            ),
        };

        var groups = QueryTargets.Find(engine, document.LogGroups);
        return Run(query, settings, groups, totals, cancel);
    }

    HashSet<string> Values(InsightsQuery inner, InsightsSettings settings, CancellationToken cancel)
    {
        var groups = QueryTargets.Select(_own, inner.Source!);
        var all = settings with { Limit = InsightsQuery.MaxRows };
        var result = Run(inner, all, groups, new ScanTotals(), cancel);
        return result.Rows.Count < InsightsQuery.MaxRows
            ? result
                .Rows.SelectMany(row => row.Where(field => field.Name != "@ptr"))
                .Select(field => Encoding.UTF8.GetString(field.Value.Span))
                .ToHashSet(StringComparer.Ordinal)
            : throw new InsightsMemoryException();
    }

    InsightsResult Run(
        InsightsQuery query,
        InsightsSettings settings,
        IReadOnlyList<LogGroupState> groups,
        ScanTotals counted,
        CancellationToken cancel
    )
    {
        var run = query.Start(settings);
        string[] indexed = [.. query.IndexedFields];
        List<QuerySource> sources =
        [
            .. groups.Select(group => QuerySource.Of(engine, group, indexed, document)).OfType<QuerySource>(),
        ];
        counted.SetGroups(sources.Count);
        var groupsOfRecords = sources.ConvertAll(source => source.Read(!run.OldestFirst, cancel));
        if (sources.Count > 1 && run.OrderMatters)
        {
            groupsOfRecords = [Merge(groupsOfRecords, run.OldestFirst)];
        }

        foreach (var records in groupsOfRecords)
        {
            Feed(run, records, counted);
        }

        return run.Finish();
    }

    static void Feed(InsightsRun run, IEnumerable<LogRecord> records, ScanTotals counted)
    {
        foreach (var record in records)
        {
            if (run.IsDone)
            {
                break;
            }

            counted.Add(record.Message.Length);
            run.Add(record);
            counted.SetMatched(run.Matched);
        }
    }

    /// <summary>The events of several log groups in the order of time.</summary>
    static IEnumerable<LogRecord> Merge(List<IEnumerable<LogRecord>> groups, bool oldestFirst)
    {
        var heads = new PriorityQueue<IEnumerator<LogRecord>, (long, int)>();
        for (var i = 0; i < groups.Count; i++)
        {
            var events = groups[i].GetEnumerator();
            if (events.MoveNext())
            {
                heads.Enqueue(events, Key(events.Current, i));
            }
        }

        while (heads.TryDequeue(out var events, out var key))
        {
            yield return events.Current;
            if (events.MoveNext())
            {
                heads.Enqueue(events, Key(events.Current, key.Item2));
            }
        }

        (long, int) Key(LogRecord record, int group) => (oldestFirst ? record.Timestamp : -record.Timestamp, group);
    }
}
