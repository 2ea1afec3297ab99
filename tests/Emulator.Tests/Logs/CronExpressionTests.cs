using System.Globalization;
using Emulator.Services.Logs.ScheduledQueries;
using Emulator.Tests.Support;

namespace Emulator.Tests.Logs;

public class CronExpressionTests
{
    [Theory, CaseFile("cron.txt")]
    public void Means_these_moments(string expression, string zone, string time, string expected)
    {
        var next = CronExpression.TryParse(expression, out var cron)
            ? cron.NextAfter(
                DateTimeOffset.Parse(time, CultureInfo.InvariantCulture),
                TimeZoneInfo.FindSystemTimeZoneById(zone)
            )
            : null;

        var found =
            cron is null ? "invalid"
            : next is { } moment ? moment.ToString("yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture)
            : "never";
        Assert.Equal(expected, found);
    }
}
