using Emulator.Languages.Text;

namespace Emulator.Languages.AlarmRules;

/// <summary>A part of an alarm rule. Prints itself in the form in which it can be read again.</summary>
public abstract record AlarmRule
{
    /// <summary>Where it stands in the source.</summary>
    public TextSpan Span { get; init; }

    /// <summary><c>TRUE</c> or <c>FALSE</c>.</summary>
    public sealed record Literal(bool Value) : AlarmRule
    {
        public override string ToString() => Value ? "TRUE" : "FALSE";
    }

    /// <summary><c>ALARM("name")</c>: the alarm is in the state.</summary>
    public sealed record InState(string State, string Alarm) : AlarmRule
    {
        public override string ToString() => $"{State}({Quote(Alarm)})";
    }

    /// <summary><c>AT_LEAST(2, NOT OK, (a, b, c))</c>: so many of the alarms are, or are not, in the state.</summary>
    /// <param name="Count">How many, or what part of them in percent.</param>
    public sealed record AtLeast(int Count, bool IsPercent, bool Negated, string State, IReadOnlyList<string> Alarms)
        : AlarmRule
    {
        /// <summary>The number of alarms that the rule asks for; a percentage is rounded up.</summary>
        public int Needed => IsPercent ? (Count * Alarms.Count + 99) / 100 : Count;

        public override string ToString() =>
            $"AT_LEAST({Count}{(IsPercent ? "%" : "")}, {(Negated ? "NOT " : "")}{State}, ({string.Join(", ", Alarms.Select(Quote))}))";
    }

    public sealed record Not(AlarmRule Operand) : AlarmRule
    {
        public override string ToString() => $"NOT {Operand}";
    }

    public sealed record And(AlarmRule Left, AlarmRule Right) : AlarmRule
    {
        public override string ToString() => $"({Left} AND {Right})";
    }

    public sealed record Or(AlarmRule Left, AlarmRule Right) : AlarmRule
    {
        public override string ToString() => $"({Left} OR {Right})";
    }

    static string Quote(string alarm) => $"\"{alarm.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
