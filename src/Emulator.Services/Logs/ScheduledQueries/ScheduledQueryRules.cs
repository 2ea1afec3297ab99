using Emulator.Protocol;
using Emulator.Services.Logs.Queries;

namespace Emulator.Services.Logs.ScheduledQueries;

/// <summary>What a scheduled query must be like. Its text is compiled anew for each run, and may be wrong.</summary>
static class ScheduledQueryRules
{
    /// <exception cref="AwsException">ValidationException, ResourceNotFoundException, NotImplemented.</exception>
    public static void Check(ScheduledQueryDocument query, LogsScope logs)
    {
        QueryText.RequireLanguage(query.QueryLanguage);
        if (query.DestinationConfiguration?.S3Configuration is not null)
        {
            throw WireErrors.NotImplemented("Results of scheduled queries are not sent to S3 by this emulator.");
        }

        QuerySchedule.Parse(query.ScheduleExpression, query.Timezone);
        if (query.EndTimeOffset < 0 || query.StartTimeOffset <= (query.EndTimeOffset ?? 0))
        {
            throw LogsErrors.InvalidTimeOffsets();
        }

        if (
            (query.ScheduleStartTime, query.ScheduleEndTime) is ({ } first, { } last)
            && QueryRange.First(last) <= QueryRange.First(first)
        )
        {
            throw LogsErrors.ScheduleEndsBeforeStart();
        }

        QueryTargets.Named(logs, null, null, query.LogGroupIdentifiers);
    }
}
