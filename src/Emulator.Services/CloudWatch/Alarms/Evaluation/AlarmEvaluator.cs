using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Alarms.Evaluation;

/// <summary>Decides the state of an alarm from the points in its range.</summary>
/// <remarks>
/// Follows the tables of
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html"/>, with the rule for premature alarms
/// applied to the whole range.
/// </remarks>
static class AlarmEvaluator
{
    /// <param name="range">Every bucket of the range, newest first; more than the evaluated periods.</param>
    /// <returns>One of <see cref="StateValue"/>; <c>null</c> when the alarm keeps its state.</returns>
    public static string? Decide(EvaluationRule rule, ReadOnlySpan<AlarmPoint> range)
    {
        var real = 0;
        var breaching = 0;
        var samples = 0.0;
        var oldestBreach = 0;
        for (var i = 0; i < range.Length && real < rule.Periods; i++)
        {
            ref readonly var point = ref range[i];
            if (point.Value is null)
            {
                continue;
            }

            real++;
            samples += point.SampleCount ?? 0;
            if (rule.IsBreaching(point))
            {
                breaching++;
                oldestBreach = i + 1;
            }
        }

        if (real == 0)
        {
            return WithoutData(rule.Treatment);
        }

        if (samples < rule.SamplesNeeded)
        {
            return null;
        }

        if (real == rule.Periods)
        {
            return breaching >= rule.Needed ? StateValue.Alarm : StateValue.Ok;
        }

        return WithSomeData(rule, real, breaching, oldestBreach);
    }

    static string? WithoutData(MissingData treatment) =>
        treatment switch
        {
            MissingData.Breaching => StateValue.Alarm,
            MissingData.NotBreaching => StateValue.Ok,
            MissingData.Ignore => null,
            _ => StateValue.InsufficientData,
        };

    /// <param name="real">How many points have data: some, but fewer than there are periods.</param>
    /// <param name="oldestBreach">The place of the oldest breaching bucket, the newest being 1.</param>
    static string? WithSomeData(EvaluationRule rule, int real, int breaching, int oldestBreach)
    {
        var missing = rule.Periods - real;
        var counted = rule.Treatment == MissingData.Breaching ? breaching + missing : breaching;
        if (counted >= rule.Needed)
        {
            return StateValue.Alarm;
        }

        if (breaching < real || rule.Treatment is MissingData.Breaching or MissingData.NotBreaching)
        {
            return StateValue.Ok;
        }

        // All that is known breaches, but it is not enough; unless it is so old that more cannot come.
        return rule.Treatment == MissingData.Missing && oldestBreach >= rule.Needed ? StateValue.Alarm : null;
    }
}
