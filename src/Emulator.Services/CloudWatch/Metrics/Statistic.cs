namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>A statistic as a request names it: <c>Average</c>, <c>p99.9</c>, <c>TM(10%:90%)</c>, <c>PR(:300)</c>.</summary>
/// <param name="Name">The text of the request.</param>
/// <param name="Lower">The excluded lower bound: a percentage, or a value that is negative infinity when there is none.</param>
/// <param name="Upper">The included upper bound: a percentage, or a value that is infinity when there is none.</param>
/// <param name="IsPercentWindow">Whether the bounds are percentages of the samples rather than values.</param>
readonly record struct Statistic(
    StatisticKind Kind,
    string Name,
    double Lower = 0,
    double Upper = 100,
    bool IsPercentWindow = true
)
{
    public static readonly Statistic SampleCount = new(StatisticKind.SampleCount, "SampleCount");
    public static readonly Statistic Average = new(StatisticKind.Average, "Average");
    public static readonly Statistic Sum = new(StatisticKind.Sum, "Sum");
    public static readonly Statistic Minimum = new(StatisticKind.Minimum, "Minimum");
    public static readonly Statistic Maximum = new(StatisticKind.Maximum, "Maximum");

    /// <summary>The five that need no raw values, in the order of AWS's error texts.</summary>
    public static readonly IReadOnlyList<Statistic> Basic = [Average, Maximum, Minimum, SampleCount, Sum];

    /// <summary>Whether raw values are needed, so that statistic sets and negative values leave no data point.</summary>
    public bool NeedsDistribution => Kind >= StatisticKind.Percentile;

    /// <inheritdoc cref="StatisticParser.TryParse"/>
    public static bool TryParse(string text, out Statistic statistic) => StatisticParser.TryParse(text, out statistic);

    public override string ToString() => Name;
}

/// <summary>What a statistic computes. Those from <see cref="Percentile"/> on need raw values.</summary>
enum StatisticKind
{
    SampleCount,
    Average,
    Sum,
    Minimum,
    Maximum,
    Percentile,
    TrimmedMean,
    TrimmedCount,
    TrimmedSum,
    WinsorizedMean,
    PercentileRank,
}
