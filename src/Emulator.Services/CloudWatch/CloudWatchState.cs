using Emulator.Services.CloudWatch.Alarms;
using Emulator.Services.CloudWatch.AnomalyDetectors;
using Emulator.Services.CloudWatch.Dashboards;
using Emulator.Services.CloudWatch.InsightRules;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.MetricStreams;
using Emulator.Services.CloudWatch.Settings;
using Emulator.Services.CloudWatch.Tags;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch;

/// <summary>The CloudWatch resources and metrics of one account in one region.</summary>
public sealed class CloudWatchState
{
    readonly ResourceTable<CloudWatchSettings> _settings;

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
        Tags.AddType(Dataset.ArnType, static name => name == Dataset.Id);
        _settings = Tables.Add<CloudWatchSettings>("cloudwatch-settings", static _ => CloudWatchSettings.Name);
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

    internal CloudWatchSettings Settings => _settings.Find(CloudWatchSettings.Name) ?? CloudWatchSettings.Default;

    /// <summary>Called in a write.</summary>
    internal void ChangeSettings(Write write, Func<CloudWatchSettings, CloudWatchSettings> change) =>
        _settings.Put(write, change(Settings));
}
