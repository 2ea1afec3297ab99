using Emulator.Protocol;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Groups;

/// <summary>How long log events are kept.</summary>
/// <remarks>
/// An expired event is hidden from readers at once and freed after another <see cref="Grace"/>; until then a longer retention brings it back, as AWS
/// warns. Its space is freed with the last event of its block.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html"/>
/// </remarks>
static class Retention
{
    /// <summary>How long AWS takes to delete expired events.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(72);

    /// <summary>The days that a log group can be set to.</summary>
    public static IReadOnlyList<int> AllowedDays { get; } =
    [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    /// <summary>The days of a log group of the class DELIVERY, which cannot be changed.</summary>
    public const int DeliveryDays = 2;

    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static void RequireAllowed(int days)
    {
        if (!AllowedDays.Contains(days))
        {
            throw LogsErrors.InvalidRetention(days);
        }
    }

    /// <exception cref="AwsException">InvalidParameterException: the class of the group fixes the retention.</exception>
    public static void RequireChangeable(LogGroupDocument group)
    {
        if (group.LogGroupClass == LogGroupClass.Delivery)
        {
            throw LogsErrors.FixedRetention();
        }
    }

    /// <summary>The time before which events of a group have expired, in milliseconds since the epoch; 0 when they never do.</summary>
    public static long Start(LogGroupDocument group, long now) =>
        group.RetentionInDays is { } days ? now - days * (long)TimeSpan.MillisecondsPerDay : 0;

    /// <summary>The time before which expired events are freed, in milliseconds since the epoch; 0 when they never are.</summary>
    public static long FreedBefore(LogGroupDocument group, long now) =>
        group.RetentionInDays is null ? 0 : Start(group, now) - (long)Grace.TotalMilliseconds;

    /// <summary>A group with another retention, from a time on.</summary>
    /// <param name="days"><c>null</c> to keep its events for ever.</param>
    /// <param name="now">Milliseconds since the epoch.</param>
    /// <param name="through">The last sequence of the store.</param>
    public static LogGroupDocument Change(LogGroupDocument group, int? days, long now, long through)
    {
        var before = FreedBefore(group, now);
        return group with
        {
            RetentionInDays = days,
            Freed =
                before <= 0
                    ? group.Freed
                    :
                    [
                        .. group.Freed.Where(earlier => earlier.Before > before),
                        new FreedEvents { Before = before, Through = through },
                    ],
        };
    }
}
