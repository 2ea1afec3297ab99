using Emulator.Languages.Text;

namespace Emulator.Languages.MetricsSql;

/// <summary>Parses a Metrics Insights query, one method per rule of the grammar.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-metrics-insights-querylanguage.html"/>
/// </remarks>
internal sealed class MetricsSqlParser
{
    readonly TokenReader<MetricsSqlToken> _reader;

    MetricsSqlParser(string source) => _reader = new(MetricsSqlLexer.Tokenize(source), MetricsSqlLexer.Display);

    /// <exception cref="SyntaxException">The source is not a query.</exception>
    public static QuerySyntax Parse(string source) => new MetricsSqlParser(source).Query();

    // query := SELECT fn "(" name ")" FROM src [WHERE cond {AND cond}] [GROUP BY key {"," key}] [order] [limit]
    QuerySyntax Query()
    {
        _reader.Expect(MetricsSqlToken.Select);
        var function = Function();
        _reader.Expect(MetricsSqlToken.OpenParenthesis);
        var metric = Name();
        ExpectAfterName(MetricsSqlToken.CloseParenthesis);
        _reader.Expect(MetricsSqlToken.From);
        var query = new QuerySyntax(function, metric, Source(), Conditions(), Groups(), Order(), Limit());
        _reader.Expect(MetricsSqlToken.End);
        return query;
    }

    // fn := AVG | COUNT | MAX | MIN | SUM
    MetricsSqlFunction Function()
    {
        var name = _reader.Expect(MetricsSqlToken.Name);
        return name.Text.ToUpperInvariant() switch
        {
            "AVG" => MetricsSqlFunction.Avg,
            "COUNT" => MetricsSqlFunction.Count,
            "MAX" => MetricsSqlFunction.Max,
            "MIN" => MetricsSqlFunction.Min,
            "SUM" => MetricsSqlFunction.Sum,
            _ => throw MetricsSqlErrors.Expected("AVG, COUNT, MAX, MIN or SUM", name),
        };
    }

    // src := name | SCHEMA "(" name {"," name} ")"
    SourceSyntax Source()
    {
        if (!_reader.TryTake(MetricsSqlToken.Schema))
        {
            return new(Name(), Dimensions: null);
        }

        _reader.Expect(MetricsSqlToken.OpenParenthesis);
        var @namespace = Name();
        List<NameSyntax> dimensions = [];
        while (_reader.TryTake(MetricsSqlToken.Comma))
        {
            dimensions.Add(Name());
        }

        ExpectAfterName(MetricsSqlToken.CloseParenthesis);
        return new(@namespace, dimensions);
    }

    // [WHERE cond {AND cond}]
    List<ConditionSyntax> Conditions()
    {
        List<ConditionSyntax> conditions = [];
        if (_reader.TryTake(MetricsSqlToken.Where))
        {
            do
            {
                conditions.Add(Condition());
            } while (_reader.TryTake(MetricsSqlToken.And));
        }

        return conditions;
    }

    // cond := key ("=" | "!=") (value | CURRENT_ACCOUNT_ID "(" ")")
    ConditionSyntax Condition()
    {
        var key = Key();
        var isEqual = _reader.TryTake(MetricsSqlToken.Equal);
        if (!isEqual)
        {
            _reader.Expect(MetricsSqlToken.NotEqual);
        }

        var value = ConditionValue(key);
        return new(key, isEqual, value, key.Span);
    }

    string? ConditionValue(KeySyntax key)
    {
        if (_reader.TryTake(MetricsSqlToken.Value, out var value))
        {
            return QuotedText.Unescape(value.Text[1..^1]);
        }

        // Only the account may be compared with something that is not in quotes.
        if (key.Kind != KeyKind.AccountId || !_reader.TryTake(MetricsSqlToken.Name, out var bare))
        {
            throw _reader.Unexpected();
        }

        if (bare.Text.All(char.IsAsciiDigit))
        {
            return bare.Text;
        }

        if (!bare.Text.Equals("CURRENT_ACCOUNT_ID", StringComparison.OrdinalIgnoreCase))
        {
            throw MetricsSqlErrors.Expected("an account", bare);
        }

        _reader.Expect(MetricsSqlToken.OpenParenthesis);
        _reader.Expect(MetricsSqlToken.CloseParenthesis);
        return null;
    }

