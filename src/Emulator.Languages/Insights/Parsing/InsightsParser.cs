using System.Globalization;
using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>Parses a Logs Insights query, one method per rule of the grammar.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html"/></remarks>
internal sealed class InsightsParser
{
    readonly string _source;
    readonly TokenReader<InsightsToken> _reader;
    readonly ExpressionParser _expressions;
    readonly SourceParser _sources;

    InsightsParser(string source)
    {
        _source = source;
        _reader = new(InsightsLexer.Tokenize(source), InsightsLexer.Display);
        _expressions = new ExpressionParser(_reader, Subquery);
        _sources = new SourceParser(_reader, _expressions);
    }

    /// <exception cref="SyntaxException">The source is not a query.</exception>
    public static QuerySyntax Parse(string source) => new InsightsParser(source).Query();

    // query := [source "|"] stage {"|" stage}
    QuerySyntax Query()
    {
        var source = AtWord("SOURCE") ? _sources.Source() : null;
        var stages = source is null || _reader.TryTake(InsightsToken.Pipe) ? Stages() : [];
        return _reader.At(InsightsToken.End)
            ? new(source, stages)
            : throw InsightsErrors.WrongPlace(_reader.Peek.Text, _reader.Peek.Span);
    }

    // subquery := source {"|" stage}
    QuerySyntax Subquery() => new(_sources.Source(), _reader.TryTake(InsightsToken.Pipe) ? Stages() : []);

    List<StageSyntax> Stages()
    {
        List<StageSyntax> stages = [];
        do
        {
            stages.Add(Stage(stages.LastOrDefault()));
        } while (_reader.TryTake(InsightsToken.Pipe));

        return stages;
    }

    StageSyntax Stage(StageSyntax? previous)
    {
        var command = _reader.Peek;
        if (command.Kind != InsightsToken.Field)
        {
            throw InsightsErrors.NotACommand(command);
        }

        _reader.Take();
        return command.Text.ToUpperInvariant() switch
        {
            "FIELDS" => new FieldsSyntax(Columns(), IsDisplay: false, command.Span),
            "DISPLAY" => new FieldsSyntax(Columns(), IsDisplay: true, command.Span),
            "FILTER" or "WHERE" => new FilterSyntax(_expressions.Expression(), command.Span),
            "FILTERINDEX" => FilterIndex(command.Span),
            "PARSE" => Parse(command.Span),
            "STATS" => Stats(command.Span),
            "SORT" => new SortSyntax(Separated(SortKey), command.Span),
            "LIMIT" => Limit(command.Span),
            "DEDUP" => new DedupSyntax(Separated(_expressions.Field), command.Span),
            "UNNEST" => Unnest(command.Span),
            "LOOKUP" => Lookup(command.Span),
            "PATTERN" => new PatternSyntax(_expressions.Expression(), command.Span),
            "DIFF" when previous is not PatternSyntax => throw InsightsErrors.DiffWithoutPattern(command.Span),
            var other => throw (
                UnavailableCommands.Contains(other)
                    ? InsightsErrors.CommandNotAvailable(command.Text, command.Span)
                    : InsightsErrors.NotACommand(command)
            ),
        };
    }

    List<ColumnSyntax> Columns() => Separated(Column);

    // column := expr [as field]
    ColumnSyntax Column()
    {
        var start = _reader.Peek.Span.Start;
        var expression = _expressions.Expression();
        var written = _source[start.._reader.TakenEnd];
        return new(expression, _reader.TryTake(InsightsToken.As) ? _expressions.Field() : null, written);
    }

    // filterIndex := idx {and idx}; idx := field ("=" literal | in list)
    FilterIndexSyntax FilterIndex(TextSpan command)
    {
        List<InExpression> conditions = [];
        do
        {
            var field = _expressions.Field();
            var values = _reader.TryTake(InsightsToken.In) ? _expressions.List() : [EqualLiteral()];
            conditions.Add(new(field, values, IsNegated: false, field.Span));
        } while (_reader.TryTake(InsightsToken.And));

        return new(conditions, command);
    }

