using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Alarms.Evaluation;

/// <summary>The points that a new state rests on, for its reason.</summary>
/// <param name="Points">As many as the alarm evaluates, newest first: those with a value, and the newest without.</param>
/// <param name="Deciding">Those that speak for the state: breaching ones for ALARM, the others for OK. Newest first.</param>
sealed record Evidence(string State, IReadOnlyList<AlarmPoint> Points, IReadOnlyList<AlarmPoint> Deciding)
{
    /// <param name="range">Every bucket of the range, newest first.</param>
    public static Evidence For(string state, EvaluationRule rule, ReadOnlySpan<AlarmPoint> range)
    {
        var real = range.ToArray().Where(point => point.Value is not null).Take(rule.Periods).ToList();
        var missing = range.ToArray().Where(point => point.Value is null).Take(rule.Periods - real.Count);
        return new Evidence(
            state,
            [.. real.Concat(missing).OrderByDescending(point => point.Time)],
            [.. real.Where(point => rule.IsBreaching(point) == (state == StateValue.Alarm))]
        );
    }

    /// <summary>The points with a value, newest first.</summary>
    public IEnumerable<AlarmPoint> Received => Points.Where(point => point.Value is not null);
}
