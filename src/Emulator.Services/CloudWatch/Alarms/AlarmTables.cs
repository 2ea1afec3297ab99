using Emulator.Services.CloudWatch.Alarms.Composites;
using Emulator.Services.CloudWatch.Alarms.History;
using Emulator.Services.CloudWatch.Alarms.Muting;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Alarms;

/// <summary>The alarms of one account in one region, with their states and their history.</summary>
/// <threadsafety>Changed inside a write; read from any thread.</threadsafety>
sealed class AlarmTables
{
    readonly CloudWatchState _cloudWatch;

    public AlarmTables(CloudWatchState cloudWatch)
    {
        _cloudWatch = cloudWatch;
        var tables = cloudWatch.Tables;
        MetricAlarms = tables.Add<MetricAlarm>("metric-alarm", alarm => alarm.AlarmName);
        CompositeAlarms = tables.Add<CompositeAlarm>("composite-alarm", alarm => alarm.AlarmName);
        States = tables.Add<AlarmState>("alarm-state", state => state.AlarmName);
        History = new AlarmHistory(cloudWatch.Scope, cloudWatch.Engine);
        tables.Add(History);
        Composites = new CompositeIndex(this);
        Mutes = new MuteRuleTable(cloudWatch);
        cloudWatch.Tags.AddType(AlarmNames.ArnType, name => Find(name) is not null);
    }

    public Scope Scope => _cloudWatch.Scope;

    public EmulatorEngine Engine => _cloudWatch.Engine;

    public CloudWatchState CloudWatch => _cloudWatch;

    public ResourceTable<MetricAlarm> MetricAlarms { get; }

    public ResourceTable<CompositeAlarm> CompositeAlarms { get; }

    public MuteRuleTable Mutes { get; }

    /// <summary>The composite alarms by what they depend on.</summary>
    public CompositeIndex Composites { get; }

    /// <summary>The states of the alarms of all kinds. Change them through <see cref="Changes.StateChanges"/>.</summary>
    public ResourceTable<AlarmState> States { get; }

    public AlarmHistory History { get; }

    /// <summary>An alarm of any kind; <c>null</c> when there is none of this name.</summary>
    public IAlarm? Find(string name) => (IAlarm?)MetricAlarms.Find(name) ?? CompositeAlarms.Find(name);

    /// <exception cref="Protocol.AwsException">ValidationError: an alarm of another kind has the name.</exception>
    public void RequireType(IAlarm alarm)
    {
        if (Find(alarm.AlarmName) is { } other && other.Type != alarm.Type)
        {
            throw AlarmErrors.NameTaken(other.AlarmName, other.Type);
        }
    }

    /// <summary>Alarms of all kinds in the order of their names: those whose names start with a prefix and come after a name.</summary>
    public IEnumerable<IAlarm> WithPrefix(string prefix, string? after)
    {
        using var metric = MetricAlarms.WithPrefix(prefix, after).GetEnumerator();
        using var composite = CompositeAlarms.WithPrefix(prefix, after).GetEnumerator();
        var hasMetric = metric.MoveNext();
        var hasComposite = composite.MoveNext();
        while (hasMetric || hasComposite)
        {
            var isMetricNext =
                !hasComposite
                || (hasMetric && string.CompareOrdinal(metric.Current.AlarmName, composite.Current.AlarmName) < 0);
            if (isMetricNext)
            {
                yield return metric.Current;
                hasMetric = metric.MoveNext();
            }
            else
            {
                yield return composite.Current;
                hasComposite = composite.MoveNext();
            }
        }
    }

    /// <summary>Stores an alarm of any kind and lets the monitor go by it from now on.</summary>
    public void Put(Write write, IAlarm alarm)
    {
        switch (alarm)
        {
            case MetricAlarm metric:
                MetricAlarms.Put(write, metric);
                Engine.Alarms.Watch(this, metric);
                break;
            case CompositeAlarm composite:
                CompositeAlarms.Put(write, composite);
                Composites.Add(composite);
                break;
        }
    }

    /// <summary>Deletes an alarm of any kind with its state and its tags; its history stays.</summary>
    public void Remove(Write write, IAlarm alarm)
    {
        MetricAlarms.Remove(write, alarm.AlarmName);
        CompositeAlarms.Remove(write, alarm.AlarmName);
        States.Remove(write, alarm.AlarmName);
        _cloudWatch.Tags.Clear(write, alarm.AlarmArn);
    }
}
