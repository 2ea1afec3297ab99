using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>Parses the expressions of a query, one method per rule of the grammar.</summary>
/// <param name="subquery">Parses what stands in the parentheses of <c>in (SOURCE …)</c>.</param>
internal sealed class ExpressionParser(TokenReader<InsightsToken> reader, Func<QuerySyntax> subquery)
{
    /// <summary>How many operators a query may have: each is a step deeper for whoever walks the tree.</summary>
    const int MaxOperators = 1000;

    static readonly (InsightsToken Token, BinaryOperator Operator)[] Comparisons =
    [
        (InsightsToken.Equal, BinaryOperator.Equal),
        (InsightsToken.NotEqual, BinaryOperator.NotEqual),
        (InsightsToken.Less, BinaryOperator.Less),
        (InsightsToken.LessOrEqual, BinaryOperator.LessOrEqual),
        (InsightsToken.Greater, BinaryOperator.Greater),
        (InsightsToken.GreaterOrEqual, BinaryOperator.GreaterOrEqual),
    ];

    static readonly (InsightsToken Token, BinaryOperator Operator)[] Sums =
    [
        (InsightsToken.Plus, BinaryOperator.Add),
        (InsightsToken.Minus, BinaryOperator.Subtract),
    ];

    static readonly (InsightsToken Token, BinaryOperator Operator)[] Products =
    [
        (InsightsToken.Times, BinaryOperator.Multiply),
        (InsightsToken.Over, BinaryOperator.Divide),
        (InsightsToken.Modulo, BinaryOperator.Modulo),
    ];

    int _operators;

    // expr := and {or and}
    public Expression Expression()
    {
        using var nesting = reader.Nest();
        return Chain([(InsightsToken.Or, BinaryOperator.Or)], And);
    }

    // and := not {and not}
    Expression And() => Chain([(InsightsToken.And, BinaryOperator.And)], Not);

    // not := ["not" | "!"] cmp
    Expression Not()
    {
        var start = reader.Peek.Span;
        if (!reader.TryTake(InsightsToken.Not) && !reader.TryTake(InsightsToken.Exclamation))
        {
            return Comparison();
        }

        using var nesting = reader.Nest();
        var operand = Not();
        return new NotExpression(operand, start.To(operand.Span));
    }

    // cmp := sum [("=" | "!=" | "<" | "<=" | ">" | ">=") sum | "=~" (regex | string) | ["not"] (like (string | regex) | in set)]
    Expression Comparison()
    {
        var left = Sum();
        foreach (var (token, @operator) in Comparisons)
        {
            if (reader.TryTake(token))
            {
                return new BinaryExpression(Counted(@operator), left, Sum());
            }
        }

        if (reader.TryTake(InsightsToken.Matches))
        {
            var pattern = reader.At(InsightsToken.Regex)
                ? RegexOf(reader.Take())
                : RegexOf(reader.Expect(InsightsToken.Text));
            return new LikeExpression(left, pattern, IsNegated: false);
        }

        var isNegated = reader.TryTake(InsightsToken.Not);
        if (reader.TryTake(InsightsToken.Like))
        {
            return new LikeExpression(left, LikePattern(), isNegated);
        }

        if (reader.TryTake(InsightsToken.In))
        {
            return Set(left, isNegated);
        }

        return isNegated ? throw reader.Unexpected() : left;
    }

    Expression LikePattern() =>
        reader.TryTake(InsightsToken.Text, out var text)
            ? new TextLiteral(TextOf(text), text.Span)
            : RegexOf(reader.Expect(InsightsToken.Regex));

    // set := list | field | "(" subquery ")"
    Expression Set(Expression subject, bool isNegated)
    {
        if (reader.At(InsightsToken.OpenBracket))
        {
            var values = List();
            return new InExpression(subject, values, isNegated, subject.Span);
        }

        if (reader.At(InsightsToken.Field))
        {
            return new InListExpression(subject, Field(), isNegated);
        }

        reader.Expect(InsightsToken.OpenParenthesis);
        if (!reader.Peek.Text.Equals("SOURCE", StringComparison.OrdinalIgnoreCase))
        {
            throw InsightsErrors.Expected("a subquery", reader.Peek);
        }

        using var nesting = reader.Nest();
        var query = subquery();
        var end = reader.Expect(InsightsToken.CloseParenthesis);
        return new InQueryExpression(subject, query, isNegated, subject.Span.To(end.Span));
    }

    // list := "[" [literal {"," literal}] "]"
    public List<Expression> List()
    {
        reader.Expect(InsightsToken.OpenBracket);
        List<Expression> values = [];
        while (!reader.At(InsightsToken.CloseBracket))
        {
            if (values.Count > 0)
            {
                reader.Expect(InsightsToken.Comma);
            }

            values.Add(Literal());
        }

        reader.Take();
        return values;
    }

    // literal := string | ["-"] number | true | false
    public Expression Literal()
    {
        var start = reader.Peek.Span;
        if (reader.TryTake(InsightsToken.Text, out var text))
        {
            return new TextLiteral(TextOf(text), text.Span);
        }

        if (reader.Peek.Kind == InsightsToken.Field && AsBoolean(reader.Peek) is { } boolean)
        {
            reader.Take();
            return boolean;
        }

        var isNegative = reader.TryTake(InsightsToken.Minus);
        var number = reader.Expect(InsightsToken.Number);
        var literal = new NumberLiteral(number.Text, number.Span);
        return isNegative ? new MinusExpression(literal, start.To(number.Span)) : literal;
    }

    // sum := product {("+" | "-") product}
    Expression Sum() => Chain(Sums, Product);

