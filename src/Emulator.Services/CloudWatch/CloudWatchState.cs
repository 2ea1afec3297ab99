using Emulator.Services.CloudWatch.Alarms;
using Emulator.Services.CloudWatch.AnomalyDetectors;
using Emulator.Services.CloudWatch.Dashboards;
using Emulator.Services.CloudWatch.InsightRules;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.MetricStreams;
using Emulator.Services.CloudWatch.Tags;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch;

/// <summary>The CloudWatch resources and metrics of one account in one region.</summary>
public sealed class CloudWatchState
{
    internal CloudWatchState(Scope scope, EmulatorEngine engine)
    {
        Scope = scope;
        Engine = engine;
        Tables = new ResourceTables(scope);
        Tags = new ResourceTags(Tables);
        Streaming = new MetricStreaming(this);
        Metrics = new MetricsEngine(scope, engine, Streaming);
        Tables.Add(Metrics.Catalog);
        Dashboards = Tables.Add<Dashboard>("dashboard", dashboard => dashboard.DashboardName);
        Tags.AddType("dashboard", Dashboards.Contains);
        AnomalyDetectors = new AnomalyDetectorTable(Tables);
        Alarms = new AlarmTables(this);
        InsightRules = new InsightRuleTable(this);
    }

    public Scope Scope { get; }

    internal EmulatorEngine Engine { get; }

    /// <summary>Where rows go at start-up, by kind.</summary>
    internal ResourceTables Tables { get; }

    internal MetricsEngine Metrics { get; }

    internal MetricStreaming Streaming { get; }

    /// <summary>Filled in the scope that all regions share; see <see cref="CloudWatchScope.Dashboards"/>.</summary>
    internal ResourceTable<Dashboard> Dashboards { get; }

    internal ResourceTags Tags { get; }

    internal AnomalyDetectorTable AnomalyDetectors { get; }

    internal AlarmTables Alarms { get; }

    internal InsightRuleTable InsightRules { get; }
}
