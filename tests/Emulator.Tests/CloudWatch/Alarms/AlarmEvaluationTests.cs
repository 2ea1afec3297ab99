using System.Globalization;
using Emulator.Services.CloudWatch.Alarms;
using Emulator.Services.CloudWatch.Alarms.Evaluation;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Tests.Support;

namespace Emulator.Tests.CloudWatch.Alarms;

public class AlarmEvaluationTests
{
    static readonly long Newest = new DateTimeOffset(2026, 3, 20, 12, 0, 10, TimeSpan.Zero).ToUnixTimeSeconds();

    static readonly string[] Treatments = ["missing", "ignore", "breaching", "notBreaching"];

    [Theory, CaseFile("alarm-states.txt")]
    public void Decides_as_documented(
        string data,
        string datapoints,
        string missing,
        string ignore,
        string breaching,
        string notBreaching
    )
    {
        var range = Range(data.Replace("0", "1").Replace("X", "3"));
        string[] expected = [missing, ignore, breaching, notBreaching];

        var states = Treatments.Select(treatment =>
            AlarmEvaluator.Decide(Rule($"> 2, {datapoints}, {treatment}"), range) ?? "keep"
        );

        Assert.Equal(expected, states);
    }

    [Theory, CaseFile("alarm-reasons.txt")]
    public void Gives_the_reason_in_the_words_of_AWS(string rule, string data, string state, string reason)
    {
        var parsed = Rule(rule);
        var range = Range(data);

        Assert.Equal(state, AlarmEvaluator.Decide(parsed, range));
        Assert.Equal(reason, StateReasons.Of(parsed, Evidence.For(state, parsed, range)));
    }

    // User guide, "Percentile-based alarms and low data samples": 10/(1-percentile) for 0.5 and more, 10/percentile below.
    [Theory]
    [InlineData("p99", 999, null)]
    [InlineData("p99", 1000, StateValue.Alarm)]
    [InlineData("p50", 19, null)]
    [InlineData("p50", 20, StateValue.Alarm)]
    [InlineData("p25", 39, null)]
    [InlineData("p25", 40, StateValue.Alarm)]
    [InlineData("p10", 99, null)]
    [InlineData("p10", 100, StateValue.Alarm)]
    [InlineData("p100", 1, StateValue.Alarm)]
    public void A_percentile_of_too_few_samples_keeps_the_state(string statistic, double samples, string? state)
    {
        var alarm = Some.Alarm() with
        {
            Statistic = null,
            ExtendedStatistic = statistic,
            EvaluateLowSampleCountPercentile = "ignore",
            EvaluationPeriods = 2,
        };
        AlarmPoint[] range = [new(Newest, 9, samples - 10), new(Newest - 60, 9, 10)];

        Assert.Equal(state, AlarmEvaluator.Decide(EvaluationRule.Of(alarm), range));
    }

    // User guide, "Configuring how CloudWatch alarms treat missing data": metrics of DynamoDB ignore it.
    [Theory]
    [InlineData("AWS/DynamoDB", null, null)]
    [InlineData("AWS/DynamoDB", "missing", StateValue.InsufficientData)]
    [InlineData("N", null, StateValue.InsufficientData)]
    public void What_is_not_said_of_missing_data_depends_on_the_namespace(string ns, string? treatment, string? state)
    {
        var alarm = Some.Alarm() with { Namespace = ns, TreatMissingData = treatment };

        Assert.Equal(state, AlarmEvaluator.Decide(EvaluationRule.Of(alarm), [new(Newest, null)]));
    }

    // Recordings of AWS for the order of members and the forms of times and numbers.
    [Fact]
    public void Writes_the_data_behind_a_reason()
    {
        var alarm = Some.Alarm() with { Unit = "Seconds", Period = 10, Threshold = 21 };
        var rule = EvaluationRule.Of(alarm);
        AlarmPoint[] range = [new(Newest, 21.5, 2)];
        var at = DateTimeOffset.FromUnixTimeSeconds(Newest + 10);

        var data = StateReasonData.Of(alarm, rule, Evidence.For(StateValue.Alarm, rule, range), 10, at);

        Assert.Equal(
            """{"version":"1.0","queryDate":"2026-03-20T12:00:20.000+0000","startDate":"2026-03-20T12:00:10.000+0000","unit":"Seconds","statistic":"Average","period":10,"recentDatapoints":[21.5],"threshold":21.0,"evaluatedDatapoints":[{"timestamp":"2026-03-20T12:00:10.000+0000","sampleCount":2.0,"value":21.5}]}""",
            data
        );
    }

