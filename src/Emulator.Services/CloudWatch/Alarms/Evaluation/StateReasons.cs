using System.Text;
using Emulator.Protocol.Json;
using Emulator.Services.CloudWatch.Alarms.Documents;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Alarms.Evaluation;

/// <summary>Says why an alarm is in its state, in AWS's words.</summary>
/// <remarks>
/// The sentences were put together from recordings of AWS and from
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html"/>.
/// </remarks>
static class StateReasons
{
    /// <summary>The reason of an alarm that has not been evaluated.</summary>
    public const string Unchecked = "Unchecked: Initial alarm creation";

    /// <summary>Lists of this many points name only the newest of them.</summary>
    const int LongList = 5;

    /// <summary>The reason of a contributor that the query returns no longer.</summary>
    public const string Vanished = "No data was returned for this contributor";

    /// <summary>The most contributors that a reason counts.</summary>
    const int ManyContributors = 100;

    public static string Of(EvaluationRule rule, Evidence evidence)
    {
        if (evidence.State == StateValue.InsufficientData)
        {
            return $"Insufficient Data: {Count(rule.Periods, "datapoint")} {Were(rule.Periods)} unknown.";
        }

        return evidence.Deciding.Count == 0 ? WithoutPoints(rule, evidence) : WithPoints(rule, evidence);
    }

    /// <summary>The reason of one of several time series.</summary>
    public static string OfContributor(EvaluationRule rule, Evidence evidence)
    {
        var deciding = evidence.Deciding;
        if (deciding.Count == 0)
        {
            return Of(rule, evidence);
        }

        var newest = deciding.Take(LongList).ToList();
        var comparison = Comparison(rule, evidence.State == StateValue.Ok, newest);
        return $"{Start(rule)} {Count(deciding.Count, "datapoint")} {Were(deciding.Count)} {comparison}. "
            + $"The most recent datapoint{(newest.Count == 1 ? "" : "s")} which crossed the threshold: [{string.Join(", ", newest.Select(Point))}].";
    }

    /// <summary>The reason of an alarm on several time series.</summary>
    public static string OfContributors(int inAlarm, int all) =>
        inAlarm > ManyContributors
            ? $"{ManyContributors}+ time series evaluated to ALARM"
            : $"{inAlarm} out of {all} time series evaluated to ALARM";

    static string WithoutPoints(EvaluationRule rule, Evidence evidence)
    {
        var received = evidence.Received.Count();
        var subject = received == 0 ? "no datapoints were" : $"{Count(received, "datapoint")} {Were(received)}";
        return $"{Start(rule)} {subject} received for {Count(rule.Periods, "period")}{Filled(rule, evidence)}.";
    }

    static string WithPoints(EvaluationRule rule, Evidence evidence)
    {
        var deciding = evidence.Deciding;
        var count = deciding.Count;
        var newest = deciding.Take(LongList).ToList();
        var list = string.Join(", ", newest.Select(Point));
        var isLong = count >= LongList;

        var text = new StringBuilder(Start(rule)).Append(' ');
        text.Append(
            rule.DatapointsToAlarm is null
                ? Count(count, "datapoint")
                : $"{count} out of the last {rule.Periods} datapoints"
        );
        text.Append(isLong ? "" : $" [{list}]").Append(' ').Append(Were(count)).Append(' ');
        text.Append(Comparison(rule, evidence.State == StateValue.Ok, newest));
        text.Append(isLong ? $". The most recent datapoints which crossed the threshold: [{list}]" : "");
        return text.Append(Filled(rule, evidence)).Append(Minimum(rule, evidence.State)).Append('.').ToString();
    }

    static string Start(EvaluationRule rule) => rule.Threshold is null ? "Thresholds Crossed:" : "Threshold Crossed:";

    static string Comparison(EvaluationRule rule, bool negated, IReadOnlyList<AlarmPoint> points)
    {
        var not = negated ? "not " : "";
        if (rule.Threshold is { } threshold)
        {
            return $"{not}{Words(rule.Comparison)} the threshold ({JsonText.Number(threshold)})";
        }

        var lower = $"{not}less than the lower thresholds [{Bounds(points, band => band.Lower)}]";
        var upper = $"{not}greater than the upper thresholds [{Bounds(points, band => band.Upper)}]";
        return rule.Comparison switch
        {
            ComparisonOperator.LessThanLowerThreshold => lower,
            ComparisonOperator.GreaterThanUpperThreshold => upper,
            _ => $"{lower} or {upper}",
        };
    }

    static string Words(string comparison) =>
        comparison switch
        {
            ComparisonOperator.GreaterThanThreshold => "greater than",
            ComparisonOperator.GreaterThanOrEqualToThreshold => "greater than or equal to",
            ComparisonOperator.LessThanThreshold => "less than",
            _ => "less than or equal to",
        };

    static string Bounds(IEnumerable<AlarmPoint> points, Func<AlarmBand, double> bound) =>
        string.Join(", ", points.Select(point => JsonText.Number(bound(point.Band!.Value))));

    static string Point(AlarmPoint point) =>
        $"{JsonText.Number(point.Value!.Value)} ({AlarmText.ShortTime(point.Time)})";

    /// <summary>What was put in place of the periods without data.</summary>
    static string Filled(EvaluationRule rule, Evidence evidence)
    {
        var missing = rule.Periods - evidence.Received.Count();
        var treatment = rule.Treatment switch
        {
            MissingData.Breaching => "Breaching",
            MissingData.NotBreaching => "NonBreaching",
            _ => null,
        };
        return missing == 0 || treatment is null
            ? ""
            : $" and {Count(missing, "missing datapoint")} {Were(missing)} treated as [{treatment}]";
    }

    static string Minimum(EvaluationRule rule, string state)
    {
        if (rule.DatapointsToAlarm is null)
        {
            return "";
        }

        var (minimum, transition) =
            state == StateValue.Alarm ? (rule.Needed, "OK -> ALARM") : (rule.Periods - rule.Needed + 1, "ALARM -> OK");
        return $" (minimum {Count(minimum, "datapoint")} for {transition} transition)";
    }

    static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    static string Were(int count) => count == 1 ? "was" : "were";
}