    // product := power {("*" | "/" | "%") power}
    Expression Product() => Chain(Products, Power);

    // power := unary ["^" power]
    Expression Power()
    {
        var left = Unary();
        if (!reader.TryTake(InsightsToken.Power))
        {
            return left;
        }

        using var nesting = reader.Nest();
        return new BinaryExpression(Counted(BinaryOperator.Power), left, Power());
    }

    // unary := ["-"] primary
    Expression Unary()
    {
        var start = reader.Peek.Span;
        if (!reader.TryTake(InsightsToken.Minus))
        {
            return Primary();
        }

        using var nesting = reader.Nest();
        var operand = Unary();
        return new MinusExpression(operand, start.To(operand.Span));
    }

    // primary := literal | period | regex | call | field | "(" expr ")"
    Expression Primary()
    {
        var token = reader.Peek;
        if (reader.TryTake(InsightsToken.OpenParenthesis))
        {
            var inner = Expression();
            reader.Expect(InsightsToken.CloseParenthesis);
            return inner;
        }

        if (reader.TryTake(InsightsToken.Number))
        {
            return new NumberLiteral(token.Text, token.Span);
        }

        if (reader.TryTake(InsightsToken.Text))
        {
            return new TextLiteral(TextOf(token), token.Span);
        }

        if (reader.TryTake(InsightsToken.Period))
        {
            return PeriodOf(token);
        }

        if (reader.TryTake(InsightsToken.Regex))
        {
            return RegexOf(token);
        }

        if (!reader.At(InsightsToken.Field))
        {
            throw reader.Unexpected();
        }

        if (reader.PeekSecond.Kind == InsightsToken.OpenParenthesis)
        {
            return Call();
        }

        if (AsBoolean(token) is { } boolean)
        {
            reader.Take();
            return boolean;
        }

        return Field();
    }

    // call := name "(" ["*" | expr {"," expr}] ")"
    CallExpression Call()
    {
        var name = reader.Take();
        reader.Expect(InsightsToken.OpenParenthesis);
        var hasAsterisk = reader.TryTake(InsightsToken.Times);
        List<Expression> arguments = [];
        while (!hasAsterisk && !reader.At(InsightsToken.CloseParenthesis))
        {
            if (arguments.Count > 0)
            {
                reader.Expect(InsightsToken.Comma);
            }

            arguments.Add(Expression());
        }

        var end = reader.Expect(InsightsToken.CloseParenthesis);
        return new(name.Text, arguments, hasAsterisk, name.Span.To(end.Span));
    }

    // field := path {"[" integer "]" ["." path]}
    public FieldExpression Field()
    {
        var token = reader.Expect(InsightsToken.Field);
        var span = token.Span;
        List<string> steps = [.. StepsOf(token.Text)];
        while (reader.TryTake(InsightsToken.OpenBracket))
        {
            var index = reader.Expect(InsightsToken.Number);
            if (!index.Text.All(char.IsAsciiDigit))
            {
                throw InsightsErrors.NoField(index.Span);
            }

            steps.Add(index.Text);
            span = span.To(reader.Expect(InsightsToken.CloseBracket).Span);
            if (reader.TryTake(InsightsToken.PathTail, out var tail))
            {
                steps.AddRange(StepsOf(tail.Text[1..]));
                span = span.To(tail.Span);
            }
        }

        return new(steps, span);
    }

    public static string TextOf(Token<InsightsToken> token) => QuotedText.Unescape(token.Text[1..^1]);

    public static string TextOf(Expression literal) => literal is TextLiteral text ? text.Text : literal.ToString();

    /// <summary>A regular expression between slashes, or in a string.</summary>
    public static RegexLiteral RegexOf(Token<InsightsToken> token) =>
        new(
            token.Kind == InsightsToken.Regex
                ? token.Text[1..^1].Replace(@"\/", "/", StringComparison.Ordinal)
                : TextOf(token),
            token.Span
        );

    /// <exception cref="SyntaxException">It counts none.</exception>
    public static PeriodLiteral PeriodOf(Token<InsightsToken> token) =>
        Period.TryParse(token.Text, out var period) && period.Count > 0
            ? new(period, token.Span)
            : throw InsightsErrors.InvalidPeriod(token.Span);

    static BooleanLiteral? AsBoolean(Token<InsightsToken> token) =>
        token.Text.Equals("true", StringComparison.OrdinalIgnoreCase) ? new(true, token.Span)
        : token.Text.Equals("false", StringComparison.OrdinalIgnoreCase) ? new(false, token.Span)
        : null;

    /// <summary>Splits a path at the dots that are not in backticks.</summary>
    static IEnumerable<string> StepsOf(string path)
    {
        for (var start = 0; start < path.Length; )
        {
            var isQuoted = path[start] == '`';
            var end = isQuoted ? path.IndexOf('`', start + 1) : path.IndexOf('.', start);
            end = end < 0 ? path.Length : end;
            yield return isQuoted ? path[(start + 1)..end] : path[start..end];
            start = end + (isQuoted ? 2 : 1);
        }
    }

    Expression Chain((InsightsToken Token, BinaryOperator Operator)[] operators, Func<Expression> operand)
    {
        var left = operand();
        while (true)
        {
            var taken = Array.FindIndex(operators, one => reader.TryTake(one.Token));
            if (taken < 0)
            {
                return left;
            }

            left = new BinaryExpression(Counted(operators[taken].Operator), left, operand());
        }
    }

    BinaryOperator Counted(BinaryOperator @operator) =>
        ++_operators <= MaxOperators
            ? @operator
            : throw InsightsErrors.TooMany("operators", MaxOperators, reader.Peek.Span);
}