    // [GROUP BY key {"," key}]
    List<KeySyntax> Groups()
    {
        List<KeySyntax> keys = [];
        if (_reader.TryTake(MetricsSqlToken.Group))
        {
            _reader.Expect(MetricsSqlToken.By);
            do
            {
                keys.Add(Key());
            } while (_reader.TryTake(MetricsSqlToken.Comma));
        }

        return keys;
    }

    // key := name | "tag" "." name | "AWS" "." "AccountId"
    KeySyntax Key()
    {
        var prefix = _reader.Peek;
        if (prefix.Kind != MetricsSqlToken.Name || _reader.PeekSecond.Kind != MetricsSqlToken.Dot)
        {
            var dimension = Name();
            return new(KeyKind.Dimension, dimension, dimension.Span);
        }

        if (prefix.Text.Equals("tag", StringComparison.OrdinalIgnoreCase))
        {
            _reader.Take();
            _reader.Take();
            var tag = Name();
            return new(KeyKind.Tag, tag, prefix.Span.To(tag.Span));
        }

        if (!prefix.Text.Equals("AWS", StringComparison.OrdinalIgnoreCase))
        {
            throw MetricsSqlErrors.UnexpectedCharacter('.', prefix.Span.End);
        }

        _reader.Take();
        _reader.Take();
        var account = _reader.Expect(MetricsSqlToken.Name);
        return account.Text.Equals("AccountId", StringComparison.OrdinalIgnoreCase)
            ? new(KeyKind.AccountId, Name: null, prefix.Span.To(account.Span))
            : throw MetricsSqlErrors.UnknownKey($"AWS.{account.Text}", prefix.Span.To(account.Span));
    }

    // [ORDER BY fn "(" ")" [ASC | DESC]]
    OrderSyntax? Order()
    {
        if (!_reader.TryTake(MetricsSqlToken.Order))
        {
            return null;
        }

        _reader.Expect(MetricsSqlToken.By);
        var function = Function();
        _reader.Expect(MetricsSqlToken.OpenParenthesis);
        _reader.Expect(MetricsSqlToken.CloseParenthesis);
        var isDescending = _reader.TryTake(MetricsSqlToken.Desc);
        if (!isDescending)
        {
            _reader.TryTake(MetricsSqlToken.Asc);
        }

        return new(function, isDescending);
    }

    // [LIMIT int]
    LimitSyntax? Limit()
    {
        if (!_reader.TryTake(MetricsSqlToken.Limit))
        {
            return null;
        }

        var limit = _reader.Expect(MetricsSqlToken.Name);
        return limit.Text.All(char.IsAsciiDigit)
            ? new(limit.Text, limit.Span)
            : throw MetricsSqlErrors.Expected("a number", limit);
    }

    // name := bare, unless it is a reserved word | "…"
    NameSyntax Name()
    {
        if (_reader.TryTake(MetricsSqlToken.QuotedName, out var quoted))
        {
            return new(QuotedText.Unescape(quoted.Text[1..^1]), quoted.Span);
        }

        var bare = _reader.Peek;
        if (bare.Kind >= MetricsSqlToken.Select || ReservedWords.Contains(bare.Text))
        {
            throw MetricsSqlErrors.ReservedWord(bare);
        }

        _reader.Expect(MetricsSqlToken.Name);
        return new(bare.Text, bare.Span);
    }

    /// <summary>Takes the token that has to follow a name, and explains names that should have had quotes.</summary>
    void ExpectAfterName(MetricsSqlToken kind)
    {
        if (_reader.Peek.Kind == MetricsSqlToken.Dot)
        {
            throw MetricsSqlErrors.UnexpectedCharacter('.', _reader.Peek.Span.Start);
        }

        _reader.Expect(kind);
    }
}
