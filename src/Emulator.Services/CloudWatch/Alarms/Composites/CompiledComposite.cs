using Emulator.Languages.AlarmRules;
using Emulator.Services.CloudWatch.Alarms.Changes;
using Emulator.Services.CloudWatch.Alarms.Documents;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Alarms.Composites;

/// <summary>A composite alarm with its rule read.</summary>
sealed class CompiledComposite
{
    readonly AlarmTables _alarms;
    readonly AlarmRule _rule;

    /// <param name="alarm">One whose rule can be read.</param>
    public CompiledComposite(AlarmTables alarms, CompositeAlarm alarm)
    {
        _alarms = alarms;
        _rule = AlarmRuleParser.Parse(alarm.AlarmRule!);
        Alarm = alarm;
        Children = ChildrenOf(_rule, alarms.Scope);
        Suppressor = alarm.ActionsSuppressor is { } suppressor ? AlarmNames.NameOf(alarms.Scope, suppressor) : null;
    }

    public CompositeAlarm Alarm { get; }

    /// <summary>The names of the alarms in the rule, each once.</summary>
    public IReadOnlyList<string> Children { get; }

    /// <summary>The name of the alarm that holds actions back.</summary>
    public string? Suppressor { get; }

    /// <summary>The names of the alarms in a rule, each once; those of other accounts and regions as they are written.</summary>
    public static IReadOnlyList<string> ChildrenOf(AlarmRule rule, Scope scope) =>
        [
            .. AlarmRulePlan
                .Alarms(rule)
                .Select(reference => AlarmNames.NameOf(scope, reference) ?? reference)
                .Distinct(),
        ];

    /// <summary>What the rule says of the states as they are.</summary>
    /// <returns>ALARM or OK.</returns>
    public string Evaluate() =>
        AlarmRulePlan.Evaluate(
            _rule,
            reference =>
                AlarmNames.NameOf(_alarms.Scope, reference) is { } name ? _alarms.States.Find(name)?.StateValue : null
        )
            ? StateValue.Alarm
            : StateValue.Ok;

    /// <summary>The state after the alarm has been put.</summary>
    /// <param name="isNew">Whether it did not exist before.</param>
    public NewState StateWhenPut(bool isNew)
    {
        var value = Evaluate();
        return new NewState(
            value,
            $"{Alarm.AlarmArn} was {(isNew ? "created" : "updated")} and its alarm rule evaluates to {value}",
            TriggeringAlarms.Write([
                .. Children
                    .Select(_alarms.Find)
                    .OfType<IAlarm>()
                    .Select(child => Triggering(child, _alarms.States.Find(child.AlarmName)!)),
            ])
        );
    }

    /// <summary>The state after a child has taken another.</summary>
    public NewState StateAfter(Transition child) =>
        new(
            Evaluate(),
            $"{child.Alarm.AlarmArn} transitioned to {child.New.StateValue} at {AlarmText.LongTime(child.At)}",
            TriggeringAlarms.Write([Triggering(child.Alarm, child.New)])
        );

    static TriggeringAlarm Triggering(IAlarm alarm, AlarmState state) =>
        new(alarm.AlarmArn, state.StateValue, AlarmText.Time(state.StateUpdatedTimestamp));
}
