using Emulator.Services.CloudWatch.Alarms.Actions;
using Emulator.Services.CloudWatch.Alarms.Composites;
using Emulator.Services.CloudWatch.Alarms.History;
using Emulator.Services.CloudWatch.Alarms.Rules;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Alarms.Changes;

/// <summary>Stores and deletes alarms, and tells history and EventBridge.</summary>
static class ConfigurationChanges
{
    /// <summary>Makes an alarm, or gives the one of this name another configuration; its state then stays.</summary>
    /// <param name="tags">For a new alarm.</param>
    public static void Put(Write write, AlarmTables alarms, IAlarm alarm, IReadOnlyList<Tag>? tags, DateTimeOffset at)
    {
        var previous = alarms.Find(alarm.AlarmName);
        alarms.Put(write, alarm);
        if (previous is null)
        {
            new StateChanges(alarms, write, at).Begin(alarm);
            if (tags is { Count: > 0 })
            {
                alarms.CloudWatch.Tags.Merge(write, alarm.AlarmArn, tags);
            }
        }
        else if (
            alarm is MetricAlarm metric
            && alarms.States.Find(alarm.AlarmName) is { Contributors: not null } state
            && !MetricListRules.HasContributors(metric)
        )
        {
            alarms.States.Put(write, state with { Contributors = null });
        }

        Tell(
            write,
            alarms,
            previous is null ? ConfigurationChange.Create : ConfigurationChange.Update,
            alarm,
            previous,
            at
        );
        if (alarm is CompositeAlarm composite)
        {
            Evaluate(new StateChanges(alarms, write, at), alarms, composite, previous as CompositeAlarm);
        }
    }

    public static void Delete(Write write, AlarmTables alarms, IAlarm alarm, DateTimeOffset at)
    {
        Tell(write, alarms, ConfigurationChange.Delete, alarm, null, at);
        alarms.Remove(write, alarm);
    }

    /// <summary>Switches the actions of alarms on or off; names that do not exist are passed over.</summary>
    public static void EnableActions(
        Write write,
        AlarmTables alarms,
        IEnumerable<string> names,
        bool isEnabled,
        DateTimeOffset at
    )
    {
        foreach (var alarm in names.Distinct().Select(alarms.Find).OfType<IAlarm>())
        {
            if (alarm.ActionsEnabled != isEnabled)
            {
                var changed = alarm.WithActions(isEnabled, at);
                alarms.Put(write, changed);
                Tell(write, alarms, ConfigurationChange.Update, changed, alarm, at);
            }
        }
    }

    /// <summary>A composite alarm is not evaluated by the clock, but when it is put.</summary>
    static void Evaluate(StateChanges changes, AlarmTables alarms, CompositeAlarm alarm, CompositeAlarm? previous)
    {
        var composite = new CompiledComposite(alarms, alarm);
        if (previous is not null && previous.ActionsSuppressor != alarm.ActionsSuppressor)
        {
            var suppressor = composite.Suppressor is { } name ? alarms.States.Find(name)?.StateValue : null;
            changes.Suppress(alarm, SuppressionRules.OnReplacement(suppressor));
        }

        var next = composite.StateWhenPut(isNew: previous is null);
        if (next.Value != alarms.States.Find(alarm.AlarmName)!.StateValue)
        {
            changes.Apply(alarm, next);
        }
    }

    static void Tell(
        Write write,
        AlarmTables alarms,
        ConfigurationChange change,
        IAlarm alarm,
        IAlarm? previous,
        DateTimeOffset at
    )
    {
        var state = alarms.States.Find(alarm.AlarmName)!;
        alarms.History.Add_OnWriter(write, HistoryDocument.ConfigurationUpdate(change, alarm, state, at));
        AlarmEvents.ConfigurationChanged(write, alarms, change, alarm, state, previous, at);
    }
}

/// <summary>What happens to a configuration.</summary>
enum ConfigurationChange
{
    Create,
    Update,
    Delete,
}
