using Emulator.Languages.AlarmRules;
using Emulator.Languages.Text;
using Emulator.Services.CloudWatch.Alarms.Actions;
using Emulator.Services.CloudWatch.Alarms.Composites;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Alarms.Rules;

/// <summary>The rules of PutCompositeAlarm that its shape does not declare.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html"/></remarks>
static class CompositeAlarmRules
{
    const int MaxChildren = 100;
    const int MaxElements = 500;
    const int MaxParents = 150;

    /// <summary>What can be said of an alarm by itself.</summary>
    /// <exception cref="Protocol.AwsException">ValidationError.</exception>
    public static void Require(CompositeAlarm alarm, AlarmTables alarms)
    {
        AlarmNames.Require(alarm.AlarmName);
        ActionRules.Require(alarm, alarms.Scope);
        RequireActions(alarm);
        var rule = RequireRule(alarm.AlarmRule!);
        if (CompiledComposite.ChildrenOf(rule, alarms.Scope).Count > MaxChildren)
        {
            throw AlarmErrors.TooManyChildren(MaxChildren);
        }

        RequireSuppressor(alarm);
    }

    /// <summary>What depends on other alarms; called inside a write.</summary>
    /// <exception cref="Protocol.AwsException">ValidationError.</exception>
    public static void RequireOthers(CompositeAlarm alarm, AlarmTables alarms)
    {
        alarms.RequireType(alarm);
        var children = CompiledComposite.ChildrenOf(AlarmRuleParser.Parse(alarm.AlarmRule!), alarms.Scope);
        var missing = children.Where(child => alarms.Find(child) is null).ToList();
        if (missing.Count > 0)
        {
            throw AlarmErrors.UnknownChildren(missing);
        }

        if (alarms.Composites.FindCycle(alarm.AlarmName, children) is { } cycle)
        {
            throw AlarmErrors.Cycle(cycle);
        }

        foreach (var child in children)
        {
            if (
                alarms.Composites.ParentsOf(child).Count(parent => parent.Alarm.AlarmName != alarm.AlarmName)
                >= MaxParents
            )
            {
                throw AlarmErrors.TooManyParents(child, MaxParents);
            }
        }

        if (alarm.ActionsSuppressor is { } suppressor)
        {
            var name = AlarmNames.NameOf(alarms.Scope, suppressor);
            if (name is null || name == alarm.AlarmName || alarms.Find(name) is null)
            {
                throw AlarmErrors.UnknownSuppressor(suppressor);
            }
        }
    }

    static AlarmRule RequireRule(string text)
    {
        if (text.Trim() != text || text.Length == 0)
        {
            throw AlarmErrors.RuleNotTrimmed();
        }

        try
        {
            var rule = AlarmRuleParser.Parse(text, out var elements);
            return elements <= MaxElements ? rule : throw AlarmErrors.TooManyElements(MaxElements);
        }
        catch (SyntaxException error)
        {
            var (start, length) = (error.Span.Start, error.Span.Length);
            throw AlarmErrors.InRule(
                length > 0 ? $"Unsupported token '{text.Substring(start, length)}'" : error.Message,
                start
            );
        }
    }

    /// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html"/></remarks>
    static void RequireActions(CompositeAlarm alarm)
    {
        foreach (var arn in ActionRules.Of(alarm))
        {
            if (ActionArn.TargetOf(arn) is ActionTarget.Ec2 or ActionTarget.AutoScaling)
            {
                throw AlarmErrors.ActionOfComposite(arn);
            }
        }
    }

    static void RequireSuppressor(CompositeAlarm alarm)
    {
        var isWhole =
            (
                alarm.ActionsSuppressor is null,
                alarm.ActionsSuppressorWaitPeriod is null,
                alarm.ActionsSuppressorExtensionPeriod is null
            )
            is
                (true, true, true)
                or
                (false, false, false);
        if (!isWhole)
        {
            throw AlarmErrors.SuppressorIncomplete();
        }

        if (alarm.ActionsSuppressorWaitPeriod < 0)
        {
            throw AlarmErrors.NegativePeriod(nameof(alarm.ActionsSuppressorWaitPeriod));
        }

        if (alarm.ActionsSuppressorExtensionPeriod < 0)
        {
            throw AlarmErrors.NegativePeriod(nameof(alarm.ActionsSuppressorExtensionPeriod));
        }
    }
}
