namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>Which periods a query may have.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricStat.html"/></remarks>
static class PeriodRules
{
    /// <summary>1, 5, 10, 20, 30 seconds, or a multiple of 60.</summary>
    public static bool IsValid(int period) => period is 1 or 5 or 10 or 20 or 30 || (period > 0 && period % 60 == 0);

    /// <exception cref="Protocol.AwsException">InvalidParameterValue.</exception>
    public static void Require(int period)
    {
        if (!IsValid(period))
        {
            throw period <= 0 ? CloudWatchErrors.NotAboveZero("Period") : CloudWatchErrors.PeriodNotMultiple();
        }
    }
}
