using Emulator.Services.CloudWatch.Metrics.Labels;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Metrics.Queries;

/// <summary>The rules of a list of queries that their shapes do not declare and that need no parsing of expressions.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html"/></remarks>
static class QueryRules
{
    /// <param name="list">The path of the list, e.g. <c>MetricDataQueries</c>.</param>
    /// <param name="limit">The most queries that the operation takes.</param>
    /// <exception cref="Protocol.AwsException">ValidationError.</exception>
    public static void Require(IReadOnlyList<MetricDataQuery> queries, string list, int limit)
    {
        if (queries.Count == 0)
        {
            throw QueryErrors.Missing(list);
        }

        if (queries.Count > limit)
        {
            throw QueryErrors.TooMany(list, limit);
        }

        var ids = new HashSet<string>();
        for (var i = 0; i < queries.Count; i++)
        {
            var path = $"{list}.member.{i + 1}";
            RequireId(queries[i].Id, $"{path}.Id");
            if (!ids.Add(queries[i].Id))
            {
                throw QueryErrors.DuplicateId(queries[i].Id, $"{path}.Id");
            }

            RequireQuery(queries[i], path);
        }
    }

    static void RequireId(string id, string path)
    {
        var isWellFormed =
            char.IsAsciiLetterLower(id[0])
            && id.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
        if (!isWellFormed)
        {
            throw QueryErrors.MalformedId(id, path);
        }
    }

    static void RequireQuery(MetricDataQuery query, string path)
    {
        switch (query)
        {
            case { MetricStat: null, Expression: null }:
                throw QueryErrors.Missing($"{path}.MetricStat");
            case { MetricStat: not null, Expression: not null }:
                throw QueryErrors.BothGiven($"{path}.MetricStat", $"{path}.Expression");
            case { MetricStat: { } stat }:
                RequireStat(stat, $"{path}.MetricStat");
                break;
        }

        if (query.Label is { } label)
        {
            DynamicLabel.Require(label, $"{path}.Label");
        }

        if (query.Period is { } period)
        {
            RequirePeriod(period, $"{path}.Period");
        }
    }

    static void RequireStat(MetricStat stat, string path)
    {
        RequirePeriod(stat.Period, $"{path}.Period");
        if (!Statistic.TryParse(stat.Stat, out _))
        {
            throw QueryErrors.NotSupported(stat.Stat, $"{path}.Stat");
        }

        if (stat.Metric.Namespace is null)
        {
            throw QueryErrors.MetricIncomplete($"{path}.Metric.Namespace");
        }

        if (stat.Metric.MetricName is null)
        {
            throw QueryErrors.MetricIncomplete($"{path}.Metric.MetricName");
        }
    }

    static void RequirePeriod(int period, string path)
    {
        if (!PeriodRules.IsValid(period))
        {
            throw QueryErrors.PeriodNotMultiple(path);
        }
    }
}
