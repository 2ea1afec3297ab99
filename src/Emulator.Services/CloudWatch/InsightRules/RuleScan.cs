using Emulator.Languages.ContributorRules;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Ingestion;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.InsightRules;

/// <summary>Computes what a rule has found from the events that came in while it was enabled.</summary>
/// <remarks>
/// AWS analyzes events as they come in and keeps the result. What an event contributes depends on nothing but the event and the rule, so here
/// it is found out when somebody asks.
/// </remarks>
static class RuleScan
{
    /// <param name="scope">Where the rule is.</param>
    /// <exception cref="Protocol.AwsException">InvalidParameterValue: there are too many contributors.</exception>
    public static RuleCount Run(
        EmulatorEngine engine,
        Scope scope,
        InsightRule rule,
        MetricWindow window,
        CancellationToken cancel
    )
    {
        var count = new RuleCount(window);
        var definition = ContributorRule.Parse(rule.RuleDefinition);
        var reader = definition.Read();
        var now = engine.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var group in RuleGroups.Find(engine, scope, definition))
        {
            var query = new EventQuery
            {
                From = EventId.Before(Math.Max(window.Start * 1000, group.VisibleFrom(now))),
                Until = EventId.Before((window.Start + window.Count * window.Period) * 1000),
            };
            var pipeline = engine.In(group.Scope).Logs.Pipelines.For(group);
            foreach (var stored in group.Events.Read(query, cancel))
            {
                if (
                    rule.Analyzes(stored.Id.Request)
                    && MessageOf(stored, rule, pipeline) is { } message
                    && reader.TryRead(message.Span)
                )
                {
                    count.Add(reader.Contributor, stored.Id.Timestamp / 1000, reader.Value);
                }
            }
        }

        count.Finish();
        return count;
    }

    /// <summary>What the rule sees of an event: sensitive data is masked.</summary>
    /// <returns><c>null</c> when the event could not be transformed.</returns>
    static Utf8Text? MessageOf(StoredEvent stored, InsightRule rule, IngestionPipeline pipeline)
    {
        var shown = pipeline.Protection?.Mask(stored) ?? stored;
        return
            rule.ApplyOnTransformedLogs
            && pipeline.Transformation is { } transformation
            && transformation.TryTransform(shown.Message, shown.Id.Request, shown.StreamId, out var transformed)
            ? transformed
            : shown.Message;
    }
}
