namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>Everything published for one slot of time, added up; also the contribution of a single datum.</summary>
/// <remarks>Adding is commutative, so late data and several blocks over the same time need no order.</remarks>
/// <param name="Time">Start of the slot, in seconds since the epoch.</param>
/// <param name="Count">The number of samples, above 0; fractions are allowed.</param>
/// <param name="Distribution">
/// The raw values; <c>null</c> when all are equal (<paramref name="Minimum"/> is then the value) and when they are unknown.
/// </param>
/// <param name="IsOpaque">Whether the raw values are unknown, so that there are no percentiles.</param>
readonly record struct Bucket(
    long Time,
    double Count,
    double Sum,
    double Minimum,
    double Maximum,
    Distribution? Distribution,
    bool IsOpaque
)
{
    /// <summary>One value that occurred a number of times.</summary>
    /// <param name="count">Above 0.</param>
    public static Bucket OfValue(long time, double value, double count = 1) =>
        new(time, count, value * count, value, value, null, value < 0);

    /// <summary>Values that occurred a number of times each.</summary>
    /// <param name="values">At least one; reordered.</param>
    /// <param name="counts">As many as values, each above 0; reordered.</param>
    public static Bucket OfValues(long time, Span<double> values, Span<double> counts)
    {
        var count = 0.0;
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            count += counts[i];
            sum += values[i] * counts[i];
        }

        // Negative values allow no percentiles (API_GetMetricStatistics), so their distribution is not kept.
        var distribution = Distribution.Of(values, counts);
        var isOpaque = distribution.Values[0] < 0;
        return new Bucket(
            time,
            count,
            sum,
            distribution.Values[0],
            distribution.Values[^1],
            isOpaque || distribution.Count == 1 ? null : distribution,
            isOpaque
        );
    }

    /// <summary>A statistic set; its raw values are known only when all must be equal.</summary>
    public static Bucket OfStatistics(long time, double count, double sum, double minimum, double maximum) =>
        minimum == maximum && sum == minimum * count
            ? OfValue(time, minimum, count)
            : new Bucket(time, count, sum, minimum, maximum, null, true);

    /// <summary>How much of the bucket has to be written down.</summary>
    public BucketKind Kind =>
        Distribution is not null ? BucketKind.Distribution
        : Minimum != Maximum || IsOpaque != Minimum < 0 ? BucketKind.Statistics
        : Count == 1 && Sum == Minimum ? BucketKind.Sample
        : BucketKind.EqualSamples;

    /// <summary>A bucket as it was written down.</summary>
    public static Bucket Restore(
        BucketKind kind,
        long time,
        double count,
        double sum,
        double minimum,
        double maximum,
        Distribution? distribution
    ) => new(time, count, sum, minimum, maximum, distribution, kind == BucketKind.Statistics || minimum < 0);

    /// <summary>Both buckets together, at the time of this one.</summary>
    public Bucket Plus(in Bucket other)
    {
        var minimum = Math.Min(Minimum, other.Minimum);
        var maximum = Math.Max(Maximum, other.Maximum);
        var isOpaque = IsOpaque || other.IsOpaque;
        Distribution? distribution = null;
        if (!isOpaque && minimum != maximum)
        {
            var values = new ValueBuffer();
            values.Add(this);
            values.Add(other);
            distribution = values.ToDistribution();
        }

        return new Bucket(Time, Count + other.Count, Sum + other.Sum, minimum, maximum, distribution, isOpaque);
    }
}
