namespace Emulator.Languages.MetricMath.Bands;

/// <summary>Expects of a metric what it did at the same time of day, or of week, in the two weeks before.</summary>
/// <remarks>
/// AWS's model is proprietary; this one has its inputs and habits (two weeks of training, daily and weekly patterns, logical
/// limits) and is plain enough to compute by hand. Only the past of a timestamp counts, so a band never changes later.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Anomaly_Detection.html"/>
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed class AnomalyBandModel
{
    /// <summary>How far into the past the model looks, in seconds: two weeks.</summary>
    public const int TrainingSeconds = 14 * AnomalyHistory.Day;

    const int WeeklyPatternSeconds = 13 * AnomalyHistory.Day;
    const int FewestPoints = 3;
    const int FewestDays = 3;
    const int FewestWeekdays = 2;
    const int SmallestTolerance = 1800;

    readonly AnomalyHistory _history;
    readonly AnomalyBandSettings _settings;
    readonly int _period;

    /// <param name="history">
    /// The metric's points from <see cref="TrainingSeconds"/> before the first timestamp to ask for up to the last; its period
    /// is the period of the band.
    /// </param>
    public AnomalyBandModel(TimeSeries history, AnomalyBandSettings settings)
    {
        _history = new(history, settings);
        _settings = settings;
        _period = history.Period;
    }

    /// <summary>Whether enough is known before a timestamp, in Unix seconds, to expect anything of it.</summary>
    public bool IsTrainedAt(long timestamp) => Length(PastOf(timestamp)) >= FewestPoints;

    /// <summary>The band at these timestamps, in Unix seconds; no points where too little is known.</summary>
    /// <param name="source">The metric, for the label and the period of the bounds.</param>
    /// <param name="deviations">The half width of the band in standard deviations; above 0.</param>
    public AnomalyBand Band(TimeSeries source, long[] timestamps, double deviations)
    {
        var known = new long[timestamps.Length];
        var lower = new double[timestamps.Length];
        var upper = new double[timestamps.Length];
        var count = 0;
        foreach (var timestamp in timestamps)
        {
            if (IsTrainedAt(timestamp))
            {
                known[count] = timestamp;
                (lower[count], upper[count]) = BoundsAt(timestamp, deviations);
                count++;
            }
        }

        known = known[..count];
        return new(
            TimeSeries.OfFinite($"{source.Label} Low", source.Period, known, lower[..count], hasArithmeticError: false),
            TimeSeries.OfFinite($"{source.Label} High", source.Period, known, upper[..count], hasArithmeticError: false)
        );
    }

    (double Lower, double Upper) BoundsAt(long timestamp, double deviations)
    {
        var past = PastOf(timestamp);
        var daily = _history.AtTimeOfDay(timestamp, Math.Max(_period, SmallestTolerance), past);
        var sample = SampleFor(timestamp, past, daily);
        var deviation = Math.Max(sample.StandardDeviation, Math.Max(0.005 * Math.Abs(sample.Average), 1e-9));
        var lower = sample.Average - (deviations * deviation);
        var upper = sample.Average + (deviations * deviation);
        if (_settings.HasPeriodicSpikes && daily.Days > 0)
        {
            lower = Math.Min(lower, daily.Values.Minimum);
            upper = Math.Max(upper, daily.Values.Maximum);
        }

        return WithinLogicalLimits(past, lower, upper);
    }

    Moments SampleFor(long timestamp, Range past, DailySample daily)
    {
        if (_history.Span(past) >= WeeklyPatternSeconds && daily.Weekdays >= FewestWeekdays)
        {
            return daily.WeekdayValues;
        }

        if (daily.Days >= FewestDays)
        {
            return daily.Values;
        }

        var lastDay = _history.Between(timestamp - AnomalyHistory.Day, timestamp - _period);
        return Moments.Of(_history.Values(Length(lastDay) < FewestPoints ? past : lastDay));
    }

    /// <summary>A metric that was never negative is not expected to be, nor a percentage to pass 100.</summary>
    (double Lower, double Upper) WithinLogicalLimits(Range past, double lower, double upper)
    {
        if (_history.HasNegative(past))
        {
            return (lower, upper);
        }

        var isCapped = _settings.IsPercent && !_history.HasAbove100(past);
        return (Math.Max(lower, 0), isCapped ? Math.Min(upper, 100) : upper);
    }

    Range PastOf(long timestamp) => _history.Between(timestamp - TrainingSeconds, timestamp - _period);

    static int Length(Range points) => points.End.Value - points.Start.Value;
}
