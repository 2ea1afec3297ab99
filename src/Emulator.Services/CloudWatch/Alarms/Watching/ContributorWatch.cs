using Emulator.Languages.MetricMath;
using Emulator.Services.CloudWatch.Alarms.Changes;
using Emulator.Services.CloudWatch.Alarms.Evaluation;
using Emulator.Services.CloudWatch.Alarms.Rules;
using Emulator.Services.CloudWatch.Metrics.Labels;
using Emulator.Services.CloudWatch.Metrics.Queries;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Alarms.Watching;

/// <summary>The evaluation of an alarm on a query that yields several time series, each of which has a state of its own.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/multi-time-series-alarm.html"/></remarks>
sealed class ContributorWatch : DueWork
{
    const string PartialData = "PARTIAL_DATA";

    /// <summary>How many time series can be in ALARM at a time; further ones are counted, and wait for a place.</summary>
    /// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-limits.html"/></remarks>
    const int MaxInAlarm = 100;

    readonly AlarmTables _alarms;
    readonly MetricAlarm _alarm;
    readonly EvaluationRule _rule;
    readonly AlarmSchedule _schedule;
    readonly QueryPlan _plan;
    readonly PlannedQuery _query;

    /// <param name="alarm">One that satisfies the rules.</param>
    public ContributorWatch(AlarmTables alarms, MetricAlarm alarm)
    {
        var plan = QueryPlan.Of(alarm.Metrics!);
        _alarms = alarms;
        _alarm = alarm;
        _plan = plan;
        _query = plan.Queries.First(query => query.IsReturned);
        _rule = EvaluationRule.Of(alarm);
        _schedule = new AlarmSchedule(alarm, MetricListRules.PeriodOf(plan), isExpression: true);
    }

    public override string Name => $"evaluating {_alarm.AlarmArn}";

    public override bool IsCurrent => ReferenceEquals(_alarms.MetricAlarms.Find(_alarm.AlarmName), _alarm);

    public override DateTimeOffset? NextAfter(DateTimeOffset time) => _schedule.NextAfter(time);

    public override Action<Write>? Prepare(DateTimeOffset due)
    {
        if (_alarms.States.Find(_alarm.AlarmName) is not { } state)
        {
            return null;
        }

        var starts = new long[_schedule.Buckets];
        var end = _schedule.Fill(due, starts);
        var run = RunOver(starts[^1], end, due);
        var series = run.Find(_query.Id).Series;
        var known = (state.Contributors ?? []).ToDictionary(one => one.ContributorId);
        var changes = new List<ContributorChange>();
        var inAlarm = new List<ContributorState>();
        var breaching = 0;
        foreach (var one in series)
        {
            var contributor = Contributor.Of(run.Source.GroupOf(one));
            breaching += Judge(one, contributor, starts, due, known, changes, inAlarm) ? 1 : 0;
        }

        foreach (var gone in known.Values)
        {
            var contributor = new Contributor(gone.ContributorId, gone.ContributorAttributes);
            changes.Add(new ContributorChange(contributor, StateValue.Ok, StateReasons.Vanished));
        }

        var next = StateOf(series.Count, breaching, run.Source.Messages.Count > 0);
        return changes.Count == 0 && next.Value == state.StateValue && next.EvaluationState == state.EvaluationState
            ? null
            : write =>
            {
                if (IsCurrent && ReferenceEquals(_alarms.States.Find(_alarm.AlarmName), state))
                {
                    new ContributorChanges(_alarms, write, due).Apply(_alarm, changes, inAlarm, next);
                }
            };
    }

    QueryRun RunOver(long start, long end, DateTimeOffset now)
    {
        var scope = _alarms.Scope;
        var range = new QueryRange(
            DateTimeOffset.FromUnixTimeSeconds(start),
            DateTimeOffset.FromUnixTimeSeconds(end),
            now,
            IsOfAlarm: true
        );
        var labels = new LabelContext(scope.Account, scope.Region, now, TimeSpan.Zero);
        return new QueryRun(_plan, _alarms.CloudWatch, range, labels);
    }

    /// <summary>Decides the state of one series.</summary>
    /// <param name="known">Loses the contributor, when it is among those in ALARM.</param>
    /// <returns>Whether it is ALARM.</returns>
    bool Judge(
        TimeSeries series,
        Contributor contributor,
        long[] starts,
        DateTimeOffset due,
        Dictionary<string, ContributorState> known,
        List<ContributorChange> changes,
        List<ContributorState> inAlarm
    )
    {
        var values = series.Timestamps.Zip(series.Values).ToDictionary(point => point.First, point => point.Second);
        AlarmPoint[] range =
        [
            .. starts.Select(start => new AlarmPoint(start, values.TryGetValue(start, out var value) ? value : null)),
        ];
        var decided = AlarmEvaluator.Decide(_rule, range);
        known.Remove(contributor.Id, out var before);
        var isInAlarm = decided is null ? before is not null : decided == StateValue.Alarm;
        if (isInAlarm == before is not null)
        {
            if (before is not null)
            {
                inAlarm.Add(before);
            }

            return isInAlarm;
        }

        if (isInAlarm && inAlarm.Count + known.Count >= MaxInAlarm)
        {
            return true;
        }

        var value = isInAlarm ? StateValue.Alarm : StateValue.Ok;
        var reason = StateReasons.OfContributor(_rule, Evidence.For(value, _rule, range));
        changes.Add(new ContributorChange(contributor, value, reason));
        if (isInAlarm)
        {
            inAlarm.Add(
                new ContributorState
                {
                    ContributorId = contributor.Id,
                    ContributorAttributes = contributor.Attributes,
                    StateReason = reason,
                    StateTransitionedTimestamp = due,
                }
            );
        }

        return isInAlarm;
    }

    /// <summary>Without any series an alarm has insufficient data, however it treats missing data.</summary>
    NewState StateOf(int series, int inAlarm, bool isPartial) =>
        series == 0
            ? new NewState(
                StateValue.InsufficientData,
                StateReasons.Of(_rule, new Evidence(StateValue.InsufficientData, [], [])),
                null
            )
            : new NewState(
                inAlarm > 0 ? StateValue.Alarm : StateValue.Ok,
                StateReasons.OfContributors(inAlarm, series),
                null,
                isPartial ? PartialData : null
            );
}
