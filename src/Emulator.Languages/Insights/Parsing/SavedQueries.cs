using System.Text;
using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>A saved query that a query can call: <c>$Name(parameter="value")</c>.</summary>
/// <param name="Text">With <c>{{parameter}}</c> where a value goes.</param>
/// <param name="Defaults">The parameters, each with the value that it has unless told otherwise.</param>
public sealed record SavedQuery(string Text, IReadOnlyDictionary<string, string?> Defaults);

/// <summary>Puts saved queries in the place of their calls.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_Insights-Saving-Queries.html"/>
/// </remarks>
public static class SavedQueries
{
    /// <param name="find">The saved query of a name; <c>null</c> when there is none.</param>
    /// <exception cref="SyntaxException">A query or parameter is unknown, a value is missing, or a call is malformed.</exception>
    public static string Expand(string source, Func<string, SavedQuery?> find)
    {
        if (!source.Contains('$'))
        {
            return source;
        }

        var tokens = InsightsLexer.Tokenize(source);
        var reader = new TokenReader<InsightsToken>(tokens, InsightsLexer.Display);
        var expanded = new StringBuilder();
        var copied = 0;
        while (!reader.At(InsightsToken.End))
        {
            var token = reader.Take();
            if (token.Kind == InsightsToken.Saved)
            {
                expanded.Append(source, copied, token.Span.Start - copied).Append(Call(token, reader, find));
                copied = reader.TakenEnd;
            }
        }

        return expanded.Append(source, copied, source.Length - copied).ToString();
    }

    // call := "$" name "(" [parameter "=" literal {"," parameter "=" literal}] ")"
    static string Call(Token<InsightsToken> name, TokenReader<InsightsToken> reader, Func<string, SavedQuery?> find)
    {
        var query = find(name.Text[1..].Trim('`')) ?? throw InsightsErrors.UnknownSavedQuery(name.Text, name.Span);
        var values = query.Defaults.ToDictionary(StringComparer.Ordinal);
        var expressions = new ExpressionParser(reader, () => throw reader.Unexpected());
        reader.Expect(InsightsToken.OpenParenthesis);
        for (var isFirst = true; !reader.At(InsightsToken.CloseParenthesis); isFirst = false)
        {
            if (!isFirst)
            {
                reader.Expect(InsightsToken.Comma);
            }

            var parameter = reader.Expect(InsightsToken.Field);
            if (!values.ContainsKey(parameter.Text))
            {
                throw InsightsErrors.UnknownParameter(parameter.Text, parameter.Span);
            }

            reader.Expect(InsightsToken.Equal);
            values[parameter.Text] = expressions.Literal().ToString();
        }

        reader.Take();
        var text = query.Text;
        foreach (var (parameter, value) in values)
        {
            var place = $"{{{{{parameter}}}}}";
            text = !text.Contains(place, StringComparison.Ordinal)
                ? text
                : text.Replace(
                    place,
                    value ?? throw InsightsErrors.ParameterMissing(parameter, name.Span),
                    StringComparison.Ordinal
                );
        }

        return text;
    }

    /// <summary>A default value as it is inserted: numbers as they are, everything else between quotes.</summary>
    public static string? Literal(string? value) =>
        value is null || FilterPatterns.Values.NumberText.IsNumber(value) ? value : TextLiteral.Quote(value);
}
