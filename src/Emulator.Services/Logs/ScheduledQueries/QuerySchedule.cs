using Emulator.Protocol;

namespace Emulator.Services.Logs.ScheduledQueries;

/// <summary>The moments of a cron expression in a time zone.</summary>
/// <threadsafety>Immutable.</threadsafety>
sealed class QuerySchedule
{
    readonly CronExpression _cron;
    readonly TimeZoneInfo _zone;

    QuerySchedule(CronExpression cron, TimeZoneInfo zone) => (_cron, _zone) = (cron, zone);

    /// <param name="timezone"><c>null</c> for UTC.</param>
    /// <exception cref="AwsException">ValidationException.</exception>
    public static QuerySchedule Parse(string expression, string? timezone)
    {
        if (!CronExpression.TryParse(expression, out var cron))
        {
            throw LogsErrors.InvalidSchedule();
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(timezone ?? "UTC", out var zone)
            ? new QuerySchedule(cron, zone)
            : throw LogsErrors.InvalidTimezone();
    }

    public DateTimeOffset? NextAfter(DateTimeOffset time) => _cron.NextAfter(time, _zone);
}
