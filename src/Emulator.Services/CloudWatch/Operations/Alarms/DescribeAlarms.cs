using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Alarms;
using Emulator.Services.CloudWatch.Alarms.Rules;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Operations.Alarms;

/// <summary>Lists alarms with their states, in the order of their names.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html"/></remarks>
[Operation]
internal static partial class DescribeAlarms
{
    const int DefaultPageSize = 50;

    [Shape]
    public sealed partial record Request
    {
        /// <summary>Excludes AlarmNamePrefix.</summary>
        [MaxLength(100), ElementLength(1, 255)]
        public IReadOnlyList<string>? AlarmNames { get; init; }

        [Length(1, 255)]
        public string? AlarmNamePrefix { get; init; }

        /// <summary>Default: metric alarms only.</summary>
        [EnumSet(typeof(AlarmType))]
        public IReadOnlyList<string>? AlarmTypes { get; init; }

        /// <summary>The name of a composite alarm.</summary>
        [Length(1, 255)]
        public string? ChildrenOfAlarmName { get; init; }

        [Length(1, 255)]
        public string? ParentsOfAlarmName { get; init; }

        [EnumSet(typeof(StateValue))]
        public string? StateValue { get; init; }

        /// <summary>Only alarms with an action, of any state, that starts with this.</summary>
        [Length(1, 1024)]
        public string? ActionPrefix { get; init; }

        /// <summary>Default 50.</summary>
        [Range(1, 100)]
        public int? MaxRecords { get; init; }

        public string? NextToken { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<CompositeAlarm> CompositeAlarms { get; init; }

        public required IReadOnlyList<MetricAlarm> MetricAlarms { get; init; }

        /// <summary>Always empty: there are no log alarms in this emulator.</summary>
        public required IReadOnlyList<LogAlarm> LogAlarms { get; init; }

        public string? NextToken { get; init; }
    }

    /// <summary>An alarm on a scheduled query.</summary>
    [Shape]
    public sealed partial record LogAlarm
    {
        public string? AlarmName { get; init; }
    }

    /// <exception cref="AwsException">ValidationError, InvalidNextToken.</exception>
    public static Response Handle(Request request, CloudWatchScope cloudWatch)
    {
        RequireCombination(request);
        var listing = $"DescribeAlarms {request with { NextToken = null, MaxRecords = null }}";
        string? after = null;
        if (request.NextToken is { } token && !PageToken.TryRead(token, listing, out after))
        {
            throw CloudWatchErrors.InvalidNextToken();
        }

        var alarms = cloudWatch.State.Alarms;
        var size = request.MaxRecords ?? DefaultPageSize;
        var page = Select(request, alarms, after).Take(size + 1).ToList();
        var shown = page.Take(size).ToList();
        return new Response
        {
            CompositeAlarms = [.. shown.OfType<CompositeAlarm>()],
            MetricAlarms = [.. shown.OfType<MetricAlarm>()],
            LogAlarms = [],
            NextToken = page.Count > size ? PageToken.Write(listing, shown[^1].AlarmName) : null,
        };
    }

    static void RequireCombination(Request request)
    {
        if (request is { AlarmNames.Count: > 0, AlarmNamePrefix: not null })
        {
            throw AlarmErrors.NamesAndPrefix();
        }

        var hasFilter =
            request is not { AlarmNamePrefix: null, StateValue: null, ActionPrefix: null }
            || request.AlarmNames is { Count: > 0 }
            || request.AlarmTypes is { Count: > 0 };
        if (request.ChildrenOfAlarmName is not null && (hasFilter || request.ParentsOfAlarmName is not null))
        {
            throw AlarmErrors.OnlyWithPages(nameof(request.ChildrenOfAlarmName));
        }

        if (request.ParentsOfAlarmName is not null && hasFilter)
        {
            throw AlarmErrors.OnlyWithPages(nameof(request.ParentsOfAlarmName));
        }
    }

    static IEnumerable<IAlarm> Select(Request request, AlarmTables alarms, string? after)
    {
        if (request.ChildrenOfAlarmName is { } parent)
        {
            return AlarmFamily.ChildrenOf(parent, alarms, after);
        }

        if (request.ParentsOfAlarmName is { } child)
        {
            return AlarmFamily.ParentsOf(child, alarms, after);
        }

        var types = request.AlarmTypes is { Count: > 0 } asked ? asked : [AlarmType.MetricAlarm];
        return from alarm in Candidates(request, alarms, after)
            where types.Contains(alarm.Type)
            let state = alarms.States.Find(alarm.AlarmName)
            where state is not null && Matches(request, alarm, state)
            select Show(alarm, state);
    }

    static IEnumerable<IAlarm> Candidates(Request request, AlarmTables alarms, string? after) =>
        request.AlarmNames is { Count: > 0 } names
            ? names
                .Distinct()
                .Where(name => after is null || string.CompareOrdinal(name, after) > 0)
                .Order(StringComparer.Ordinal)
                .Select(alarms.Find)
                .OfType<IAlarm>()
            : alarms.WithPrefix(request.AlarmNamePrefix ?? "", after);

    static bool Matches(Request request, IAlarm alarm, AlarmState state) =>
        (request.StateValue is null || state.StateValue == request.StateValue)
        && (
            request.ActionPrefix is not { } prefix
            || ActionRules.Of(alarm).Any(action => action.StartsWith(prefix, StringComparison.Ordinal))
        );

    static IAlarm Show(IAlarm alarm, AlarmState state) =>
        alarm switch
        {
            MetricAlarm metric => AlarmShapes.WithState(metric, state),
            CompositeAlarm composite => AlarmShapes.WithState(composite, state),
            _ => throw new ArgumentOutOfRangeException(nameof(alarm)),
        };
}
