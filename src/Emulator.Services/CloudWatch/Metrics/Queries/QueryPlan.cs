using Emulator.Languages.MetricMath;
using Emulator.Languages.MetricsSql;
using Emulator.Languages.Text;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Metrics.Queries;

/// <summary>The queries of a request, parsed and checked, each known to depend on nothing but others of them.</summary>
/// <threadsafety>Immutable; may be run by any number of threads.</threadsafety>
sealed class QueryPlan
{
    /// <summary>Reads databases, of which there are none here: no points would look like idle ones.</summary>
    const string PerformanceInsights = "DB_PERF_INSIGHTS";

    readonly Dictionary<string, PlannedQuery> _byId = [];
    readonly List<PlannedQuery> _queries = [];

    QueryPlan() { }

    /// <summary>In the order of the request.</summary>
    public IReadOnlyList<PlannedQuery> Queries => _queries;

    /// <summary>The queries for metrics, in the order of the request.</summary>
    public IEnumerable<PlannedMetric> Metrics => _queries.OfType<PlannedMetric>();

    public bool HasExpressions => _queries.Exists(static query => query is not PlannedMetric);

    public PlannedQuery Find(string id) => _byId[id];

    /// <summary>A query and all queries that it reads, each once, before those that they read in turn.</summary>
    public IReadOnlyCollection<PlannedQuery> ReadBy(string id)
    {
        var found = new List<PlannedQuery>();
        Follow(id);
        return found;

        void Follow(string next)
        {
            var query = Find(next);
            if (found.Contains(query))
            {
                return;
            }

            found.Add(query);
            foreach (var reference in query is PlannedMath math ? math.Expression.References : [])
            {
                Follow(reference.Id);
            }
        }
    }

    /// <param name="queries">Queries that satisfy <see cref="QueryRules"/>.</param>
    /// <exception cref="Protocol.AwsException">
    /// ValidationError: an expression cannot be read, does not fit together, or depends on itself.
    /// </exception>
    public static QueryPlan Of(IReadOnlyList<MetricDataQuery> queries)
    {
        var plan = new QueryPlan();
        var expressions = new Dictionary<string, (MetricDataQuery Query, MetricMathExpression Expression)>();
        foreach (var query in queries)
        {
            if (query.MetricStat is { } stat)
            {
                plan.Add(PlanMetric(query, stat));
            }
            else if (MetricsSqlQuery.IsQuery(query.Expression!))
            {
                plan.Add(plan.PlanSelect(query));
            }
            else
            {
                expressions.Add(query.Id, (query, Parse(query)));
            }
        }

        foreach (var id in expressions.Keys)
        {
            plan.Visit(id, expressions, []);
        }

        plan._queries.AddRange(queries.Select(query => plan._byId[query.Id]));
        return plan;
    }

    void Add(PlannedQuery query) => _byId.Add(query.Id, query);

    /// <summary>Checks an expression after all that it reads.</summary>
    /// <param name="path">The Ids on the way here.</param>
    void Visit(
        string id,
        Dictionary<string, (MetricDataQuery Query, MetricMathExpression Expression)> expressions,
        List<string> path
    )
    {
        if (_byId.ContainsKey(id) || !expressions.TryGetValue(id, out var found))
        {
            return;
        }

        if (path.Contains(id))
        {
            throw QueryErrors.Cycle(id, [.. path.SkipWhile(other => other != id), id]);
        }

        path.Add(id);
        foreach (var reference in found.Expression.References)
        {
            Visit(reference.Id, expressions, path);
        }

        path.RemoveAt(path.Count - 1);
        if (found.Expression.Functions.Contains(PerformanceInsights))
        {
            throw QueryErrors.NotAvailable(id, PerformanceInsights);
        }

        try
        {
            Add(new PlannedMath(found.Query, found.Expression, found.Expression.Check(Resolve)));
        }
        catch (SyntaxException error)
        {
            throw QueryErrors.InExpression(id, error);
        }
    }

    MetricMathSymbol? Resolve(string id) => _byId.TryGetValue(id, out var query) ? query.Symbol : null;

    static PlannedMetric PlanMetric(MetricDataQuery query, MetricStat stat)
    {
        var key = new MetricKey(stat.Metric.Namespace!, stat.Metric.MetricName!, stat.Metric.Dimensions ?? []);
        return Statistic.TryParse(stat.Stat, out var statistic)
            ? new PlannedMetric(query, key, statistic)
            : throw new ArgumentException($"'{stat.Stat}' is not a statistic", nameof(stat));
    }

    PlannedSelect PlanSelect(MetricDataQuery query)
    {
        if (_byId.Values.Any(static other => other is PlannedSelect))
        {
            throw QueryErrors.SecondSelect(query.Id);
        }

        try
        {
            return new PlannedSelect(query, MetricsSqlQuery.Parse(query.Expression!));
        }
        catch (SyntaxException error)
        {
            throw QueryErrors.InExpression(query.Id, error);
        }
    }

    static MetricMathExpression Parse(MetricDataQuery query)
    {
        try
        {
            return MetricMathExpression.Parse(query.Expression!);
        }
        catch (SyntaxException error)
        {
            throw QueryErrors.InExpression(query.Id, error);
        }
    }
}
