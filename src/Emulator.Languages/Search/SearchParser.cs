using Emulator.Languages.Text;

namespace Emulator.Languages.Search;

/// <summary>Parses a SEARCH string, one method per rule of the grammar.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html"/></remarks>
internal sealed class SearchParser
{
    readonly TokenReader<SearchToken> _reader;

    SearchParser(string source) => _reader = new(SearchLexer.Tokenize(source), SearchLexer.Display);

    /// <exception cref="SyntaxException">The source is not a search.</exception>
    public static SearchQuery Parse(string source) => new SearchParser(source).Query();

    // search := [ schema [","] ] [ bool ]
    SearchQuery Query()
    {
        var schema = _reader.At(SearchToken.OpenBrace) ? Schema() : null;
        var isEnd = _reader.At(SearchToken.End) && schema is not null;
        var term = isEnd ? null : Any();
        _reader.Expect(SearchToken.End);
        return new(schema, term);
    }

    // schema := "{" name { [","] name } "}"
    SchemaSyntax Schema()
    {
        var open = _reader.Expect(SearchToken.OpenBrace);
        var @namespace = Name();
        List<string> dimensions = [];
        while (!_reader.At(SearchToken.CloseBrace))
        {
            _reader.TryTake(SearchToken.Comma);
            dimensions.Add(Name());
        }

        var close = _reader.Take();
        _reader.TryTake(SearchToken.Comma);
        return new(@namespace, dimensions, open.Span.To(close.Span));
    }

    // name := bare | exact
    string Name()
    {
        if (_reader.TryTake(SearchToken.Exact, out var exact))
        {
            return SearchLexer.Unquote(exact.Text);
        }

        var word = _reader.Expect(SearchToken.Word);
        return SchemaSyntax.IsBareName(word.Text) ? word.Text : throw SearchErrors.NeedsQuotes(word);
    }

    // bool := andx { "OR" andx }
    SearchSyntax Any()
    {
        using var nesting = _reader.Nest();
        List<SearchSyntax> terms = [All()];
        while (_reader.TryTake(SearchToken.Or))
        {
            terms.Add(All());
        }

        return terms is [var single] ? single : new AnySyntax(terms, terms[0].Span.To(terms[^1].Span));
    }

    // andx := notx { ["AND"] notx }
    SearchSyntax All()
    {
        List<SearchSyntax> terms = [Not()];
        while (_reader.TryTake(SearchToken.And) || AtTerm())
        {
            terms.Add(Not());
        }

        return terms is [var single] ? single : new AllSyntax(terms, terms[0].Span.To(terms[^1].Span));
    }

    bool AtTerm() =>
        _reader.At(SearchToken.Word)
        || _reader.At(SearchToken.Exact)
        || _reader.At(SearchToken.Not)
        || _reader.At(SearchToken.OpenParenthesis);

    // notx := ["NOT"] prim
    SearchSyntax Not()
    {
        if (!_reader.TryTake(SearchToken.Not, out var not))
        {
            return Primary();
        }

        var term = Primary();
        return new NotSyntax(term, not.Span.To(term.Span));
    }

    // prim := "(" bool ")" | [ prop "=" ] operand
    SearchSyntax Primary()
    {
        if (_reader.TryTake(SearchToken.OpenParenthesis))
        {
            var term = Any();
            _reader.Expect(SearchToken.CloseParenthesis);
            return term;
        }

        if (!_reader.At(SearchToken.Word) && !_reader.At(SearchToken.Exact))
        {
            throw _reader.Unexpected();
        }

        if (_reader.PeekSecond.Kind != SearchToken.Equal)
        {
            return Operand(property: null);
        }

        var property = _reader.Take();
        _reader.Take();
        return Operand(property.Kind == SearchToken.Exact ? SearchLexer.Unquote(property.Text) : property.Text);
    }

    // operand := word | exact | "(" operand { "OR" operand } ")"
    SearchSyntax Operand(string? property)
    {
        if (_reader.TryTake(SearchToken.Word, out var word))
        {
            return new MatchSyntax(property, word.Text, IsExact: false, word.Span);
        }

        if (_reader.TryTake(SearchToken.Exact, out var exact))
        {
            return new MatchSyntax(property, SearchLexer.Unquote(exact.Text), IsExact: true, exact.Span);
        }

        using var nesting = _reader.Nest();
        var open = _reader.Expect(SearchToken.OpenParenthesis);
        List<SearchSyntax> operands = [Operand(property)];
        while (_reader.TryTake(SearchToken.Or))
        {
            operands.Add(Operand(property));
        }

        var close = _reader.Expect(SearchToken.CloseParenthesis);
        return operands is [var single] ? single : new AnySyntax(operands, open.Span.To(close.Span));
    }
}
