using System.Globalization;

namespace Emulator.Services.CloudWatch.Alarms.Documents;

/// <summary>Times as the texts and documents of alarms print them.</summary>
static class AlarmText
{
    /// <summary><c>2026-03-20T12:00:10.000+0000</c>, the form in documents.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Time(DateTimeOffset)"/>
    public static string Time(long unixSeconds) => Time(DateTimeOffset.FromUnixTimeSeconds(unixSeconds));

    /// <summary><c>20/03/26 12:00:10</c>, the form in the reasons of metric alarms.</summary>
    public static string ShortTime(long unixSeconds) =>
        DateTimeOffset
            .FromUnixTimeSeconds(unixSeconds)
            .UtcDateTime.ToString("dd'/'MM'/'yy HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>Friday 22 July, 2022 15:57:45 UTC</c>, the form in the reasons of composite alarms.</summary>
    public static string LongTime(DateTimeOffset time) =>
        time.UtcDateTime.ToString("dddd dd MMMM, yyyy HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
