using System.Globalization;
using Emulator.Languages.Text;

namespace Emulator.Languages.AlarmRules;

/// <summary>Reads the rule of a composite alarm.</summary>
/// <remarks>
/// <c>NOT</c> binds closer than <c>AND</c>, <c>AND</c> closer than <c>OR</c>; AWS documents no precedence and advises parentheses.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html"/>
/// </remarks>
public sealed class AlarmRuleParser
{
    readonly TokenReader<AlarmRuleToken> _tokens;
    int _elements;

    AlarmRuleParser(string rule) =>
        _tokens = new TokenReader<AlarmRuleToken>(AlarmRuleLexer.Read(rule), AlarmRuleLexer.Display);

    /// <exception cref="SyntaxException">The rule is wrong.</exception>
    public static AlarmRule Parse(string rule) => Parse(rule, out _);

    /// <param name="elements">How many alarms, constants and pairs of parentheses that group the rule has, each as often as it occurs.</param>
    /// <exception cref="SyntaxException">The rule is wrong.</exception>
    public static AlarmRule Parse(string rule, out int elements)
    {
        var parser = new AlarmRuleParser(rule);
        var result = parser.Or();
        parser._tokens.Expect(AlarmRuleToken.End);
        elements = parser._elements;
        return result;
    }

    // or := and { "OR" and }
    AlarmRule Or()
    {
        var left = And();
        while (TryTakeWord("OR"))
        {
            var right = And();
            left = new AlarmRule.Or(left, right) { Span = left.Span.To(right.Span) };
        }

        return left;
    }

    // and := not { "AND" not }
    AlarmRule And()
    {
        var left = Not();
        while (TryTakeWord("AND"))
        {
            var right = Not();
            left = new AlarmRule.And(left, right) { Span = left.Span.To(right.Span) };
        }

        return left;
    }

    // not := [ "NOT" ] primary
    AlarmRule Not()
    {
        var start = _tokens.Peek.Span;
        if (!TryTakeWord("NOT"))
        {
            return Primary();
        }

        using var level = _tokens.Nest();
        var operand = Not();
        return new AlarmRule.Not(operand) { Span = start.To(operand.Span) };
    }

    // primary := "TRUE" | "FALSE" | "(" or ")" | state "(" alarm ")" | atLeast; AWS's page writes the constants in small letters, too
    AlarmRule Primary()
    {
        using var level = _tokens.Nest();
        if (_tokens.TryTake(AlarmRuleToken.OpenParenthesis))
        {
            _elements++;
            var inner = Or();
            _tokens.Expect(AlarmRuleToken.CloseParenthesis);
            return inner;
        }

        var word = _tokens.Expect(AlarmRuleToken.Word);
        switch (word.Text)
        {
            case "TRUE" or "FALSE" or "true" or "false":
                _elements++;
                return new AlarmRule.Literal(word.Text is "TRUE" or "true") { Span = word.Span };
            case "AT_LEAST":
                return AtLeast(word);
            default:
                var state = State(word);
                _tokens.Expect(AlarmRuleToken.OpenParenthesis);
                var alarm = Alarm();
                var end = _tokens.Expect(AlarmRuleToken.CloseParenthesis);
                return new AlarmRule.InState(state, alarm) { Span = word.Span.To(end.Span) };
        }
    }

    // atLeast := "AT_LEAST" "(" number ["%"] "," ["NOT"] state "," "(" alarm { "," alarm } ")" ")"
    AlarmRule.AtLeast AtLeast(Token<AlarmRuleToken> start)
    {
        _tokens.Expect(AlarmRuleToken.OpenParenthesis);
        var count = Count(_tokens.Expect(AlarmRuleToken.Word));
        var isPercent = _tokens.TryTake(AlarmRuleToken.Percent);
        _tokens.Expect(AlarmRuleToken.Comma);
        var negated = TryTakeWord("NOT");
        var state = State(_tokens.Expect(AlarmRuleToken.Word));
        _tokens.Expect(AlarmRuleToken.Comma);
        _tokens.Expect(AlarmRuleToken.OpenParenthesis);
        var alarms = new List<string>();
        do
        {
            alarms.Add(Alarm());
        } while (_tokens.TryTake(AlarmRuleToken.Comma));

        _tokens.Expect(AlarmRuleToken.CloseParenthesis);
        var end = _tokens.Expect(AlarmRuleToken.CloseParenthesis);
        return new AlarmRule.AtLeast(count, isPercent, negated, state, alarms) { Span = start.Span.To(end.Span) };
    }

    /// <summary>An alarm's name or ARN, in quotes or, when it has no blank, bracket or comma, as it is.</summary>
    string Alarm()
    {
        _elements++;
        return _tokens.TryTake(AlarmRuleToken.Quoted, out var quoted)
            ? quoted.Text
            : _tokens.Expect(AlarmRuleToken.Word).Text;
    }

    static string State(Token<AlarmRuleToken> word) =>
        word.Text is "ALARM" or "OK" or "INSUFFICIENT_DATA" ? word.Text : throw Unsupported(word);

    static int Count(Token<AlarmRuleToken> word) =>
        int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count is >= 1 and <= 1000
            ? count
            : throw Unsupported(word);

    bool TryTakeWord(string text)
    {
        if (_tokens.Peek is not { Kind: AlarmRuleToken.Word } word || word.Text != text)
        {
            return false;
        }

        _tokens.Take();
        return true;
    }

    static SyntaxException Unsupported(Token<AlarmRuleToken> token) =>
        new($"Unsupported token '{token.Text}'", token.Span);
}
