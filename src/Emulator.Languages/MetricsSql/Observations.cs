namespace Emulator.Languages.MetricsSql;

/// <summary>What was observed of a metric in one time bucket.</summary>
/// <param name="Timestamp">The start of the bucket, in Unix seconds.</param>
public readonly record struct Observations(
    long Timestamp,
    double SampleCount,
    double Sum,
    double Minimum,
    double Maximum
)
{
    /// <summary>These and others of the same bucket.</summary>
    internal Observations With(Observations others) =>
        new(
            Timestamp,
            SampleCount + others.SampleCount,
            Sum + others.Sum,
            Math.Min(Minimum, others.Minimum),
            Math.Max(Maximum, others.Maximum)
        );

    internal double ValueOf(MetricsSqlFunction function) =>
        function switch
        {
            MetricsSqlFunction.Avg => Sum / SampleCount,
            MetricsSqlFunction.Count => SampleCount,
            MetricsSqlFunction.Max => Maximum,
            MetricsSqlFunction.Min => Minimum,
            _ => Sum,
        };
}
