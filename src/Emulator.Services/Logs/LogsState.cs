using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.Logs.Entities;
using Emulator.Services.Logs.Filters;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Indexes;
using Emulator.Services.Logs.Ingestion;
using Emulator.Services.Logs.LookupTables;
using Emulator.Services.Logs.Policies;
using Emulator.Services.Logs.Protection;
using Emulator.Services.Logs.Queries;
using Emulator.Services.Logs.ScheduledQueries;
using Emulator.Services.Logs.Settings;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Subscriptions;
using Emulator.Services.Logs.Transformers;
using Emulator.Services.Logs.Vended;
using Emulator.Services.Logs.Versions;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.Logs;

/// <summary>The log groups and other CloudWatch Logs resources of one account in one region.</summary>
public sealed class LogsState
{
    readonly ResourceTable<LogsSettings> _settings;

    internal LogsState(Scope scope, EmulatorEngine engine)
    {
        Scope = scope;
        Engine = engine;
        Tables = new ResourceTables(scope);
        Groups = new LogGroupTable(scope, engine);
        Tables.Add(Groups);
        Tables.Add(new LogStreamTable(Groups, engine.LogJournal));
        MetricFilters = Tables.Add<MetricFilter>(
            "logs.metric-filter",
            filter => NameOf(filter.LogGroupName, filter.FilterName)
        );
        SubscriptionFilters = Tables.Add<SubscriptionFilter>(
            "logs.subscription-filter",
            filter => NameOf(filter.LogGroupName, filter.FilterName)
        );
        Destinations = Tables.Add<DestinationDocument>(
            "logs.destination",
            document => document.Destination.DestinationName
        );
        Vended = new VendedDeliveries(this);
        QueryDefinitions = Tables.Add<QueryDefinition>(
            "logs.query-definition",
            definition => definition.QueryDefinitionId
        );
        LookupTables = new LookupTableCatalog(
            Tables.Add<LookupTableDocument>("logs.lookup-table", table => table.Name),
            scope
        );
        Queries = new QueryCatalog(this);
        Tables.Add(Queries);
        ScheduledQueries = new ScheduledQueryCatalog(
            this,
            Tables.Add<ScheduledQueryDocument>("logs.scheduled-query", query => query.Name)
        );
        ResourcePolicies = new ResourcePolicies(
            Tables.Add<ResourcePolicy>("logs.resource-policy", ResourcePolicies.NameOf)
        );
        AccountPolicies = new AccountPolicies(Tables.Add<AccountPolicy>("logs.account-policy", AccountPolicies.NameOf));
        IndexPolicies = Tables.Add<IndexPolicyDocument>("logs.index-policy", policy => policy.LogGroupName);
        _settings = Tables.Add<LogsSettings>("logs.settings", _ => LogsSettings.Name);
        MetricFilterDefaults = new MetricFilterDefaults(
            this,
            Tables.Add<FilterMinute>("logs.metric-filter-minute", MetricFilterDefaults.NameOf)
        );
        Pipelines = new IngestionPipelines(this);
        Protection = new DataProtection(
            new VersionTable<ProtectionVersion>(
                Tables.Add<ProtectionVersion>("logs.data-protection", VersionTable<ProtectionVersion>.NameOf)
            ),
            Pipelines
        );
        Transformers = new GroupTransformers(
            new VersionTable<TransformerVersion>(
                Tables.Add<TransformerVersion>("logs.transformer", VersionTable<TransformerVersion>.NameOf)
            ),
            Pipelines
        );
        Entities = new StreamEntities(Tables.Add<EntityVersion>("logs.entity", StreamEntities.NameOf));
        Ingestion = new LogIngestion(this);
    }

    public Scope Scope { get; }

    internal EmulatorEngine Engine { get; }

    /// <summary>Where rows go at start-up, by kind.</summary>
    internal ResourceTables Tables { get; }

    internal LogGroupTable Groups { get; }

    /// <summary>By <see cref="NameOf"/>.</summary>
    internal ResourceTable<MetricFilter> MetricFilters { get; }

    internal MetricFilterDefaults MetricFilterDefaults { get; }

    /// <summary>By <see cref="NameOf"/>.</summary>
    internal ResourceTable<SubscriptionFilter> SubscriptionFilters { get; }

    internal ResourceTable<DestinationDocument> Destinations { get; }

    internal VendedDeliveries Vended { get; }

    /// <summary>By id.</summary>
    internal ResourceTable<QueryDefinition> QueryDefinitions { get; }

    internal LookupTableCatalog LookupTables { get; }

    internal QueryCatalog Queries { get; }

    internal ScheduledQueryCatalog ScheduledQueries { get; }

    internal ResourcePolicies ResourcePolicies { get; }

    internal AccountPolicies AccountPolicies { get; }

    /// <summary>By the name of the log group.</summary>
    internal ResourceTable<IndexPolicyDocument> IndexPolicies { get; }

    internal LogsSettings Settings => _settings.Find(LogsSettings.Name) ?? LogsSettings.Default;

    internal IngestionPipelines Pipelines { get; }

    internal DataProtection Protection { get; }

    internal GroupTransformers Transformers { get; }

    /// <summary>The emulated time, in milliseconds since the epoch.</summary>
    internal long Now => Engine.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    internal StreamEntities Entities { get; }

    /// <summary>The way of events into their groups.</summary>
    internal LogIngestion Ingestion { get; }

    /// <summary>The metrics of the same account and region.</summary>
    internal MetricsEngine Metrics => Engine.In(Scope).CloudWatch.Metrics;

    /// <summary>The name of something that belongs to a log group, unique among those of all groups.</summary>
    /// <remarks>Neither part can hold a colon.</remarks>
    internal static string NameOf(string groupName, string name) => $"{groupName}:{name}";

    internal IEnumerable<MetricFilter> MetricFiltersOf(string groupName) =>
        MetricFilters.WithPrefix(NameOf(groupName, ""));

    internal IEnumerable<SubscriptionFilter> SubscriptionFiltersOf(string groupName) =>
        SubscriptionFilters.WithPrefix(NameOf(groupName, ""));

    /// <summary>Called in a write.</summary>
    internal void ChangeSettings(Write write, Func<LogsSettings, LogsSettings> change) =>
        _settings.Put(write, change(Settings));

    /// <summary>Deletes a log group with all that belongs to it. Called in a write.</summary>
    internal void Delete(Write write, LogGroupState group)
    {
        foreach (var filter in MetricFiltersOf(group.Name))
        {
            MetricFilters.Remove(write, NameOf(group.Name, filter.FilterName));
        }

        foreach (var filter in SubscriptionFiltersOf(group.Name))
        {
            SubscriptionFilters.Remove(write, NameOf(group.Name, filter.FilterName));
        }

        IndexPolicies.Remove(write, group.Name);
        Protection.Drop(write, group.Name);
        Transformers.Drop(write, group.Name);
        Entities.Drop(write, group.Name);
        ResourcePolicies.Drop(write, group.Arn);
        Groups.Delete(write, group);
    }

    /// <summary>Goes on, at start-up, with what was under way.</summary>
    internal void Resume()
    {
        MetricFilterDefaults.Resume();
        Queries.Resume();
        ScheduledQueries.Resume();
    }
}
