using Emulator.Languages.Text;

namespace Emulator.Languages.AlarmRules;

/// <summary>The tokens of an alarm rule.</summary>
enum AlarmRuleToken
{
    End,
    Word,
    Quoted,
    Percent,
    Comma,
    OpenParenthesis,
    CloseParenthesis,
}

/// <summary>Splits an alarm rule into tokens.</summary>
static class AlarmRuleLexer
{
    public static string Display(AlarmRuleToken kind) =>
        kind switch
        {
            AlarmRuleToken.End => "the end of the rule",
            AlarmRuleToken.Word => "a word",
            AlarmRuleToken.Quoted => "a quoted alarm name",
            AlarmRuleToken.Percent => "'%'",
            AlarmRuleToken.Comma => "','",
            AlarmRuleToken.OpenParenthesis => "'('",
            _ => "')'",
        };

    public static IReadOnlyList<Token<AlarmRuleToken>> Read(string rule)
    {
        var tokens = new List<Token<AlarmRuleToken>>();
        var cursor = new Cursor(rule);
        while (true)
        {
            cursor.SkipWhiteSpace();
            var start = cursor.Position;
            var kind = Next(cursor, out var text);
            tokens.Add(new Token<AlarmRuleToken>(kind, text ?? cursor.TextFrom(start), cursor.SpanFrom(start)));
            if (kind == AlarmRuleToken.End)
            {
                return tokens;
            }
        }
    }

    static AlarmRuleToken Next(Cursor cursor, out string? text)
    {
        text = null;
        if (cursor.AtEnd)
        {
            return AlarmRuleToken.End;
        }

        switch (cursor.Current)
        {
            case '(':
                cursor.Position++;
                return AlarmRuleToken.OpenParenthesis;
            case ')':
                cursor.Position++;
                return AlarmRuleToken.CloseParenthesis;
            case ',':
                cursor.Position++;
                return AlarmRuleToken.Comma;
            case '%':
                cursor.Position++;
                return AlarmRuleToken.Percent;
            case '"':
                text = Quoted(cursor);
                return AlarmRuleToken.Quoted;
            default:
                cursor.TakeWhile(c => !char.IsWhiteSpace(c) && c is not ('(' or ')' or ',' or '%' or '"'));
                return AlarmRuleToken.Word;
        }
    }

    /// <summary>A name in double quotes; <c>\"</c> stands for a quote in it.</summary>
    static string Quoted(Cursor cursor)
    {
        var start = cursor.Position++;
        var name = new System.Text.StringBuilder();
        while (cursor.Current != '"')
        {
            if (cursor.AtEnd)
            {
                throw new SyntaxException("The quotation mark is not closed", cursor.SpanFrom(start));
            }

            if (cursor.Current == '\\' && cursor.PeekAt(1) == '"')
            {
                cursor.Position++;
            }

            name.Append(cursor.Current);
            cursor.Position++;
        }

        cursor.Position++;
        return name.ToString();
    }
}