    [Fact]
    public void Writes_missing_points_with_their_time_only()
    {
        var alarm = Some.Alarm() with { EvaluationPeriods = 2, TreatMissingData = "breaching" };
        var rule = EvaluationRule.Of(alarm);
        AlarmPoint[] range = [new(Newest, null), new(Newest - 60, null), new(Newest - 120, null)];

        var data = StateReasonData.Of(
            alarm,
            rule,
            Evidence.For(StateValue.Alarm, rule, range),
            60,
            DateTimeOffset.FromUnixTimeSeconds(Newest)
        );

        Assert.Equal(
            """{"version":"1.0","queryDate":"2026-03-20T12:00:10.000+0000","statistic":"Average","period":60,"recentDatapoints":[],"threshold":2.0,"evaluatedDatapoints":[{"timestamp":"2026-03-20T12:00:10.000+0000"},{"timestamp":"2026-03-20T11:59:10.000+0000"}]}""",
            data
        );
    }

    // User guide, "Alarm events and EventBridge", the sample of an anomaly detection alarm.
    [Fact]
    public void Writes_the_bounds_of_a_band_instead_of_a_threshold()
    {
        var alarm = Some.Alarm() with
        {
            Statistic = null,
            Threshold = null,
            ThresholdMetricId = "ad1",
            ComparisonOperator = ComparisonOperator.LessThanLowerOrGreaterThanUpperThreshold,
        };
        var rule = EvaluationRule.Of(alarm);
        AlarmPoint[] range = [new(Newest, 0, null, new AlarmBand(7.5, 80))];

        var data = StateReasonData.Of(
            alarm,
            rule,
            Evidence.For(StateValue.Alarm, rule, range),
            60,
            DateTimeOffset.FromUnixTimeSeconds(Newest)
        );

        Assert.Contains(
            "\"recentDatapoints\":[0.0],\"recentLowerThresholds\":[7.5],\"recentUpperThresholds\":[80.0],",
            data
        );
        Assert.DoesNotContain("\"threshold\"", data);
    }

    // API_MetricAlarm: StateReasonData has at most 4000 characters.
    [Fact]
    public void Data_that_is_too_long_loses_its_oldest_points()
    {
        var alarm = Some.Alarm() with { EvaluationPeriods = 1440 };
        var rule = EvaluationRule.Of(alarm);
        var range = Enumerable.Range(0, 1440).Select(i => new AlarmPoint(Newest - i * 60, i + 3, 1)).ToArray();

        var data = StateReasonData.Of(
            alarm,
            rule,
            Evidence.For(StateValue.Alarm, rule, range),
            60,
            DateTimeOffset.FromUnixTimeSeconds(Newest)
        );

        Assert.InRange(data.Length, 3800, 4000);
        Assert.EndsWith("}]}", data);
        Assert.Contains("\"value\":3.0", data);
    }

    /// <summary>Reads <c>&gt; 5, 2/3, breaching</c>.</summary>
    static EvaluationRule Rule(string text)
    {
        var parts = text.Split(", ");
        var comparison = parts[0].Split(' ');
        var datapoints = parts[1].Split('/');
        var isBand = comparison[1] == "band";
        return EvaluationRule.Of(
            Some.Alarm() with
            {
                ComparisonOperator = comparison[0] switch
                {
                    ">" => ComparisonOperator.GreaterThanThreshold,
                    ">=" => ComparisonOperator.GreaterThanOrEqualToThreshold,
                    "<" => ComparisonOperator.LessThanThreshold,
                    "<=" => ComparisonOperator.LessThanOrEqualToThreshold,
                    "<<" => ComparisonOperator.LessThanLowerThreshold,
                    ">>" => ComparisonOperator.GreaterThanUpperThreshold,
                    _ => ComparisonOperator.LessThanLowerOrGreaterThanUpperThreshold,
                },
                Threshold = isBand ? null : Number(comparison[1]),
                DatapointsToAlarm =
                    datapoints.Length == 2 ? int.Parse(datapoints[0], CultureInfo.InvariantCulture) : null,
                EvaluationPeriods = int.Parse(datapoints[^1], CultureInfo.InvariantCulture),
                TreatMissingData = parts[2],
            }
        );
    }

    /// <summary>Reads values, the newest on the right; with a band as <c>value/lower/upper</c>.</summary>
    static AlarmPoint[] Range(string text) =>
        [.. text.Split(' ').Reverse().Select((value, i) => Point(Newest - i * 60, value.Split('/')))];

    static AlarmPoint Point(long time, string[] text) =>
        text switch
        {
            ["-"] => new(time, null),
            [var value] => new(time, Number(value), 1),
            [var value, var lower, var upper] => new(
                time,
                Number(value),
                null,
                new AlarmBand(Number(lower), Number(upper))
            ),
            _ => throw new ArgumentException(string.Join('/', text)),
        };

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
