using System.Globalization;
using Emulator.Services.CloudWatch.Metrics.Queries;

namespace Emulator.Services.CloudWatch.Metrics.Labels;

/// <summary>What dynamic labels need to know beside the series.</summary>
/// <param name="Account">The account that asks.</param>
/// <param name="Region">Its region.</param>
/// <param name="Now">The time of the request, from which relative times count.</param>
/// <param name="Offset">The time zone of times, as an offset from UTC.</param>
sealed record LabelContext(string Account, string Region, DateTimeOffset Now, TimeSpan Offset)
{
    /// <summary>Reads <c>LabelOptions.Timezone</c>.</summary>
    /// <param name="timeZone"><c>+HHMM</c> or <c>-HHMM</c>; UTC when absent.</param>
    /// <exception cref="Protocol.AwsException">ValidationError.</exception>
    public static TimeSpan OffsetOf(string? timeZone)
    {
        if (timeZone is null)
        {
            return TimeSpan.Zero;
        }

        if (
            timeZone is not ['+' or '-', _, _, _, _]
            || !TimeSpan.TryParseExact(timeZone.AsSpan(1), "hhmm", CultureInfo.InvariantCulture, out var offset)
        )
        {
            throw QueryErrors.MalformedTimeZone(timeZone);
        }

        return timeZone[0] == '-' ? -offset : offset;
    }
}
