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

    /// <summary>Checks that a metric filter can be added or replaced.</summary>
    /// <exception cref="AwsException">LimitExceededException.</exception>
    public void RequireRoomForMetricFilter(string name, string pattern)
    {
        var others = logs.MetricFiltersOf(groupName).Where(filter => filter.FilterName != name).ToList();
        if (others.Count >= MaxMetricFilters)
        {
            throw LogsErrors.LimitExceeded();
        }

        RequireRoomForRegex(pattern, others.Select(filter => filter.FilterPattern));
    }

    static void RequireRoomForRegex(string pattern, IEnumerable<string> others)
    {
        if (HasRegex(pattern) && others.Count(HasRegex) >= MaxFiltersWithRegex)
        {
            throw LogsErrors.LimitExceeded();
        }
    }

    static bool HasRegex(string pattern) => FilterPattern.Compile(pattern).HasRegex;
}
