using System.Globalization;
using Emulator.Languages.Text;

namespace Emulator.Languages.MetricMath;

/// <summary>Parses metric math, one method per rule of the grammar.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html"/></remarks>
internal sealed class MetricMathParser
{
    static readonly MetricMathToken[] Comparisons =
    [
        MetricMathToken.Equal,
        MetricMathToken.NotEqual,
        MetricMathToken.LessOrEqual,
        MetricMathToken.GreaterOrEqual,
        MetricMathToken.Less,
        MetricMathToken.Greater,
    ];

    readonly TokenReader<MetricMathToken> _reader;

    MetricMathParser(string source) => _reader = new(MetricMathLexer.Tokenize(source), MetricMathLexer.Display);

    /// <exception cref="SyntaxException">The source is not an expression.</exception>
    public static MetricMathSyntax Parse(string source)
    {
        var parser = new MetricMathParser(source);
        var expression = parser.Expression();
        parser._reader.Expect(MetricMathToken.End);
        return expression;
    }

    // expr := or
    MetricMathSyntax Expression()
    {
        using var nesting = _reader.Nest();
        return Or();
    }

    // or := and { ("OR" | "||") and }
    MetricMathSyntax Or() => Chain(And, MetricMathToken.Or);

    // and := cmp { ("AND" | "&&") cmp }
    MetricMathSyntax And() => Chain(Comparison, MetricMathToken.And);

    // cmp := add [ ("==" | "!=" | "<=" | ">=" | "<" | ">") add ]
    MetricMathSyntax Comparison()
    {
        var left = Sum();
        return TryTakeAny(Comparisons, out var token) ? Binary(token, left, Sum()) : left;
    }

    // add := mul { ("+" | "-") mul }
    MetricMathSyntax Sum() => Chain(Product, MetricMathToken.Plus, MetricMathToken.Minus);

    // mul := pow { ("*" | "/") pow }
    MetricMathSyntax Product() => Chain(Power, MetricMathToken.Times, MetricMathToken.Divide);

    // pow := unary [ "^" pow ]
    MetricMathSyntax Power()
    {
        var left = Unary();
        if (!_reader.TryTake(MetricMathToken.Power))
        {
            return left;
        }

        using var nesting = _reader.Nest();
        return Binary(MetricMathToken.Power, left, Power());
    }

    // unary := "-" unary | atom
    MetricMathSyntax Unary()
    {
        if (!_reader.TryTake(MetricMathToken.Minus, out var minus))
        {
            return Atom();
        }

        using var nesting = _reader.Nest();
        var operand = Unary();
        return new NegateSyntax(operand, minus.Span.To(operand.Span));
    }

    // atom := NUMBER | ID | STRING | func | array | "(" expr ")"
    MetricMathSyntax Atom()
    {
        if (_reader.TryTake(MetricMathToken.Number, out var number))
        {
            return Number(number);
        }

        if (_reader.TryTake(MetricMathToken.String, out var text))
        {
            return new StringSyntax(text.Text[1..^1], text.Text[0], text.Span);
        }

        if (_reader.TryTake(MetricMathToken.Id, out var name) || _reader.TryTake(MetricMathToken.Name, out name))
        {
            return NameOrCall(name);
        }

        if (_reader.TryTake(MetricMathToken.OpenBracket, out var open))
        {
            var elements = List();
            return new ArraySyntax(elements, open.Span.To(_reader.Expect(MetricMathToken.CloseBracket).Span));
        }

        if (!_reader.TryTake(MetricMathToken.OpenParenthesis))
        {
            throw _reader.Unexpected();
        }

        var expression = Expression();
        _reader.Expect(MetricMathToken.CloseParenthesis);
        return expression;
    }

    // func := NAME "(" [ arg { "," arg } ] ")"      arg := expr | KEYWORD
    MetricMathSyntax NameOrCall(Token<MetricMathToken> name)
    {
        if (_reader.Peek.Kind != MetricMathToken.OpenParenthesis)
        {
            return name.Kind == MetricMathToken.Id
                ? new IdSyntax(name.Text, name.Span)
                : new KeywordSyntax(name.Text, name.Span);
        }

        _reader.Take();
        var arguments = _reader.At(MetricMathToken.CloseParenthesis) ? [] : List();
        var close = _reader.Expect(MetricMathToken.CloseParenthesis);
        return new CallSyntax(name.Text, arguments, name.Span, name.Span.To(close.Span));
    }

    // list := expr { "," expr }
    List<MetricMathSyntax> List()
    {
        List<MetricMathSyntax> items = [Expression()];
        while (_reader.TryTake(MetricMathToken.Comma))
        {
            items.Add(Expression());
        }

        return items;
    }

    static NumberSyntax Number(Token<MetricMathToken> token)
    {
        var value = double.Parse(token.Text, CultureInfo.InvariantCulture);
        return double.IsFinite(value)
            ? new NumberSyntax(value, token.Span)
            : throw MetricMathErrors.NumberTooLarge(token);
    }

    /// <summary>Operands joined from left to right by any of the operators.</summary>
    MetricMathSyntax Chain(Func<MetricMathSyntax> operand, params ReadOnlySpan<MetricMathToken> operators)
    {
        var left = operand();
        while (TryTakeAny(operators, out var token))
        {
            left = Binary(token, left, operand());
        }

        return left;
    }

    bool TryTakeAny(ReadOnlySpan<MetricMathToken> operators, out MetricMathToken token)
    {
        token = _reader.Peek.Kind;
        foreach (var kind in operators)
        {
            if (_reader.TryTake(kind))
            {
                return true;
            }
        }

        return false;
    }

    static BinarySyntax Binary(MetricMathToken token, MetricMathSyntax left, MetricMathSyntax right) =>
        new(BinaryOperator.Of(token), left, right, left.Span.To(right.Span));
}
