using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>The rules of a datum that its shape does not declare.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html"/></remarks>
/// <param name="now">When the data came in.</param>
/// <param name="errors">Gets what is wrong, in AWS's order.</param>
/// <threadsafety>Not thread-safe; it serves one request.</threadsafety>
sealed class DatumRules(DateTimeOffset now, ParameterErrors errors)
{
    static readonly TimeSpan Past = TimeSpan.FromDays(14);
    static readonly TimeSpan Future = TimeSpan.FromHours(2);

    /// <summary>Values lie between -2^360 and 2^360.</summary>
    static readonly double Largest = Math.ScaleB(1, 360);

    static readonly double Smallest = Math.ScaleB(1, -360);

    /// <param name="list">The path of the list, e.g. <c>MetricData</c>.</param>
    public void Check(IReadOnlyList<MetricDatum> data, string list)
    {
        for (var i = 0; i < data.Count; i++)
        {
            Check(data[i], new DatumPath(list, i + 1));
        }
    }

    void Check(MetricDatum datum, DatumPath path)
    {
        if (datum.Dimensions is { Count: > 0 } dimensions)
        {
            NameRules.CheckDimensions(dimensions, path, errors);
        }

        if (datum.Timestamp is { } time && (time < now - Past || time > now + Future))
        {
            errors.Add(CloudWatchErrors.OutsideTwoWeeks(path.Of("Timestamp")));
        }

        CheckPresence(datum, path);
        if (datum.Value is { } value && !IsValid(value))
        {
            errors.Add(CloudWatchErrors.InvalidNumber(value, path.Of("Value")));
        }

        CheckValues(datum, path);
        if (datum.StatisticValues is { } statistics)
        {
            CheckStatistics(statistics, path);
        }
    }

    void CheckPresence(MetricDatum datum, DatumPath path)
    {
        var hasValues = datum.Values is { Count: > 0 };
        if (datum.Value is null && !hasValues && datum.StatisticValues is null)
        {
            errors.Add(CloudWatchErrors.NoValue(path.Of("Value"), path.Of("StatisticValues")));
        }

        if (datum.Value is not null && hasValues)
        {
            errors.Add(CloudWatchErrors.MutuallyExclusive(path.Of("Value"), path.Of("Values")));
        }

        if (datum.Value is not null && datum.StatisticValues is not null)
        {
            errors.Add(CloudWatchErrors.MutuallyExclusive(path.Of("Value"), path.Of("StatisticValues")));
        }
    }

    void CheckValues(MetricDatum datum, DatumPath path)
    {
        var values = datum.Values ?? [];
        if (datum.Counts is { } counts)
        {
            if (counts.Count != values.Count)
            {
                errors.Add(CloudWatchErrors.NotOfSameSize(path.Of("Values"), path.Of("Counts")));
            }

            CheckNumbers(counts, static count => count >= 0 && count <= Largest, path, "Counts");
        }

        CheckNumbers(values, IsValid, path, "Values");
    }

    void CheckNumbers(IReadOnlyList<double> numbers, Func<double, bool> isValid, DatumPath path, string member)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            if (!isValid(numbers[i]))
            {
                errors.Add(CloudWatchErrors.InvalidNumber(numbers[i], path.Of($"{member}.member.{i + 1}")));
            }
        }
    }

    void CheckStatistics(StatisticSet statistics, DatumPath path)
    {
        Check(statistics.Maximum, "StatisticValues.Maximum");
        Check(statistics.Minimum, "StatisticValues.Minimum");
        Check(statistics.SampleCount, "StatisticValues.SampleCount");
        Check(statistics.Sum, "StatisticValues.Sum");
        if (statistics.Maximum < statistics.Minimum)
        {
            errors.Add(
                CloudWatchErrors.MaximumBelowMinimum(
                    path.Of("StatisticValues.Maximum"),
                    path.Of("StatisticValues.Minimum")
                )
            );
        }

        if (statistics.SampleCount < 0)
        {
            errors.Add(CloudWatchErrors.NotAboveZero(path.Of("StatisticValues.SampleCount")));
        }
        else if (statistics.SampleCount == 0)
        {
            errors.Add(CloudWatchErrors.Zero(path.Of("StatisticValues.SampleCount")));
        }

        void Check(double number, string member)
        {
            if (!IsValid(number))
            {
                errors.Add(CloudWatchErrors.InvalidNumber(number, path.Of(member)));
            }
        }
    }

    static bool IsValid(double number)
    {
        var magnitude = Math.Abs(number);
        return magnitude == 0 || (magnitude >= Smallest && magnitude <= Largest);
    }
}

/// <summary>Where a datum stands in the request; the text is made for errors only.</summary>
/// <param name="List">The path of the list, e.g. <c>MetricData</c>.</param>
/// <param name="Number">Its place there, from 1.</param>
readonly record struct DatumPath(string List, int Number)
{
    public string Of(string member) => $"{List}.member.{Number}.{member}";
}
