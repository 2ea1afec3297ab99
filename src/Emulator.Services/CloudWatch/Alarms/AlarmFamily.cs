using Emulator.Services.CloudWatch.Alarms.Composites;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Alarms;

/// <summary>The children and parents of an alarm, as DescribeAlarms answers them: with few of their members, in the order of their names.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html"/></remarks>
static class AlarmFamily
{
    /// <param name="after">Only alarms whose names come after this one.</param>
    public static IEnumerable<IAlarm> ChildrenOf(string name, AlarmTables alarms, string? after) =>
        alarms.CompositeAlarms.Find(name) is { } parent
            ? Named(new CompiledComposite(alarms, parent).Children, after)
                .Select(child => Child(child, alarms))
                .OfType<IAlarm>()
            : [];

    /// <inheritdoc cref="ChildrenOf"/>
    public static IEnumerable<IAlarm> ParentsOf(string name, AlarmTables alarms, string? after) =>
        alarms
            .CompositeAlarms.After(after)
            .Where(parent => new CompiledComposite(alarms, parent).Children.Contains(name))
            .Select(parent => new CompositeAlarm { AlarmName = parent.AlarmName, AlarmArn = parent.AlarmArn });

    static IAlarm? Child(string name, AlarmTables alarms)
    {
        var state = alarms.States.Find(name);
        return alarms.Find(name) switch
        {
            MetricAlarm alarm => new MetricAlarm
            {
                AlarmName = alarm.AlarmName,
                AlarmArn = alarm.AlarmArn,
                StateValue = state?.StateValue,
                StateUpdatedTimestamp = state?.StateUpdatedTimestamp,
            },
            CompositeAlarm alarm => new CompositeAlarm
            {
                AlarmName = alarm.AlarmName,
                AlarmArn = alarm.AlarmArn,
                StateValue = state?.StateValue,
                StateUpdatedTimestamp = state?.StateUpdatedTimestamp,
            },
            _ => null,
        };
    }

    static IEnumerable<string> Named(IEnumerable<string> names, string? after) =>
        names.Where(name => after is null || string.CompareOrdinal(name, after) > 0).Order(StringComparer.Ordinal);
}
