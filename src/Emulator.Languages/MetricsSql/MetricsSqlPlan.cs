using Emulator.Languages.MetricMath;
using Emulator.Languages.Metrics;

namespace Emulator.Languages.MetricsSql;

/// <summary>A checked query, compiled to closures: which metrics match, how they group, and in what order the groups come.</summary>
/// <remarks>A metric without the label of a key equals no value of it, and falls into the group <c>Other</c>.</remarks>
internal sealed class MetricsSqlPlan
{
    const string NullGroup = "Other";

    // Sorts before every other character, so that joined values sort as the sequence of them.
    const char ValueSeparator = '\0';

    readonly QuerySyntax _query;
    readonly Predicate<IMetricIdentity>[] _conditions;
    readonly Func<IMetricIdentity, string?>[] _keys;

    public MetricsSqlPlan(QuerySyntax query, MetricsSqlScope scope)
    {
        _query = query;
        _conditions = [Source(query), .. query.Conditions.Select(condition => Condition(condition, scope))];
        _keys = [.. query.Groups.Select(key => Key(key, scope))];
    }

    public bool Matches(IMetricIdentity metric) => Array.TrueForAll(_conditions, condition => condition(metric));

    /// <summary>The values of the metric's labels by which it is grouped; equal for metrics of one group.</summary>
    public string GroupOf(IMetricIdentity metric) =>
        string.Join(ValueSeparator, _keys.Select(key => key(metric) ?? NullGroup));

    /// <summary>The values of a group by the names of its keys.</summary>
    /// <param name="group">From <see cref="GroupOf"/>.</param>
    public IReadOnlyDictionary<string, string> ValuesOf(string group) =>
        _query.Groups.Zip(group.Split(ValueSeparator)).ToDictionary(pair => NameOf(pair.First), pair => pair.Second);

    static string NameOf(KeySyntax key) =>
        key.Kind switch
        {
            KeyKind.Dimension => key.Name!.Name,
            KeyKind.Tag => $"tag.{key.Name!.Name}",
            _ => "AWS.AccountId",
        };

    /// <summary>The series of one group.</summary>
    public TimeSeries Aggregate(string group, IEnumerable<Observations[]> metrics, int period)
    {
        var totals = new ObservationTotals();
        foreach (var buckets in metrics)
        {
            totals.Add(buckets);
        }

        return TimeSeries.OfFinite(
            group.Replace(ValueSeparator, ' '),
            period,
            Array.ConvertAll(totals.Buckets, bucket => bucket.Timestamp),
            Array.ConvertAll(totals.Buckets, bucket => bucket.ValueOf(_query.Function)),
            hasArithmeticError: false
        );
    }

    /// <summary>The series in the order that the query asks for; those that come in group order stay in it otherwise.</summary>
    public IEnumerable<TimeSeries> Order(IEnumerable<TimeSeries> series)
    {
        if (_query.Order is not { } order)
        {
            return series;
        }

        var keyed = series.Select(one => (Series: one, Key: KeyOf(order.Function, Moments.Of(one.Values))));
        var sorted = order.IsDescending ? keyed.OrderByDescending(pair => pair.Key) : keyed.OrderBy(pair => pair.Key);
        return sorted.ThenBy(pair => pair.Series.Label, StringComparer.Ordinal).Select(pair => pair.Series);
    }

    static double KeyOf(MetricsSqlFunction function, Moments points) =>
        function switch
        {
            MetricsSqlFunction.Avg => points.Average,
            MetricsSqlFunction.Count => points.Count,
            MetricsSqlFunction.Max => points.Maximum,
            MetricsSqlFunction.Min => points.Minimum,
            _ => points.Sum,
        };

    static Predicate<IMetricIdentity> Source(QuerySyntax query)
    {
        var (name, @namespace) = (query.Metric.Name, query.Source.Namespace.Name);
        var dimensions = query.Source.Dimensions?.Select(dimension => dimension.Name).ToArray();
        return metric =>
            metric.MetricName == name
            && metric.Namespace == @namespace
            && (dimensions is null || MetricDimensions.AreExactly(metric, dimensions));
    }

    static Predicate<IMetricIdentity> Condition(ConditionSyntax condition, MetricsSqlScope scope)
    {
        var key = Key(condition.Key, scope);
        var value = condition.Value ?? scope.CurrentAccountId;
        return metric => key(metric) == value == condition.IsEqual;
    }

    static Func<IMetricIdentity, string?> Key(KeySyntax key, MetricsSqlScope scope)
    {
        var name = key.Name?.Name ?? "";
        return key.Kind switch
        {
            KeyKind.Dimension => metric => MetricDimensions.ValueOf(metric, name),
            KeyKind.Tag => metric => scope.TagOf(metric, name),
            _ => metric => metric.AccountId,
        };
    }
}
