namespace Emulator.Services.CloudWatch.Metrics.Queries;

/// <summary>The time that a request asks about, before it is rounded to the period of a query.</summary>
/// <param name="Start">Included.</param>
/// <param name="End">Not included.</param>
/// <param name="Now">The time of the request; the age of data counts from here.</param>
/// <param name="TrainingSeconds">How much earlier reading starts, on the same grid; for models that learn from the past.</param>
/// <param name="IsOfAlarm">Whether an alarm asks.</param>
readonly record struct QueryRange(
    DateTimeOffset Start,
    DateTimeOffset End,
    DateTimeOffset Now,
    int TrainingSeconds = 0,
    bool IsOfAlarm = false
)
{
    /// <summary>The end in seconds since the epoch.</summary>
    public long EndSeconds => End.ToUnixTimeSeconds();

    /// <param name="period">Seconds, above 0.</param>
    public MetricWindow WindowOf(int period)
    {
        var window = MetricWindow.Of(Start, End, period, Now);
        var earlier = ((long)TrainingSeconds + period - 1) / period * period;
        return window with { Start = window.Start - earlier };
    }
}
