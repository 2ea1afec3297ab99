using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Ingestion;
using Emulator.Storage;

namespace Emulator.Services.Logs.Filters;

/// <summary>Publishes what the metric filters of a log group make of its events, in the same write.</summary>
sealed class MetricFilterStage(IReadOnlyList<CompiledMetricFilter> filters, MetricFilterDefaults defaults)
    : IIngestionStage
{
    readonly List<CompiledMetricFilter> _withDefault =
    [
        .. filters.Where(filter => filter.Document.MetricTransformations[0].DefaultValue is not null),
    ];

    public Action<Write, LogBatch>? Prepare(IncomingEvents events)
    {
        var matched = filters.Where(filter => filter.Prepare(events)).ToList();
        if (_withDefault.Count == 0)
        {
            return null;
        }

        return (write, batch) =>
        {
            foreach (var filter in _withDefault)
            {
                var now = DateTimeOffset.FromUnixTimeMilliseconds(batch.IngestionTime);
                defaults.Note_OnWriter(write, filter.Document, now, matched.Contains(filter));
            }
        };
    }
}
