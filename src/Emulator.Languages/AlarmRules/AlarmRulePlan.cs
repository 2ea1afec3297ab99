namespace Emulator.Languages.AlarmRules;

/// <summary>Evaluates alarm rules and lists what they refer to.</summary>
/// <remarks>An alarm that does not exist is in no state: <c>OK(x)</c>, <c>ALARM(x)</c> and <c>INSUFFICIENT_DATA(x)</c> are all false.</remarks>
public static class AlarmRulePlan
{
    /// <param name="stateOf">The state of an alarm by name or ARN; <c>null</c> when it does not exist.</param>
    public static bool Evaluate(AlarmRule rule, Func<string, string?> stateOf) =>
        rule switch
        {
            AlarmRule.Literal literal => literal.Value,
            AlarmRule.InState test => stateOf(test.Alarm) == test.State,
            AlarmRule.AtLeast some => some.Alarms.Count(alarm => Fits(some, stateOf(alarm))) >= some.Needed,
            AlarmRule.Not not => !Evaluate(not.Operand, stateOf),
            AlarmRule.And and => Evaluate(and.Left, stateOf) && Evaluate(and.Right, stateOf),
            AlarmRule.Or or => Evaluate(or.Left, stateOf) || Evaluate(or.Right, stateOf),
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };

    /// <summary>The alarms that a rule refers to, each once, in the order of their first mention.</summary>
    public static IEnumerable<string> Alarms(AlarmRule rule) => References(rule).Distinct();

    static bool Fits(AlarmRule.AtLeast some, string? state) =>
        state is not null && (state == some.State) != some.Negated;

    static IEnumerable<string> References(AlarmRule rule) =>
        rule switch
        {
            AlarmRule.InState test => [test.Alarm],
            AlarmRule.AtLeast some => some.Alarms,
            AlarmRule.Not not => References(not.Operand),
            AlarmRule.And and => References(and.Left).Concat(References(and.Right)),
            AlarmRule.Or or => References(or.Left).Concat(References(or.Right)),
            _ => [],
        };
}