    Expression EqualLiteral()
    {
        _reader.Expect(InsightsToken.Equal);
        return _expressions.Literal();
    }

    // parse := field (string as field {"," field} | regex | logfmt as field)
    StageSyntax Parse(TextSpan command)
    {
        var field = _expressions.Field();
        if (_reader.TryTake(InsightsToken.Regex, out var regex))
        {
            return new ParseRegexSyntax(field, ExpressionParser.RegexOf(regex), command);
        }

        if (AtWord("logfmt"))
        {
            _reader.Take();
            _reader.Expect(InsightsToken.As);
            return new ParseLogfmtSyntax(field, _expressions.Field(), command);
        }

        var pattern = _reader.Expect(InsightsToken.Text);
        _reader.Expect(InsightsToken.As);
        return new ParseGlobSyntax(
            field,
            new TextLiteral(ExpressionParser.TextOf(pattern), pattern.Span),
            Separated(_expressions.Field),
            command
        );
    }

    // stats := column {"," column} [by column {"," column} [offset period]]
    StatsSyntax Stats(TextSpan command)
    {
        var columns = Columns();
        List<ColumnSyntax> groups = [];
        PeriodLiteral? offset = null;
        if (_reader.TryTake(InsightsToken.By))
        {
            groups = Columns();
            if (AtWord("offset"))
            {
                _reader.Take();
                offset = ExpressionParser.PeriodOf(_reader.Expect(InsightsToken.Period));
            }
        }

        return new(columns, groups, offset, command);
    }

    // key := expr [asc | desc]
    SortKeySyntax SortKey()
    {
        var expression = _expressions.Expression();
        var isDescending = _reader.TryTake(InsightsToken.Desc);
        if (!isDescending)
        {
            _reader.TryTake(InsightsToken.Asc);
        }

        return new(expression, isDescending);
    }

    // limit := [any] integer
    LimitSyntax Limit(TextSpan command)
    {
        var isAny = AtWord("any");
        if (isAny)
        {
            _reader.Take();
        }

        var number = _reader.Expect(InsightsToken.Number);
        return
            int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count is >= 1 and <= InsightsQuery.MaxRows
            ? new(count, isAny, command)
            : throw InsightsErrors.InvalidLimit(number.Span);
    }

    // unnest := expr into field
    UnnestSyntax Unnest(TextSpan command)
    {
        var list = _expressions.Expression();
        if (!AtWord("into"))
        {
            throw InsightsErrors.Expected("into", _reader.Peek);
        }

        _reader.Take();
        return new(list, _expressions.Field(), command);
    }

    // lookup := table key {"," key} (OUTPUT | OUTPUTNEW) field {"," field}
    LookupSyntax Lookup(TextSpan command)
    {
        var table = _expressions.Field();
        var keys = Separated(LookupKey);
        var onlyNew = AtWord(LookupSyntax.OutputNew);
        if (!onlyNew && !AtWord(LookupSyntax.Output))
        {
            throw InsightsErrors.Expected(LookupSyntax.Output, _reader.Peek);
        }

        _reader.Take();
        return new(table, keys, onlyNew, Separated(_expressions.Field), command);
    }

    // key := column [as field]
    LookupKeySyntax LookupKey()
    {
        var column = _expressions.Field();
        return new(column, _reader.TryTake(InsightsToken.As) ? _expressions.Field() : column);
    }

    List<T> Separated<T>(Func<T> item)
    {
        List<T> items = [];
        do
        {
            items.Add(item());
        } while (_reader.TryTake(InsightsToken.Comma));

        return items;
    }

    bool AtWord(string word) =>
        _reader.Peek.Kind == InsightsToken.Field && _reader.Peek.Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
