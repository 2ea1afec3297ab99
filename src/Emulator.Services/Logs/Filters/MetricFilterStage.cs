using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Ingestion;
using Emulator.Storage;

namespace Emulator.Services.Logs.Filters;

/// <summary>Publishes what the metric filters of a log group make of its events, in the same write.</summary>
sealed class MetricFilterStage(IReadOnlyList<CompiledMetricFilter> filters, MetricFilterDefaults defaults)
    : IIngestionStage
{
    public void Prepare(IncomingEvents events)
    {
        foreach (var filter in filters)
        {
            filter.Prepare(events);
        }
    }

    public void Store_OnWriter(Write write, IncomingEvents events, LogBatch batch)
    {
        foreach (
            var filter in filters.Where(filter => filter.Document.MetricTransformations[0].DefaultValue is not null)
        )
        {
            defaults.Note_OnWriter(
                write,
                filter.Document,
                DateTimeOffset.FromUnixTimeMilliseconds(events.IngestionTime),
                events.MatchedFilters.Contains(filter.Document.FilterName)
            );
        }
    }
}
