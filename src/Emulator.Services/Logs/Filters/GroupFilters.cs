using Emulator.Languages.FilterPatterns;
using Emulator.Protocol;

namespace Emulator.Services.Logs.Filters;

/// <summary>How many filters a log group can have.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html"/></remarks>
/// <threadsafety>For use inside a write.</threadsafety>
sealed class GroupFilters(LogsState logs, string groupName)
{
    const int MaxMetricFilters = 100;

    /// <summary>Of both kinds together, since the user guide counts patterns.</summary>
    const int MaxFiltersWithRegex = 5;

    const int MaxSubscriptionFilters = 2;

    /// <summary>Checks that a metric filter can be added or replaced.</summary>
    /// <exception cref="AwsException">LimitExceededException.</exception>
    public void RequireRoomForMetricFilter(string name, string pattern) =>
        RequireRoom(
            pattern,
            MaxMetricFilters,
            logs.MetricFiltersOf(groupName)
                .Where(filter => filter.FilterName != name)
                .Select(filter => filter.FilterPattern),
            logs.SubscriptionFiltersOf(groupName).Select(filter => filter.FilterPattern)
        );

    /// <summary>Checks that a subscription filter can be added or replaced.</summary>
    /// <exception cref="AwsException">LimitExceededException.</exception>
    public void RequireRoomForSubscription(string name, string pattern) =>
        RequireRoom(
            pattern,
            MaxSubscriptionFilters,
            logs.SubscriptionFiltersOf(groupName)
                .Where(filter => filter.FilterName != name)
                .Select(filter => filter.FilterPattern),
            logs.MetricFiltersOf(groupName).Select(filter => filter.FilterPattern)
        );

    /// <param name="same">The patterns of the other filters of the same kind.</param>
    /// <param name="other">The patterns of the filters of the other kind.</param>
    static void RequireRoom(string pattern, int limit, IEnumerable<string> same, IEnumerable<string> other)
    {
        List<string> patterns = [.. same];
        if (
            patterns.Count >= limit
            || (HasRegex(pattern) && patterns.Concat(other).Count(HasRegex) >= MaxFiltersWithRegex)
        )
        {
            throw LogsErrors.LimitExceeded();
        }
    }

    static bool HasRegex(string pattern) => FilterPattern.Compile(pattern).HasRegex;
}
