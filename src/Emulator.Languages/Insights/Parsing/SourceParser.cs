using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>Parses the command SOURCE, which selects log groups.</summary>
internal sealed class SourceParser(TokenReader<InsightsToken> reader, ExpressionParser expressions)
{
    /// <exception cref="SyntaxException">It is not such a command.</exception>
    // source := SOURCE (string | selection {selection})
    public SourceSyntax Source()
    {
        var start = reader.Take().Span;
        if (reader.TryTake(InsightsToken.Text, out var name))
        {
            return new(ExpressionParser.TextOf(name), [], start.To(name.Span));
        }

        List<SelectionSyntax> selections = [];
        do
        {
            selections.Add(Selection());
        } while (reader.At(InsightsToken.Field));

        return new(null, selections, start.To(selections[^1].Span));
    }

    // selection := logGroups "(" [arg {"," arg}] ")" | dataSource "(" list ")"
    SelectionSyntax Selection()
    {
        var name = reader.Expect(InsightsToken.Field);
        reader.Expect(InsightsToken.OpenParenthesis);
        List<(string, IReadOnlyList<string>)> arguments = [];
        string function;
        if (Is(name, SourceArguments.LogGroups))
        {
            function = SourceArguments.LogGroups;
            while (!reader.At(InsightsToken.CloseParenthesis))
            {
                if (arguments.Count > 0)
                {
                    reader.Expect(InsightsToken.Comma);
                }

                arguments.Add(SourceArgument());
            }
        }
        else if (Is(name, SourceArguments.DataSource))
        {
            function = SourceArguments.DataSource;
            arguments.Add(("", Texts(SourceArguments.DataSource)));
        }
        else
        {
            throw InsightsErrors.UnknownSource(name.Text, name.Span);
        }

        var end = reader.Expect(InsightsToken.CloseParenthesis);
        return new(function, arguments, name.Span.To(end.Span));
    }

    // arg := name ":" list
    (string, IReadOnlyList<string>) SourceArgument()
    {
        var word = reader.Expect(InsightsToken.Field);
        var name = SourceArguments.Find(word.Text) ?? throw InsightsErrors.UnknownSource(word.Text, word.Span);
        reader.Expect(InsightsToken.Colon);
        return (name, Texts(name));
    }

    List<string> Texts(string what)
    {
        var start = reader.Peek.Span.Start;
        var values = expressions.List().Select(ExpressionParser.TextOf).ToList();
        var limit = SourceArguments.Limits[what];
        return values.Count <= limit
            ? values
            : throw InsightsErrors.TooMany(what, limit, new(start, reader.TakenEnd - start));
    }

    static bool Is(Token<InsightsToken> token, string word) =>
        token.Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
