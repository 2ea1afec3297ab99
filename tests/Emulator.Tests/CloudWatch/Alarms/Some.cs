using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Tests.CloudWatch.Alarms;

/// <summary>Throw-away alarms.</summary>
static class Some
{
    /// <summary>The average of N/M above 2 for a minute.</summary>
    public static MetricAlarm Alarm() =>
        new()
        {
            AlarmName = "a",
            AlarmArn = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:a",
            Namespace = "N",
            MetricName = "M",
            Statistic = "Average",
            Period = 60,
            EvaluationPeriods = 1,
            Threshold = 2,
            ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
        };
}
