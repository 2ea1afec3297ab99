using Emulator.Languages.MetricMath;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Metrics.Queries;

/// <summary>The series that a run answers: those of metrics first, then those of expressions, each in the order of the request.</summary>
static class QueryResults
{
    /// <exception cref="Protocol.AwsException">ValidationError.</exception>
    public static List<QueryResult> Of(QueryPlan plan, QueryRun run)
    {
        var results = new List<QueryResult>();
        foreach (var query in plan.Queries.OrderBy(static query => query is PlannedMetric ? 0 : 1))
        {
            // What is not answered is computed all the same: it may be wrong.
            var series = run.Find(query.Id).Series;
            if (query.IsReturned)
            {
                results.AddRange(series.Select(one => ResultOf(run, query, one)));
            }
        }

        return results;
    }

    static QueryResult ResultOf(QueryRun run, PlannedQuery query, TimeSeries series) =>
        new(query.Id, run.LabelOf(query, series), series, MessagesOf(run, series), run.IsForbidden(query));

    static List<MessageData>? MessagesOf(QueryRun run, TimeSeries series)
    {
        var messages = new List<MessageData>();
        if (series.HasArithmeticError)
        {
            messages.Add(
                new MessageData
                {
                    Code = "ArithmeticError",
                    Value =
                        "One or more data-points have been dropped due to non-numeric values (NaN, -Infinite, +Infinite)",
                }
            );
        }

        if (run.Source.OriginOf(series) is { Units: { Count: > 1 } units })
        {
            messages.Add(
                new MessageData
                {
                    Code = "MultipleUnits",
                    Value = $"Multiple units returned: '[{string.Join(", ", units)}]'",
                }
            );
        }

        return messages.Count == 0 ? null : messages;
    }
}
