using System.Globalization;
using Emulator.Languages.MetricMath;
using Emulator.Languages.Metrics;

namespace Emulator.Services.CloudWatch.Metrics.Labels;

/// <summary>The values of the items of dynamic labels for one series.</summary>
/// <remarks>
/// AWS's one sample shows numbers plain and times as <c>1-22 13:05</c>; the form of spans is ours.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/graph-dynamic-labels.html"/>
/// </remarks>
/// <param name="defaultLabel">What <c>${LABEL}</c> means.</param>
/// <param name="series">All points of the requested range.</param>
/// <param name="source">The metric behind the series; <c>null</c> for the result of an expression.</param>
sealed class LabelValues(string defaultLabel, TimeSeries series, LabelSource? source, LabelContext context)
{
    const string NoData = "--";
    const string PropertyPrefix = "PROP('";
    const string PropertySuffix = "')";
    const string DimensionPrefix = "Dim.";

    double[] Values => series.Values;

    /// <param name="item">What stands between <c>${</c> and <c>}</c>.</param>
    /// <returns><c>null</c> when there is no such item.</returns>
    public string? Find(string item) =>
        item switch
        {
            "LABEL" => defaultLabel,
            "AVG" => Number(() => Values.Average()),
            "SUM" => Number(() => Values.Sum()),
            "MIN" => Number(() => Values[Lowest()]),
            "MAX" => Number(() => Values[Highest()]),
            "FIRST" => Number(() => Values[0]),
            "LAST" => Number(() => Values[^1]),
            "DATAPOINT_COUNT" => Number(() => Values.Length),
            "MIN_MAX_RANGE" => Number(() => Values[Highest()] - Values[Lowest()]),
            "FIRST_LAST_RANGE" => Number(() => Values[^1] - Values[0]),
            "FIRST_TIME" => Time(First),
            "LAST_TIME" => Time(Last),
            "MIN_TIME" => Time(Lowest),
            "MAX_TIME" => Time(Highest),
            "FIRST_TIME_RELATIVE" => Ago(First),
            "LAST_TIME_RELATIVE" => Ago(Last),
            "MIN_TIME_RELATIVE" => Ago(Lowest),
            "MAX_TIME_RELATIVE" => Ago(Highest),
            "FIRST_LAST_TIME_RANGE" => Between(First, Last),
            "MIN_MAX_TIME_RANGE" => Between(Lowest, Highest),
            _ => Property(item),
        };

    string? Property(string item)
    {
        if (
            !item.StartsWith(PropertyPrefix, StringComparison.Ordinal)
            || !item.EndsWith(PropertySuffix, StringComparison.Ordinal)
            || item.Length < PropertyPrefix.Length + PropertySuffix.Length
        )
        {
            return null;
        }

        var name = item[PropertyPrefix.Length..^PropertySuffix.Length];
        return name switch
        {
            "AccountId" or "AccountLabel" => source?.Metric.AccountId ?? context.Account,
            "Region" => context.Region,
            "Period" => series.Period.ToString(CultureInfo.InvariantCulture),
            "MetricName" => source?.Metric.MetricName,
            "Namespace" => source?.Metric.Namespace,
            "Stat" => source?.Statistic,
            _ when name.StartsWith(DimensionPrefix, StringComparison.Ordinal) => Dimension(
                name[DimensionPrefix.Length..]
            ),
            _ => null,
        };
    }

    string? Dimension(string name)
    {
        for (var i = 0; i < source?.Metric.DimensionCount; i++)
        {
            var dimension = source.Value.Metric.Dimension(i);
            if (dimension.Name == name)
            {
                return dimension.Value;
            }
        }

        return null;
    }

    string Number(Func<double> compute) =>
        series.Count == 0 ? NoData : compute().ToString("R", CultureInfo.InvariantCulture);

    string Time(Func<int> index) =>
        series.Count == 0
            ? NoData
            : DateTimeOffset
                .FromUnixTimeSeconds(series.Timestamps[index()])
                .ToOffset(context.Offset)
                .ToString("M-d HH:mm", CultureInfo.InvariantCulture);

    string Ago(Func<int> index) =>
        series.Count == 0 ? NoData : Span(context.Now.ToUnixTimeSeconds() - series.Timestamps[index()]);

    string Between(Func<int> from, Func<int> to) =>
        series.Count == 0 ? NoData : Span(series.Timestamps[to()] - series.Timestamps[from()]);

    static int First() => 0;

    int Last() => series.Count - 1;

    int Lowest() => Array.IndexOf(Values, Values.Min());

    int Highest() => Array.IndexOf(Values, Values.Max());

    /// <summary>A span as <c>1d 2h 3m 4s</c>, without the parts that are zero.</summary>
    static string Span(long seconds)
    {
        var span = TimeSpan.FromSeconds(Math.Abs(seconds));
        (int Count, string Unit)[] parts =
        [
            (span.Days, "d"),
            (span.Hours, "h"),
            (span.Minutes, "m"),
            (span.Seconds, "s"),
        ];
        var text = string.Join(' ', parts.Where(part => part.Count > 0).Select(part => $"{part.Count}{part.Unit}"));
        return text.Length == 0 ? "0s" : text;
    }
}
