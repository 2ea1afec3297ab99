using System.Globalization;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.Logs.Filters;

/// <summary>
/// Publishes the default value of a metric filter for each minute in which events came in and none matched, when the minute is over.
/// </summary>
/// <remarks>
/// The open minutes are stored with the events, so that a restart neither loses nor doubles a value.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html"/>, defaultValue.
/// </remarks>
/// <threadsafety>Methods named <c>_OnWriter</c> are called inside a write.</threadsafety>
sealed class MetricFilterDefaults(LogsState logs, ResourceTable<FilterMinute> minutes)
{
    const int Minute = 60;

    /// <summary>The name of an open minute.</summary>
    public static string NameOf(FilterMinute minute) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{LogsState.NameOf(minute.LogGroupName, minute.FilterName)}:{minute.Start}"
        );

    /// <summary>Notes that a filter has looked at events.</summary>
    public void Note_OnWriter(Write write, MetricFilter filter, DateTimeOffset now, bool hasMatch)
    {
        var minute = new FilterMinute
        {
            LogGroupName = filter.LogGroupName,
            FilterName = filter.FilterName,
            Start = MetricSample.SlotOf(now, Minute),
            HasMatch = hasMatch,
        };
        var known = minutes.Find(NameOf(minute));
        if (known is null)
        {
            Schedule(minute.Start);
        }

        if (known is null || (hasMatch && !known.HasMatch))
        {
            minutes.Put(write, minute);
        }
    }

    /// <summary>Goes on with the minutes that were open when the emulator stopped.</summary>
    public void Resume()
    {
        foreach (var start in minutes.All.Select(minute => minute.Start).Distinct())
        {
            Schedule(start);
        }
    }

    void Schedule(long start) =>
        logs.Engine.Scheduler.Schedule(
            "metric filter default values",
            DateTimeOffset.FromUnixTimeSeconds(start + Minute),
            async _ =>
            {
                await logs.Engine.Sealer.MakeRoomAsync();
                await logs.Engine.Store.Write(write => Close_OnWriter(write, start));
                return null;
            }
        );

    void Close_OnWriter(Write write, long start)
    {
        var closed = minutes.All.Where(minute => minute.Start == start).ToList();
        var samples = closed.Where(minute => !minute.HasMatch).Select(Default).OfType<MetricSample>().ToArray();
        foreach (var minute in closed)
        {
            minutes.Remove(write, NameOf(minute));
        }

        if (samples.Length > 0)
        {
            var metrics = logs.Metrics;
            metrics.Publish_OnWriter(write, metrics.Prepare(samples, logs.Engine.Clock.GetUtcNow()));
        }
    }

    /// <returns><c>null</c> when the filter is gone, or has no default value any more.</returns>
    MetricSample? Default(FilterMinute minute) =>
        logs.MetricFilters.Find(LogsState.NameOf(minute.LogGroupName, minute.FilterName)) is { } filter
            ? new CompiledMetricFilter(filter, logs.Scope).Default(DateTimeOffset.FromUnixTimeSeconds(minute.Start))
            : null;
}
