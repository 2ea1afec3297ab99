using System.Buffers;
using Emulator.Protocol;
using Emulator.Services.CloudWatch.Alarms.Changes;
using Emulator.Services.CloudWatch.Alarms.Evaluation;
using Emulator.Services.CloudWatch.Alarms.Rules;
using Emulator.Services.CloudWatch.Metrics.Queries;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Alarms.Watching;

/// <summary>The evaluation of one metric alarm, with everything that follows from its configuration worked out once.</summary>
sealed class AlarmWatch : DueWork
{
    const string EvaluationError = "EVALUATION_ERROR";

    readonly AlarmTables _alarms;
    readonly MetricAlarm _alarm;
    readonly EvaluationRule _rule;
    readonly AlarmSchedule _schedule;
    readonly IAlarmPoints _points;

    /// <param name="alarm">One that satisfies the rules.</param>
    AlarmWatch(AlarmTables alarms, MetricAlarm alarm)
    {
        _alarms = alarms;
        _alarm = alarm;
        _rule = EvaluationRule.Of(alarm);
        if (alarm.Metrics is { } metrics)
        {
            var plan = QueryPlan.Of(metrics);
            _points = new ExpressionPoints(alarms.CloudWatch, alarm, plan);
            _schedule = new AlarmSchedule(alarm, MetricListRules.PeriodOf(plan), isExpression: true);
        }
        else
        {
            _points = new MetricPoints(alarms.CloudWatch.Metrics, alarm);
            _schedule = new AlarmSchedule(alarm, alarm.Period!.Value, isExpression: false);
        }
    }

    /// <summary>The evaluation that fits an alarm.</summary>
    /// <param name="alarm">One that satisfies the rules.</param>
    public static DueWork Of(AlarmTables alarms, MetricAlarm alarm) =>
        MetricListRules.HasContributors(alarm) ? new ContributorWatch(alarms, alarm) : new AlarmWatch(alarms, alarm);

    public override string Name => $"evaluating {_alarm.AlarmArn}";

    public override bool IsCurrent => ReferenceEquals(_alarms.MetricAlarms.Find(_alarm.AlarmName), _alarm);

    public override DateTimeOffset? NextAfter(DateTimeOffset time) => _schedule.NextAfter(time);

    public override Action<Write>? Prepare(DateTimeOffset due)
    {
        if (_alarms.States.Find(_alarm.AlarmName) is not { } state)
        {
            return null;
        }

        var starts = ArrayPool<long>.Shared.Rent(_schedule.Buckets);
        var points = ArrayPool<AlarmPoint>.Shared.Rent(_schedule.Buckets);
        try
        {
            return Evaluate(due, state, starts.AsSpan(0, _schedule.Buckets), points.AsSpan(0, _schedule.Buckets));
        }
        finally
        {
            ArrayPool<long>.Shared.Return(starts);
            ArrayPool<AlarmPoint>.Shared.Return(points);
        }
    }

    Action<Write>? Evaluate(DateTimeOffset due, AlarmState state, Span<long> starts, Span<AlarmPoint> range)
    {
        var end = _schedule.Fill(due, starts);
        string? problem = null;
        if (_points.AreAbsentFrom(starts[^1]))
        {
            // What most alarms of a quiet emulator see at most times.
            if (AlarmEvaluator.Decide(_rule, []) is var idle && (idle is null || idle == state.StateValue))
            {
                return WithProblem(state, null, due);
            }

            Clear(range, starts);
        }
        else
        {
            Clear(range, starts);
            problem = TryFill(range, end, due) ? null : EvaluationError;
        }

        var value = AlarmEvaluator.Decide(_rule, range);
        if (value is null || value == state.StateValue)
        {
            return WithProblem(state, problem, due);
        }

        var evidence = Evidence.For(value, _rule, range);
        var next = new NewState(
            value,
            StateReasons.Of(_rule, evidence),
            StateReasonData.Of(_alarm, _rule, evidence, _schedule.Period, due),
            problem
        );
        return IfUnchanged(state, write => new StateChanges(_alarms, write, due).Apply(_alarm, next));
    }

    bool TryFill(Span<AlarmPoint> range, long end, DateTimeOffset now)
    {
        try
        {
            _points.Fill(range, end, now);
            return true;
        }
        catch (AwsException)
        {
            // The data does not fit the expression; AWS shows that in EvaluationState, and sees no points.
            return false;
        }
    }

    /// <summary>Notes that the evaluation has a problem, or has it no more, when the value stays.</summary>
    Action<Write>? WithProblem(AlarmState state, string? problem, DateTimeOffset at) =>
        state.EvaluationState == problem
            ? null
            : IfUnchanged(
                state,
                write => _alarms.States.Put(write, state with { EvaluationState = problem, StateUpdatedTimestamp = at })
            );

    /// <summary>Somebody may have set the state, or put another alarm, since it was looked at; the next evaluation sees to it.</summary>
    Action<Write> IfUnchanged(AlarmState state, Action<Write> change) =>
        write =>
        {
            if (IsCurrent && ReferenceEquals(_alarms.States.Find(_alarm.AlarmName), state))
            {
                change(write);
            }
        };

    static void Clear(Span<AlarmPoint> range, ReadOnlySpan<long> starts)
    {
        for (var i = 0; i < range.Length; i++)
        {
            range[i] = new AlarmPoint(starts[i], null);
        }
    }
}
