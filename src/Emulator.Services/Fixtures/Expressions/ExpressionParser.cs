using System.Globalization;
using Emulator.Languages.Text;
using Emulator.Services.Fixtures.Documents;

namespace Emulator.Services.Fixtures.Expressions;

/// <summary>Reads an expression and compiles it. docs/fixtures.md describes the language.</summary>
sealed class ExpressionParser
{
    static readonly string[][] Levels =
    [
        ["||"],
        ["&&"],
        ["==", "!=", "<", "<=", ">", ">="],
        ["+", "-"],
        ["*", "/", "%"],
    ];

    readonly TokenReader<ExpressionToken> _tokens;
    readonly Symbols _symbols;

    ExpressionParser(string text, Symbols symbols)
    {
        _tokens = new TokenReader<ExpressionToken>(ExpressionLexer.Read(text), ExpressionLexer.Display);
        _symbols = symbols;
    }

    /// <summary>Compiles an expression in a string, or a number.</summary>
    /// <exception cref="FixtureException">It is wrong, or uses a name that does not exist.</exception>
    public static Evaluation Compile(FixtureNode node, Symbols symbols)
    {
        if (node.Kind is FixtureNodeKind.Number or FixtureNodeKind.Boolean)
        {
            var constant = Worlds.TableRow.Constant(node);
            return _ => constant;
        }

        return Compile(node.RequireText(), node, symbols);
    }

    /// <param name="text">The expression.</param>
    /// <param name="node">Where it stands.</param>
    /// <inheritdoc cref="Compile(FixtureNode, Symbols)"/>
    public static Evaluation Compile(string text, FixtureNode node, Symbols symbols)
    {
        try
        {
            var parser = new ExpressionParser(text, symbols);
            var result = parser.Conditional();
            parser._tokens.Expect(ExpressionToken.End);
            return result;
        }
        catch (SyntaxException error)
        {
            throw node.Error($"{error.Message}, at character {error.Span.Start + 1} of '{text}'.");
        }
    }

    // conditional := binary [ "?" conditional ":" conditional ]
    Evaluation Conditional()
    {
        using var level = _tokens.Nest();
        var condition = Binary(0);
        if (!TryTake("?"))
        {
            return condition;
        }

        var then = Conditional();
        Expect(":");
        var otherwise = Conditional();
        return frame => condition(frame).IsTrue ? then(frame) : otherwise(frame);
    }

    // binary(n) := binary(n + 1) { operator of level n binary(n + 1) }; unary above the last level
    Evaluation Binary(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Binary(level + 1);
        while (TryTakeAny(Levels[level]) is { } symbol)
        {
            left = Operators.Combine(symbol, left, Binary(level + 1));
        }

        return left;
    }

    // unary := [ "-" | "!" ] power
    Evaluation Unary()
    {
        if (TryTake("-"))
        {
            var operand = Unary();
            return frame => Value.Of(-operand(frame).Number);
        }

        if (TryTake("!"))
        {
            var operand = Unary();
            return frame => Value.Of(!operand(frame).IsTrue);
        }

        return Power();
    }

    // power := primary [ "^" digit ]: a product, so that every machine gets the same bits
    Evaluation Power()
    {
        var operand = Primary();
        if (!TryTake("^"))
        {
            return operand;
        }

        var exponent = Number(_tokens.Expect(ExpressionToken.Number));
        return frame =>
        {
            var factor = operand(frame).Number;
            var product = 1.0;
            for (var i = 0; i < exponent; i++)
            {
                product *= factor;
            }

            return Value.Of(product);
        };
    }

    // primary := number | text | "(" conditional ")" | name "(" arguments ")" | name { "." name }
    Evaluation Primary()
    {
        if (_tokens.TryTake(ExpressionToken.Number, out var number))
        {
            var constant = Value.Of(Number(number));
            return _ => constant;
        }

        if (_tokens.TryTake(ExpressionToken.Text, out var text))
        {
            var constant = Value.Of(text.Text);
            return _ => constant;
        }

        if (TryTake("("))
        {
            var inner = Conditional();
            Expect(")");
            return inner;
        }

        var name = _tokens.Expect(ExpressionToken.Name);
        return TryTake("(") ? Call(name) : Fields(Variable(name));
    }

    Evaluation Call(Token<ExpressionToken> name)
    {
        var arguments = new List<Evaluation>();
        while (!TryTake(")"))
        {
            if (arguments.Count > 0)
            {
                Expect(",");
            }

            arguments.Add(Conditional());
        }

        return Fields(Functions.Bind(name, arguments, _symbols));
    }

    Evaluation Variable(Token<ExpressionToken> name)
    {
        var path = name.Text;
        if (_symbols.HasGroup(path) && _tokens.Peek.Text == ".")
        {
            Expect(".");
            path = $"{path}.{_tokens.Expect(ExpressionToken.Name).Text}";
        }

        if (_symbols.Find(path) is { } slot)
        {
            return frame => frame.Slots[slot];
        }

        return Constant(path) is { } constant
            ? _ => constant
            : throw new SyntaxException($"There is no '{path}'; there are {_symbols.Known}", name.Span);
    }

    Value? Constant(string name) =>
        name switch
        {
            "none" => Value.None,
            "true" => Value.Of(true),
            "false" => Value.Of(false),
            "account" => Value.Of(_symbols.World.Account),
            "anchor" => Value.Of(_symbols.World.Anchor.ToUnixTimeMilliseconds()),
            "start" => Value.Of(_symbols.World.Start.ToUnixTimeMilliseconds()),
            _ when _symbols.World.Parameters.TryGetValue(name, out var parameter) => parameter,
            _ when _symbols.World.Tables.TryGetValue(name, out var table) => Value.Of(table),
            _ => null,
        };

    Evaluation Fields(Evaluation of)
    {
        while (TryTake("."))
        {
            var (row, column) = (of, _tokens.Expect(ExpressionToken.Name).Text);
            of = frame =>
                row(frame).Row?.Find(column) ?? throw new FixtureException($"'{column}' is asked of what is no row.");
        }

        return of;
    }

    static double Number(Token<ExpressionToken> token) =>
        double.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new SyntaxException($"'{token.Text}' is no number", token.Span);

    string? TryTakeAny(string[] symbols) => Array.Find(symbols, TryTake);

    bool TryTake(string symbol)
    {
        if (_tokens.Peek is not { Kind: ExpressionToken.Operator } token || token.Text != symbol)
        {
            return false;
        }

        _tokens.Take();
        return true;
    }

    void Expect(string symbol)
    {
        if (!TryTake(symbol))
        {
            throw new SyntaxException($"Expected '{symbol}' but found '{_tokens.Peek.Text}'", _tokens.Peek.Span);
        }
    }
}
