using Emulator.Services.Logs.EmbeddedMetrics;
using Emulator.Services.Logs.Filters;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.LiveTail;
using Emulator.Services.Logs.Policies;
using Emulator.Services.Logs.Protection;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Subscriptions;
using Emulator.Services.Logs.Transformers;

namespace Emulator.Services.Logs.Ingestion;

/// <summary>What events of each log group go through. Compiled when it is first needed and thrown away when filters or policies change.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
sealed class IngestionPipelines(LogsState logs)
{
    int _version;

    public IngestionPipeline For(LogGroupState group)
    {
        var version = Volatile.Read(ref _version);
        if (group.Pipeline is { } pipeline && pipeline.Version == version)
        {
            return pipeline;
        }

        // The version was read before the documents: a change meanwhile makes this pipeline out of date at once.
        var built = Build(group, version);
        group.Pipeline = built;
        return built;
    }

    /// <summary>To be called in the write that changes a filter or a policy, behind the change.</summary>
    public void Invalidate_OnWriter() => Volatile.Write(ref _version, _version + 1);

    IngestionPipeline Build(LogGroupState group, int version)
    {
        var protection = logs.Protection.Of(group);
        var transformation = logs.Transformers.Of(group);
        return new IngestionPipeline(
            version,
            [.. Stages(group, protection, transformation)],
            protection,
            transformation
        );
    }

    IEnumerable<IIngestionStage> Stages(
        LogGroupState group,
        GroupProtection? protection,
        GroupTransformation? transformation
    )
    {
        yield return new UsageMetricsStage(group.Name);
        if (protection?.Current is not null)
        {
            yield return new FindingsStage(logs, protection.AuditGroups);
        }

        if (group.Document.LogGroupClass != LogGroupClass.Standard)
        {
            yield break;
        }

        if (transformation?.Current is not null)
        {
            yield return new TransformerStage(group.Name, transformation.IsOfAccount);
        }

        var metricFilters = MetricFilters(group).ToList();
        if (metricFilters.Count > 0)
        {
            yield return new MetricFilterStage(metricFilters, logs.MetricFilterDefaults);
        }

        var isDisabled = logs
            .AccountPolicies.OfType(PolicyType.MetricExtraction)
            .Any(policy => MetricExtractionPolicy.Disables(policy, group));
        yield return new EmbeddedMetricsStage(group.Name, isDisabled);
        foreach (var subscription in Subscriptions(group))
        {
            yield return new SubscriptionStage(subscription, logs.Engine);
        }

        yield return new LiveTailStage(logs.Engine.LogFeed);
    }

    IEnumerable<CompiledMetricFilter> MetricFilters(LogGroupState group) =>
        logs.MetricFiltersOf(group.Name)
            .Where(filter => FieldSelection.Includes(filter.FieldSelectionCriteria, group.Scope))
            .Select(filter => new CompiledMetricFilter(filter, group.Scope));

    IEnumerable<CompiledSubscription> Subscriptions(LogGroupState group) =>
        logs.SubscriptionFiltersOf(group.Name)
            .Where(filter => FieldSelection.Includes(filter.FieldSelectionCriteria, group.Scope))
            .Select(CompiledSubscription.Of)
            .Concat(
                logs.AccountPolicies.OfType(PolicyType.SubscriptionFilter)
                    .Select(policy => SubscriptionPolicy.Compile(policy, group))
                    .OfType<CompiledSubscription>()
            );
}

/// <summary>What events of a log group go through, on their way in and out.</summary>
/// <param name="Version">Of the filters and policies that it was compiled from.</param>
/// <param name="Stages">In order, on their way in.</param>
/// <param name="Protection">What is masked; <c>null</c> for nothing.</param>
/// <param name="Transformation">What is made of the events; <c>null</c> for nothing.</param>
sealed record IngestionPipeline(
    int Version,
    IReadOnlyList<IIngestionStage> Stages,
    GroupProtection? Protection,
    GroupTransformation? Transformation
);
