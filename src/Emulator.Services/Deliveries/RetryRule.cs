namespace Emulator.Services.Deliveries;

/// <summary>How often and for how long a delivery is tried again.</summary>
/// <param name="MostAttempts">With the first one.</param>
/// <param name="LongestTime">From the first attempt on, in real time.</param>
sealed record RetryRule(int MostAttempts, TimeSpan LongestTime)
{
    static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A subscription is retried for 24 hours, as
    /// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html"/> says. Of metric streams AWS says nothing.
    /// </summary>
    static readonly RetryRule Stream = new(int.MaxValue, TimeSpan.FromHours(24));

    /// <summary>AWS publishes no number for actions and events of alarms.</summary>
    static readonly RetryRule Few = new(5, TimeSpan.FromHours(24));

    public static RetryRule Of(string source) =>
        source is DeliverySource.Subscription or DeliverySource.MetricStream ? Stream : Few;

    /// <param name="outcome">After the attempt that failed.</param>
    /// <param name="now">The machine's time.</param>
    public bool AllowsAnother(DeliveryOutcome outcome, DateTimeOffset now) =>
        outcome.Attempts < MostAttempts && now - outcome.FirstAttempt < LongestTime;

    /// <summary>How long to wait after an attempt: 1, 2, 4 … s, at most 30 s.</summary>
    public static TimeSpan DelayAfter(int attempts) => attempts > 5 ? LongestDelay : FirstDelay * (1 << (attempts - 1));
}
